namespace Bot.Core.Facts;

/// <summary>How many stand behind what several sources carry.</summary>
public static class Origins
{
    /// <summary>Whether they bear out more than one party says: two origins, or a document of record.</summary>
    public static bool AreEnoughToConfirm(IReadOnlyCollection<Source> sources) =>
        sources.Any(source => source.Record) || Count(sources) > 1;

    public static int Count(IEnumerable<Source> sources) =>
        sources.Select(source => source.Origin).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
