using Bot.Core.Conversation;

namespace Bot.Core.Moderation.Drafting;

/// <summary>What is said of a new fact while it is written.</summary>
internal static class DraftWords
{
    public const string NoSentence = "Write what is said, in one sentence.";
    public const string NoSource = "Say where it is from: a link, or a source of the story by name.";
    public const string NotAnAddress = "That is no web address: begin it with https://, or write the source\u2019s name.";
    public const string NoteTitle = "A moderator\u2019s note";
    public const string NoteHeading = "Moderator\u2019s note";
    public const string AccountsComeInPairs =
        "An account is given only beside the other side\u2019s, so it is added in files. Choose another kind.";
    public const string NoFigure = "There is no number with what it counts in the sentence. Write it there, or choose another kind.";
    public const string NeverConfirmed = "A fact does not begin as confirmed: that takes a second moderator. Choose another status.";

    public static string NotADate(string text) =>
        $"\u201C{Cutting.Shorten(text, 40)}\u201D is no date: write 2025-09-25, 2025-09, 2025, ../2025-09-25 (by then) or 2025-09-25/.. (since).";

    public static string UnknownActor(string name) =>
        $"Nobody called \u201C{Cutting.Shorten(name, 40)}\u201D is in this story yet: leave them out, or write a name that is.";

    public static string SomebodyElses(string name, string whose) =>
        $"\u201C{Cutting.Shorten(name, 40)}\u201D is what {whose} is called here: settle who says it.";

    public static string Page(string host) => $"a page at {host}";

    public static string PageTitle(string host, string path) => Cutting.Shorten(path is "/" or "" ? host : $"{host}{path}", 120);
}
