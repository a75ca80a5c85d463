using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/help</c>: eight lines at most; <c>/help words</c> explains the status labels, <c>/help timeline</c> one command.</summary>
internal static class HelpHandler
{
    private static readonly string[] Shown =
    [
        "ask",
        "story who",
        "story suspended",
        "story responses",
        "story timeline",
        "story changes",
        "story sources",
        "why",
    ];

    public static Reply Handle(Command.Help command, Naming naming) =>
        command.Moderating ? Moderating(naming)
        : command.Words
            ? new Notice
            {
                Headline = "Every answer says who says it and how it stands. The words for that:",
                Parts = [.. StatusWords.All.Select(word => new Line($"{word.Label}: {word.Meaning}"))],
            }
        : command.About is { } about ? Of(about, naming)
        : Generally(naming);

    private static Notice Generally(Naming naming) =>
        new()
        {
            Headline =
                "Ask in plain words what happened, who did what, what was suspended, who responded. I answer from the story's sources or say that they do not say.",
            Parts =
            [
                .. Shown
                    .Select(path => Catalogue.Find(path)!)
                    .Select(entry => new Line($"{naming.Of(entry.Path)}: {entry.Summary}", naming.Typed(entry.Example))),
            ],
            Foot =
                $"{naming.Of("help words")} explains the status labels, {naming.Of("help moderating")} what moderators do. More: {naming.Of("story what")}, {naming.Of("story status")}.",
        };

    /// <summary>One command by its whole name or its last word, or all that begin with a word.</summary>
    private static Notice Of(string about, Naming naming)
    {
        var name = string.Join(' ', about.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('/');
        var named =
            Catalogue.Find(name) ?? Catalogue.All.FirstOrDefault(entry => entry.Path.EndsWith($" {name}", StringComparison.Ordinal));
        var general = Generally(naming);
        return named is not null ? One(named, naming)
            : Catalogue.Groups.TryGetValue(name, out var group)
                ? new Notice
                {
                    Headline = $"{naming.Of(name)}: {group}.",
                    Parts =
                    [
                        .. Catalogue
                            .All.Where(entry => entry.Path.StartsWith($"{name} ", StringComparison.Ordinal))
                            .Select(entry => Line(entry, naming)),
                    ],
                }
            : general with { Headline = $"{CommandWords.NoSuchHelp(about)} {general.Headline}" };
    }

    private static Notice One(CommandEntry entry, Naming naming) =>
        new()
        {
            Headline = $"{naming.Of(entry.Path)}: {entry.Summary}.",
            Parts =
            [
                .. entry.Options.Select(option => new Line($"{option.Name}: {option.Description}")),
                .. entry.Unnamed is { } words ? [new Line($"typed after it: {words.Description}")] : Array.Empty<Part>(),
                new Line("for example", naming.Typed(entry.Example)),
            ],
        };

    private static Line Line(CommandEntry entry, Naming naming) => new($"{naming.Of(entry.Path)}: {entry.Summary}");

    private static Notice Moderating(Naming naming) =>
        new()
        {
            Headline =
                "Moderators add, change and hold facts; what retracts, confirms or erases one takes two of them. Everybody can report what is wrong.",
            Parts =
            [
                .. Catalogue
                    .All.Where(entry => entry.Who == Audience.Moderators || entry.Path == "report")
                    .Select(entry => Line(entry, naming)),
            ],
        };
}
