using Bot.Core.Conversation;

namespace Bot.Slack.Asking;

/// <summary>How commands are called in Slack.</summary>
/// <param name="Command">The one under which everything is a word, with its slash.</param>
internal sealed record SlackNames(string Command)
{
    /// <summary>Where commands can be typed.</summary>
    public Naming Typed { get; } = new($"{Command} ");

    /// <summary>In threads, where they cannot: what mentions the bot is read in their place.</summary>
    public static Naming Mentioned { get; } = new("@Dateline ");

    /// <summary>In the bot's own direct messages: whatever is written there is for it.</summary>
    public static Naming Direct { get; } = new("");
}
