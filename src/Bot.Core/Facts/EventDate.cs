using System.Globalization;

namespace Bot.Core.Facts;

/// <summary>A calendar date known to the year, the month or the day.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The first day it can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2025</c>, <c>2025-09</c> or <c>2025-09-25</c>; null when it is no real date.</summary>
    public static PartialDate? TryParse(string text)
    {
        var parts = text.Split('-');
        if (parts.Length is 0 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2))
        {
            return null;
        }

        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        int? month = numbers.Length > 1 ? numbers[1] : null;
        int? day = numbers.Length > 2 ? numbers[2] : null;
        var real =
            numbers[0] > 0
            && month is null or (>= 1 and <= 12)
            && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(numbers[0], month!.Value)));
        return real ? new PartialDate(numbers[0], month, day) : null;
    }

    public override string ToString() =>
        Month is null ? $"{Year:0000}"
        : Day is null ? $"{Year:0000}-{Month:00}"
        : $"{Year:0000}-{Month:00}-{Day:00}";
}

/// <summary>
/// When something happened, at the precision known: the part of EDTF (ISO 8601-2, level 0 and open intervals) that stories use.
/// An open start reads "by", an open end reads "since".
/// </summary>
public sealed record EventDate(PartialDate? From, PartialDate? To)
{
    public DateOnly? Earliest => From?.First;

    public DateOnly? Latest => To?.Last;

    /// <summary>True when start and end are the same day, month or year.</summary>
    public bool IsSingle => From == To;

    /// <summary>Reads <c>2025-09-25</c>, <c>2025-08</c>, <c>../2025-09-25</c>, <c>2025-08/..</c>, <c>2025-08/2025-09</c>; null otherwise.</summary>
    public static EventDate? TryParse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            var single = PartialDate.TryParse(text);
            return single is null ? null : new EventDate(single, single);
        }

        var (start, end) = (text[..slash], text[(slash + 1)..]);
        var (from, to) = (PartialDate.TryParse(start), PartialDate.TryParse(end));
        if ((from is null && start != "..") || (to is null && end != "..") || (from is null && to is null))
        {
            return null;
        }

        return from is { } f && to is { } t && f.First > t.Last ? null : new EventDate(from, to);
    }

    public override string ToString() => IsSingle ? From!.Value.ToString() : $"{From?.ToString() ?? ".."}/{To?.ToString() ?? ".."}";
}
