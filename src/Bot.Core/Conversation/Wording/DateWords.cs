using System.Globalization;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Wording;

/// <summary>Dates and ages in words.</summary>
internal static class DateWords
{
    /// <summary>After this many days without a check, an ongoing thing is no longer said to go on.</summary>
    public const int Fresh = 14;

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

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

    /// <summary>When it happened, else when it was said; what was worked out is said to be.</summary>
    public static string Of(Fact fact) =>
        fact.On is { } on ? Event(on) + Basis(fact.OnBasis)
        : fact.SaidOn is { } said ? $"said {(said.Day is null ? "in" : "on")} {Partial(said)}{Basis(fact.SaidOnBasis)}"
        : "date not given";

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

    private static string Span(int days) =>
        days < 60 ? $"{days} days"
        : days < 700 ? $"{(int)Math.Round(days / 30.44)} months"
        : $"{(int)Math.Round(days / 365.25)} years";

    private static string Basis(DateBasis basis) => basis == DateBasis.Inferred ? " (worked out by us)" : "";
}
