using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Corrections;
using Bot.Core.Facts;

namespace Bot.Core.Digests;

/// <summary>The sentences of digests.</summary>
internal static partial class DigestWords
{
    public const string Erased = "A statement was erased. It is not given any more, and nothing is kept of it.";
    public const string Released = "checked, and given again";
    public const string Undisputed = "not disputed any more";
    public const string OtherSources = "its sources are others now";
    public const string Confirmed = "confirmed since";
    public const string CameAndWent = "it came and went between two digests";
    public const string SameAsBefore = "it says what it said before: it was only looked at again, or a change was undone";
    public const string OnlyReworded = "it says the same in other words, or rests on another sentence of the same source";
    public const string NewOnTimeline = "What is new on the timeline, among the latest there.";
    public const string LatestOnTimeline = "The latest on the timeline.";
    public const string AsBefore = "as it was before this digest: what was told of it here was changed back";

    public static string Heading(NewsGroup group) =>
        group switch
        {
            NewsGroup.Corrected => "Corrected",
            NewsGroup.New => "New",
            NewsGroup.Disputed => "Disputed",
            NewsGroup.Superseded => "No longer so",
            _ => "Also changed",
        };

    /// <summary>"2 corrections, 1 new, 3 disputed".</summary>
    public static string Counts(IEnumerable<(NewsGroup Group, int Count)> groups) =>
        string.Join(", ", groups.Where(each => each.Count > 0).Select(each => Count(each.Group, each.Count)));

    public static string Corrected(IReadOnlyList<string> fields, string reason) =>
        $"corrected ({string.Join(", ", fields.Select(Field).Distinct())}){(reason.Trim().Length > 0 ? $": {reason.Trim()}" : "")}";

    /// <summary>A field of a fact, as readers know it.</summary>
    private static string Field(string name) =>
        name switch
        {
            "kind" => "what sort of statement it is",
            "status" => "how it stands",
            "speaker" => "who says it",
            "actor" => "who did it",
            "object" => "what it was done to",
            "on" or "on-basis" => "when it happened",
            "said-on" or "said-on-basis" => "when it was said",
            "figure" => "the number",
            "quote" => "the quote",
            "where" => "where it happened",
            "scope" => "how far it goes",
            "stance" => "whether it was welcomed",
            "sources" => "its sources",
            "disputed" => "whether others contest it",
            _ => "what it says",
        };

    public static string TakenBack(FactBook book, Fact was, string reason) => $"Taken back: {Unsaid(book, was)} {reason}".TrimEnd();

    public static string Wrong(FactBook book, Fact was, string reason) => $"We were wrong: {Unsaid(book, was)} {reason}".TrimEnd();

    public static string Held(FactBook book, Fact was) => $"Being checked: {Unsaid(book, was)}";

    public static string NotGiven(FactBook book, Fact was, string reason) => $"Not given any more: {Unsaid(book, was)} {reason}".TrimEnd();

    public static string Begins(string title) => $"Digests of \u201C{title}\u201D begin here.";

    public static string Changed(string title, string since, string counts) => $"\u201C{title}\u201D since {since}: {counts}.";

    public static string AsItStands(string title, DateTime local) =>
        $"\u201C{title}\u201D: the digest of {Moment(local)}, as it stands now:";

    /// <summary>That an item of a digest is another one by now.</summary>
    public static string Since(Tier tier, string reason) =>
        $"{(tier == Tier.Wording ? "reworded" : "corrected")} since this was posted{(reason.Trim().TrimEnd('.') is { Length: > 0 } why ? $": {why}" : "")}";

    public static string Quiet(string title, string since) => $"\u201C{title}\u201D: nothing changed since {since}. The digest goes on.";

    public static string Final(string title, DateOnly closed) =>
        $"\u201C{title}\u201D was closed on {DateWords.Day(closed)}: nothing more is expected, and this is the last digest.";

    public static string Missed(int count) =>
        $"{count} {(count == 1 ? "digest was" : "digests were")} not sent while the service was away; this one says what {(count == 1 ? "it" : "they")} would have said.";

    public static string NoPicture(string why) => $"The picture of the timeline is not there. {why}";

    public static string Unsure(DateTime local) => $"The digest of {Moment(local)} may not have arrived: what it said is said again here.";

    /// <summary>"Monday 1 June 2026, 09:00".</summary>
    public static string Moment(DateTime local) =>
        local.ToString("dddd d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public const string NeedsChannel =
        "Digests come in a channel of Discord or Slack: set them up there, by /digest schedule. /digest preview works here too.";

    public const string NothingNew = "Nothing was new, so nothing was posted.";
    public const string InQuietHours = "It fell into the quiet hours, and waits for their end.";
    public const string NobodyKnows =
        "The service stopped while it was being sent, and the platform cannot be asked whether it arrived. Look into the channel; what it said is said again in the next digest.";

    public static string NothingIn(int days) => $"Nothing changed in the last {days} days: no digest would be posted.";

    /// <param name="shows">What its picture would show; null for none.</param>
    public static Reply Previewed(Digest digest, Timeline? shows) =>
        digest with
        {
            Parts = [new Hint("A preview: nothing was posted."), .. digest.Parts],
            Shows = shows,
        };

    public static string NoSuchZone(string zone) =>
        $"This machine knows no time zone \u201C{zone}\u201D. Set the digests up again with another, or have its time zone data brought up to date.";

    public static string TooLate(DateTimeOffset due, DateTimeOffset now) =>
        $"It was due {(int)(now - due).TotalHours} hours ago, while the service was away: the next digest says what it would have said.";

    public static string PausedAfter(DateTimeOffset since, string why) =>
        $"Nothing could be posted since {DateWords.Day(DateOnly.FromDateTime(since.UtcDateTime))}. {why} When that is mended, /digest resume goes on.";

    public static string TellFailing(string why, TimeSpan pauseAfter) =>
        $"The digests that you set up cannot be posted. {why} I keep trying, and nothing is lost; after {(int)pauseAfter.TotalDays} days I pause them. /digest list shows how it stands.";

    public static string TellUnsure(DateTime local, string why) =>
        $"Of the digest of {Moment(local)} that you set up nobody knows whether it arrived, so it is not sent again. {why}";

    private static string Count(NewsGroup group, int count) =>
        group switch
        {
            NewsGroup.Corrected => $"{count} {(count == 1 ? "correction" : "corrections")}",
            NewsGroup.New => $"{count} new",
            NewsGroup.Disputed => $"{count} disputed",
            NewsGroup.Superseded => $"{count} no longer so",
            _ => $"{count} changed otherwise",
        };

    /// <summary>Who said it, how it stood and from where, without what it said.</summary>
    private static string Unsaid(FactBook book, Fact was) =>
        $"a statement ({StatusWords.Of(book, was)}; {DateWords.Of(was)}; source: {Names.Join(was.Sources.Select(id => book[id].Short).Distinct())}) is not repeated here.";
}
