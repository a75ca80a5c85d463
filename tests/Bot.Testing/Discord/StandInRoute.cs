using Bot.Testing.Discord.Shapes;

namespace Bot.Testing.Discord;

/// <summary>A path of the API with what it takes.</summary>
/// <param name="Template">As the description of the API writes it.</param>
internal sealed record StandInRoute(string Method, string Template, Func<StandInCall, Reply> Answer)
{
    /// <summary>Asked for with the bot's token; else by a token in the path.</summary>
    public bool IsTheBots { get; init; } = true;

    /// <summary>What may stand in the query.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>What is wrong with the body; null where there must be none.</summary>
    public Action<StandInCall, FormErrors>? Check { get; init; }
}
