namespace Bot.Core.Facts;

/// <summary>
/// The day by which a fact counts as checked where none is written down: what its sources, or its own dates, show that it is as new as.
/// Never a day that was still to come when we knew the fact.
/// </summary>
/// <param name="sourceOf">Null for a source with a mistake of its own.</param>
/// <param name="retrievedOf">When we took a document; null where that is not known.</param>
/// <param name="facts">All that are told beside each other: a document is no older than the newest day that it tells of.</param>
/// <param name="below">The same of the facts that these lie over.</param>
public sealed class CheckedByDefault(
    Func<SourceId, Source?> sourceOf,
    Func<SeedId, PartialDate?> retrievedOf,
    IEnumerable<Fact> facts,
    CheckedByDefault? below = null
)
{
    /// <summary>Worked out when first asked for, and once: a story may have a million facts, and most have a source with a day.</summary>
    private Dictionary<SourceId, DateOnly>? newest;

    /// <summary>Null: nothing to check by.</summary>
    public DateOnly? Of(Fact fact)
    {
        var read = Read(fact);
        var published = read.Max(source => source.Published is { } day ? NoLaterThan(fact.Known, day) ?? day.First : (DateOnly?)null);
        if (published is not null)
        {
            return published;
        }

        var told = read.Select(source => Newest(source.Id)).Append(Told(fact)).Max();
        return told > fact.Known ? fact.Known : told;
    }

    /// <summary>The newest day that any fact of a source tells of.</summary>
    private DateOnly? Newest(SourceId source)
    {
        newest ??= facts
            .SelectMany(fact => Told(fact) is { } day ? fact.Sources.Select(id => (id, day)) : [])
            .GroupBy(told => told.id, told => told.day)
            .ToDictionary(told => told.Key, told => told.Max());
        DateOnly? here = newest.TryGetValue(source, out var day) ? day : null;
        return below?.Newest(source) is { } beneath && !(here > beneath) ? beneath : here;
    }

    /// <summary>A page we know only through another tells nothing of how new our own reading is.</summary>
    private List<Source> Read(Fact fact) => [.. fact.Sources.Select(sourceOf).OfType<Source>().Where(source => source.Seed is not null)];

    /// <summary>The day that a fact itself shows its document to be as new as.</summary>
    private DateOnly? Told(Fact fact)
    {
        var retrieved = Read(fact).Select(source => retrievedOf(source.Seed!.Value)).ToList();
        var taken = retrieved.Contains(null) ? null : retrieved.Max(day => day?.Last);
        var latest = taken < fact.Known ? taken.Value : fact.Known;
        return (fact.SaidOn is { } said ? NoLaterThan(latest, said) : null) ?? (Past(fact) is { } on ? NoLaterThan(latest, on) : null);
    }

    /// <summary>What of `on` lies behind whoever speaks of it: a plan has the day it is for, and a measure may end on a day to come.</summary>
    private static PartialDate? Past(Fact fact) =>
        (fact.Kind, fact.On) switch
        {
            (FactKind.Outlook, _) => null,
            (FactKind.Suspension or FactKind.Exemption or FactKind.Limit, { From: { } from, To: { }, IsSingle: false }) => from,
            (FactKind.Exemption or FactKind.Limit, _) => null,
            _ => fact.On?.To,
        };

    /// <summary>The last day that it can mean and that was not still to come; null where all of it was.</summary>
    private static DateOnly? NoLaterThan(DateOnly latest, PartialDate date) =>
        date.First > latest ? null
        : date.Last > latest ? latest
        : date.Last;
}
