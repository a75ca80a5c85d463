namespace Bot.Host.Tests.Platforms;

/// <summary>A platform with somebody at it, and the service behind it.</summary>
internal interface IPlatformSide
{
    /// <summary>Somebody types a command.</summary>
    /// <param name="line">As in <c>story who name:council</c>.</param>
    Task<Shown> Command(string line);

    /// <summary>Somebody mentions the bot in a channel.</summary>
    Task<Shown> Mention(string text);

    /// <summary>Somebody writes to the bot itself.</summary>
    Task<Shown> Direct(string text);

    /// <summary>Somebody chooses the entry in a message's menu.</summary>
    Task<Shown> About(string text);

    /// <summary>Somebody types a command, and then presses a button below its answer.</summary>
    /// <param name="label">How its label begins.</param>
    Task<Shown> Press(string line, string label);
}
