using Bot.Core.Conversation.Moderating;

namespace Bot.Core.Conversation;

/// <summary>The part of the <see cref="Catalogue"/> that is for moderators. That it is offered to nobody else is a convenience: whether somebody may is looked at each time.</summary>
internal static class ModeratorCommands
{
    private static readonly CommandOption Fact = new("fact", "which fact", OptionKind.Fact, Rest: true);
    private static readonly CommandOption Reason = new("reason", "why, in one sentence: readers are told", OptionKind.Text);
    private static readonly CommandOption Item = new("item", "what waits", OptionKind.Item, Rest: true);

    public static IReadOnlyList<CommandEntry> All { get; } =
    [
        For(
            "fact add",
            "a new fact, from three answers",
            new CommandOption("sentence", "what is said, in one sentence", OptionKind.Text, Rest: true),
            new CommandOption("from", "a link, or a source of the story", OptionKind.Text),
            new CommandOption("speaker", "who says it; nobody: the source itself", OptionKind.Entity),
            new CommandOption("draft", "one that was begun", OptionKind.Item),
            new CommandOption("settle", "what to settle of it", OptionKind.Word) { Offered = DraftFields.Offered, OnlyOffered = true }
        ),
        For(
            "fact change",
            "something happened to a fact: say what",
            Fact,
            new CommandOption("what", "what happened", OptionKind.Word) { Offered = Happening.Offered, OnlyOffered = true }
        ),
        For("fact hold", "out of all answers at once, while it is checked", Fact, Reason),
        For("fact retract", "the source took it back; a second moderator approves", Fact, Reason),
        For(
            "fact undo",
            "undo the latest change of a fact",
            Fact,
            Reason,
            new CommandOption("of", "the change, by its number", OptionKind.Text)
        ),
        For("fact history", "what was done to a fact, when and why", Fact),
        For("fact queue", "what waits for moderators", Item),
        For("fact approve", "what waits is to be done", Item),
        For("fact reject", "what waits is not to be done", Item, Reason),
        For(
            "fact source",
            "a better or second source for a fact",
            Fact,
            new CommandOption("from", "a link, or a source of the story", OptionKind.Text)
        ),
        For("fact recheck", "it was looked at again today, and is still so", Fact),
        For("fact erase", "content and history emptied for good; a second moderator approves", Fact, Reason),
        For("fact console", "the desk of moderators in a browser, by a link for you alone"),
    ];

    private static CommandEntry For(string path, string summary, params IReadOnlyList<CommandOption> options) =>
        new(path, summary, options, $"/{path}") { Who = Audience.Moderators, Where = Reach.Communities };
}
