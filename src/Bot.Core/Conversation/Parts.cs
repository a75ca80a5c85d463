using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Conversation;

/// <summary>
/// All that must stand beside what a fact says. Every property is required, so no renderer can be handed a statement without
/// speaker, status, date, age or source.
/// </summary>
public sealed record Attribution
{
    /// <summary>"the Harbour Board"; "the Gazette, the Herald and Radio North"; "a news article".</summary>
    public required string Speaker { get; init; }
    public required FactStatus Status { get; init; }

    /// <summary>The status in words: "the Harbour Board says so itself".</summary>
    public required string StatusWords { get; init; }

    /// <summary>When it happened or was said, at the precision known: "by 25 September 2025 (date worked out)", "date not given".</summary>
    public required string Date { get; init; }

    /// <summary>"As at 25 Sep 2025, nothing newer in our sources (14 months)", and where the foot says that, "as at 25 Sep 2025 (14 months)".</summary>
    public required string Age { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>Disputed, superseded, corrected …, each in words; empty for most.</summary>
    public required IReadOnlyList<string> Marks { get; init; }
}

/// <summary>Where a fact stands: the source, and the very sentence of the seed.</summary>
/// <param name="Source">The source.</param>
/// <param name="Words">"Our note on a news article, paragraph 3 (the article cites the Harbour Board)".</param>
/// <param name="Sentence">The sentence the fact rests on; null for a page that is only cited, not read by us.</param>
/// <param name="Seed">The seed that holds the sentence.</param>
public sealed record Citation(Source Source, string Words, string? Sentence, SeedId? Seed);

/// <summary>One piece of a reply. Closed.</summary>
public abstract record Part
{
    private protected Part() { }
}

/// <summary>What can be shown of one fact, a part by itself or one side of a pair: never without its attribution.</summary>
public interface IShownFact
{
    FactId Id { get; }
    int Revision { get; }
    FactKind Kind { get; }
    string Says { get; }
    Attribution Attribution { get; }
    string? Quote { get; }

    /// <summary>What is covered, and what the source leaves out.</summary>
    string? Scope { get; }
}

/// <summary>A fact that may be shown by itself.</summary>
public abstract record FactPart : Part, IShownFact
{
    private protected FactPart() { }

    public required FactId Id { get; init; }
    public required int Revision { get; init; }
    public required FactKind Kind { get; init; }
    public required string Says { get; init; }
    public required Attribution Attribution { get; init; }
    public string? Quote { get; init; }
    public string? Scope { get; init; }
}

/// <summary>A statement. There is none for an account or a non-answer: <see cref="Presenter"/> cannot make one.</summary>
public sealed record Statement : FactPart
{
    internal Statement() { }
}

/// <summary>Somebody declined, did not respond or was not asked.</summary>
public sealed record NonAnswerPart : FactPart
{
    internal NonAnswerPart() { }
}

/// <summary>One side of a <see cref="Pair"/>; no part by itself, so that it cannot be shown alone.</summary>
public sealed record AccountSide : IShownFact
{
    internal AccountSide() { }

    public required FactId Id { get; init; }
    public required int Revision { get; init; }
    public FactKind Kind => FactKind.Account;
    public required string Says { get; init; }
    public string? Quote { get; init; }
    public string? Scope { get; init; }
    public required Attribution Attribution { get; init; }
}

/// <summary>Two accounts that differ, in order of date, with no verdict.</summary>
public sealed record Pair(AccountSide First, AccountSide Second) : Part;

/// <summary>Two statements that do not agree, each attributed.</summary>
public sealed record Conflict(Statement First, Statement Second) : Part;

/// <summary>A heading over the parts that follow: "Welcomed", "No comment".</summary>
public sealed record Heading(string Words) : Part;

/// <summary>A sentence of a document, quoted exactly, with one sentence around it; no reviewed fact.</summary>
public sealed record Quote(string Document, SeedId Seed, int Start, int End, string Sentence, string? Before, string? After) : Part;

/// <summary>How an answer came about, a line a step.</summary>
public sealed record Explanation(IReadOnlyList<string> Lines) : Part;

/// <summary>A sentence that helps on: what would have worked, what is near.</summary>
public sealed record Hint(string Words) : Part;

/// <summary>One line of a list.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Command">A command that shows more, as it would be typed; null for none.</param>
public sealed record Line(string Words, string? Command = null) : Part;

/// <summary>A line with a place and a moment in it, which each platform shows as its readers know them: the place by its name, the moment by their own clocks.</summary>
/// <param name="Words">What it says before the place.</param>
/// <param name="When">What the moment is: "next"; null where there is none to come.</param>
/// <param name="Local">The moment in words, with its time zone, where a platform has no better.</param>
public sealed record Appointment(string Words, PlaceId Place, string? When, DateTimeOffset At, string Local) : Part
{
    /// <summary>A line with a place alone.</summary>
    public static Appointment Without(string words, PlaceId place) => new(words, place, When: null, default, "");

    /// <summary>All of it in words.</summary>
    public string Plain => $"{Words} {Place}{(When is null ? "" : $"; {When}: {Local}")}";
}

/// <summary>A line that names people of the platform, each as its readers know them. It calls nobody.</summary>
/// <param name="Words">What it says before them.</param>
public sealed record Named(string Words, IReadOnlyList<UserId> People) : Part
{
    /// <summary>All of it in words.</summary>
    public string Plain => $"{Words} {string.Join(", ", People)}";
}

/// <summary>An address of this service, to be opened in a browser.</summary>
public sealed record WebLink(string Words, Uri Address) : Part;

/// <summary>The end of a list that would be too long: so many more there are.</summary>
/// <param name="Command">Shows all of them, as it would be typed; null where none does.</param>
public sealed record More(int Count, string? Command = null) : Part
{
    public string Words => CommandWords.More(Count, Command);

    /// <summary>None where no more are there than are listed.</summary>
    internal static IEnumerable<More> Than(int listed, int all) => all > listed ? [new More(all - listed)] : [];
}

/// <summary>A picture of the timeline with a text that says the same.</summary>
public sealed record Picture(IReadOnlyList<TimelineEntry> Entries, string AlternativeText) : Part;

/// <summary>What can be done next: at most five.</summary>
public sealed record Actions(IReadOnlyList<ReplyAction> Items) : Part;

/// <summary>A button of a reply.</summary>
/// <param name="Label">On the button.</param>
/// <param name="Command">The command it stands for, as it would be typed.</param>
public sealed record ReplyAction(string Label, string Command);

/// <summary>One point of a timeline: a day, month, year or "date not given", with what is said of it.</summary>
/// <param name="On">Null when the date is not given.</param>
/// <param name="IsNew">New since the day the reader asked about.</param>
public sealed record TimelineEntry(FactId Fact, EventDate? On, string Date, string Speaker, string StatusWords, string Says, bool IsNew);
