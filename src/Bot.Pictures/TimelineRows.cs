using Bot.Core.Conversation;

namespace Bot.Pictures;

/// <summary>Which entries a picture shows: those with a date, then those without, and how many it leaves to the text.</summary>
internal sealed record TimelineRows(IReadOnlyList<TimelineEntry> Dated, IReadOnlyList<TimelineEntry> Undated, int Left)
{
    /// <summary>More than this nobody reads off a picture.</summary>
    public const int Most = 40;

    /// <summary>Where not all fit, what is new stays first, then what is latest; the order is that of the list in any case.</summary>
    public static TimelineRows Of(IReadOnlyList<TimelineEntry> entries)
    {
        var kept = entries
            .Select((entry, at) => (entry, at))
            .OrderByDescending(row => row.entry.IsNew)
            .ThenBy(row => row.entry.On is null)
            .ThenByDescending(row => row.at)
            .Take(Most)
            .OrderBy(row => row.at)
            .Select(row => row.entry)
            .ToLookup(entry => entry.On is not null);
        return new TimelineRows([.. kept[true]], [.. kept[false]], Math.Max(0, entries.Count - Most));
    }
}
