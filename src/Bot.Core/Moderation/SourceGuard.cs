using Bot.Core.Facts;

namespace Bot.Core.Moderation;

/// <summary>
/// What a fact says stands and falls with the sentences it rests on: its wording, its numbers, its dates and names do not change while those stay as they are,
/// unless somebody looked at them again.
/// </summary>
internal static class SourceGuard
{
    private static readonly HashSet<string> Borne = new(StringComparer.Ordinal)
    {
        "actor",
        "action",
        "object",
        "speaker",
        "on",
        "said-on",
        "where",
        "scope",
        "figure",
        "says",
        "quote",
    };

    /// <summary>The fields that changed though the sentences did not; none where nothing is in the way.</summary>
    public static IReadOnlyList<string> Unborne(Fact before, Fact after)
    {
        var changed = FactContent.Differences(before, after).Select(field => field.Name).ToList();
        return changed.Contains("rests-on") ? [] : [.. changed.Where(Borne.Contains)];
    }
}
