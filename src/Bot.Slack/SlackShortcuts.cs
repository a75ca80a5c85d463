using Bot.Core.Conversation;

namespace Bot.Slack;

/// <summary>An entry of a menu of Slack's (<see href="https://docs.slack.dev/interactivity/implementing-shortcuts"/>): up to five of messages, and five of all of Slack.</summary>
/// <param name="Id">What comes back when it is chosen.</param>
/// <param name="Name">Up to 24 characters.</param>
/// <param name="Command">What it leads to.</param>
/// <param name="OfMessage">It stands in the menu of a message, and takes its text.</param>
public sealed record SlackShortcut(string Id, string Name, CommandEntry Command, bool OfMessage);

/// <summary>Every shortcut once: the manifest and what answers them go by it.</summary>
public static class SlackShortcuts
{
    /// <summary>A form for a question, from anywhere.</summary>
    public static SlackShortcut Ask { get; } = new("ask", "Ask a question", Catalogue.Find("ask")!, OfMessage: false);

    public static IReadOnlyList<SlackShortcut> All { get; } =
    [.. Catalogue.Menu.Select(entry => new SlackShortcut(IdOf(entry.Name), entry.Name, entry.Command, OfMessage: true)), Ask];

    private static string IdOf(string name) =>
        string.Concat(name.Select(each => char.IsAsciiLetterOrDigit(each) ? char.ToLowerInvariant(each) : '_'));
}
