using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/help</c>: eight lines at most; <c>/help words</c> explains the status labels.</summary>
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
        : new Notice
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

    private static Notice Moderating(Naming naming) =>
        new()
        {
            Headline =
                "Moderators add, change and hold facts; what retracts, confirms or erases one takes two of them. Everybody can report what is wrong.",
            Parts =
            [
                .. Catalogue
                    .All.Where(entry => entry.Who == Audience.Moderators || entry.Path == "report")
                    .Select(entry => new Line($"{naming.Of(entry.Path)}: {entry.Summary}")),
            ],
        };
}
