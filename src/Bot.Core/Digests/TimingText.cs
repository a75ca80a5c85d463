using System.Globalization;

namespace Bot.Core.Digests;

/// <summary>Days and times as people write them. Null for what is none.</summary>
internal static class TimingText
{
    private static readonly (string Short, Weekdays Day)[] Week =
    [
        ("mon", Weekdays.Monday),
        ("tue", Weekdays.Tuesday),
        ("wed", Weekdays.Wednesday),
        ("thu", Weekdays.Thursday),
        ("fri", Weekdays.Friday),
        ("sat", Weekdays.Saturday),
        ("sun", Weekdays.Sunday),
    ];

    /// <summary>"daily", "weekdays", "weekends", "mon,thu", "Monday and Thursday".</summary>
    public static Weekdays? Days(string text)
    {
        var days = Weekdays.None;
        foreach (var word in text.ToLowerInvariant().Split([',', ' ', ';', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "and")
            {
                continue;
            }

            if (Day(word) is not { } named)
            {
                return null;
            }

            days |= named;
        }

        return days == Weekdays.None ? null : days;
    }

    /// <summary>"9", "9:30", "09:00", "9.30".</summary>
    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(
            text.Trim().Replace('.', ':'),
            ["H:mm", "HH:mm", "%H"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    /// <summary>"22-7", "22:00-07:30".</summary>
    public static QuietHours? Quiet(string text) =>
        text.Replace('\u2013', '-').Split('-') is [var from, var until] && Time(from) is { } start && Time(until) is { } end && start != end
            ? new QuietHours(start, end)
            : null;

    public static string Of(Weekdays days) =>
        days switch
        {
            Weekdays.All => "daily",
            Weekdays.FiveOfThem => "weekdays",
            _ => string.Join(',', Week.Where(day => days.HasFlag(day.Day)).Select(day => day.Short)),
        };

    /// <summary>"09:00".</summary>
    public static string Of(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));

    private static Weekdays? Day(string word) =>
        word switch
        {
            "daily" or "all" or "every" or "day" or "everyday" => Weekdays.All,
            "weekdays" => Weekdays.FiveOfThem,
            "weekends" or "weekend" => Weekdays.Saturday | Weekdays.Sunday,
            { Length: >= 2 } => Week.Where(day => IsDay(word.TrimEnd('s'), day)).Select(day => (Weekdays?)day.Day).FirstOrDefault(),
            _ => null,
        };

    /// <summary>"mo", "mon", "tues", "monday".</summary>
    private static bool IsDay(string word, (string Short, Weekdays Day) day) =>
        word.Length >= 2 && day.Day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
