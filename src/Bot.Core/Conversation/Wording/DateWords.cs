using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Wording;

/// <summary>Dates and ages in words.</summary>
internal static partial class DateWords
{
    /// <summary>After this many days without a check, an ongoing thing is no longer said to go on.</summary>
    public const int Fresh = 14;

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"1 December 2026, 01:58 UTC".</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"1 Dec 2026 01:58 UTC".</summary>
    public static string ShortMoment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"01:58 UTC".</summary>
    public static string TimeOfDay(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Partial(PartialDate date) =>
        date.Day is not null ? Day(date.First)
        : date.Month is not null ? date.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : date.Year.ToString(CultureInfo.InvariantCulture);

    public static string Event(EventDate date) =>
        date switch
        {
            { IsSingle: true } => Partial(date.From!.Value),
            { From: null } => $"by {Partial(date.To!.Value)}",
            { To: null } => $"since {Partial(date.From!.Value)}",
            _ => $"between {Partial(date.From!.Value)} and {Partial(date.To!.Value)}",
        };

    /// <summary>The first that is known of it: where a span begins.</summary>
    public static string Start(EventDate date) => Partial((date.From ?? date.To)!.Value);

    /// <summary>The last that is known of it: where a span ends.</summary>
    public static string End(EventDate date) => Partial((date.To ?? date.From)!.Value);

    /// <summary>"in September 2025", "on 25 September 2025", "from 2024 to May 2025".</summary>
    public static string When(EventDate date) =>
        date switch
        {
            { IsSingle: true, From.Day: not null } => $"on {Start(date)}",
            { IsSingle: true } => $"in {Start(date)}",
            { From: null } => $"up to {End(date)}",
            { To: null } => $"from {Start(date)} on",
            _ => $"from {Start(date)} to {End(date)}",
        };

    /// <summary>When it happened, else when it was said; what was worked out is said to be.</summary>
    public static string Of(Fact fact) =>
        fact.On is { } on ? (IsToCome(fact) ? Start(fact) : Event(on)) + Basis(fact.OnBasis)
        : fact.SaidOn is { } said ? $"said {(said.Day is null ? "in" : "on")} {Partial(said)}{Basis(fact.SaidOnBasis)}"
        : "date not given";

    /// <summary>Of what lasts from one day to another: "from 1 May 2026 (until 3 June 2026)".</summary>
    public static string Lasting(Fact fact) =>
        $"from {Partial(fact.On!.From!.Value)} (until {Partial(fact.On.To!.Value)}){(fact.OnBasis == DateBasis.Inferred ? ", worked out by us" : "")}";

    /// <summary>It has a start, no end, and had not begun when the sources spoke of it.</summary>
    private static bool IsToCome(Fact fact) =>
        fact.On is { From: { } from, To: null } && (fact.Kind is FactKind.Outlook || from.First > fact.Checked);

    private static string Start(Fact fact) => $"{(Earliest().IsMatch(fact.Says) ? "not before" : "from")} {Partial(fact.On!.From!.Value)}";

    /// <summary>"As at 25 Sep 2025, nothing newer in our sources (14 months)".</summary>
    public static string Age(DateOnly? checkedOn, DateOnly today)
    {
        if (checkedOn is not { } day)
        {
            return "no date to check by";
        }

        var days = today.DayNumber - day.DayNumber;
        return days <= Fresh ? $"as at {ShortDay(day)}" : $"as at {ShortDay(day)}, nothing newer in our sources ({Span(days)})";
    }

    /// <summary>"As at 25 Sep 2025 (14 months)": of one fact among several, where the foot says that there is nothing newer.</summary>
    public static string ShortAge(DateOnly? checkedOn, DateOnly today) =>
        checkedOn is { } day && today.DayNumber - day.DayNumber is > Fresh and var days
            ? $"as at {ShortDay(day)} ({Span(days)})"
            : Age(checkedOn, today);

    private static string Span(int days) =>
        days < 60 ? $"{days} days"
        : days < 700 ? $"{(int)Math.Round(days / 30.44)} months"
        : $"{(int)Math.Round(days / 365.25)} years";

    private static string Basis(DateBasis basis) => basis == DateBasis.Inferred ? " (worked out by us)" : "";

    [GeneratedRegex(@"\b(?:earliest|not before|(?:no|not) earlier)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Earliest();
}
