using Bot.Core.Conversation;

namespace Bot.Host.Console;

/// <summary>What was typed and what was answered.</summary>
/// <param name="Typed">Null for an answer nobody asked for, such as the story card on the front page.</param>
internal sealed record Exchange(string? Typed, Reply Reply, Reading Reading)
{
    private const int LongestEcho = 300;

    /// <summary>Of a timeline since when it marks what is new, for its picture.</summary>
    public string? Since => (Reply as Timeline)?.Since?.ToString();

    /// <summary>Of a timeline what it is narrowed to.</summary>
    public string? Within => (Reply as Timeline)?.Within?.ToString();

    /// <summary>What was typed, cut where it is too long to be read back.</summary>
    public string? Echo => Typed is { Length: > LongestEcho } ? Typed[..LongestEcho] + "\u2026" : Typed;

    /// <summary>Parses and handles a line as it was typed.</summary>
    public static Exchange Of(string typed, Desk desk, Reading reading) =>
        Grammar.Parse(typed) switch
        {
            Parsed.Understood understood => new(typed, desk.Handle(understood.Command, reading.Shelf, reading.Named), reading),
            Parsed.NotUnderstood refused => new(typed, refused.Reply, reading),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>A command that can be had by pressing it.</summary>
/// <param name="IsLink">Among text, rather than a button of its own.</param>
internal sealed record SayView(string Command, string Words, Reading Reading, bool IsLink = false);

/// <summary>One part of a reply with what its view needs around it.</summary>
internal sealed record PartView(Part Part, Reading Reading, string? Since = null, string? Within = null);
