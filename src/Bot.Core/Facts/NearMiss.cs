namespace Bot.Core.Facts;

/// <summary>Finds the known word that a mistyped one was probably meant to be.</summary>
public static class NearMiss
{
    private const int LongestWord = 64;

    /// <summary>The nearest known word, or null when none is near enough to be worth naming.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var all = known.ToList();
        return Mistyped(word, all) ?? Inflected(word, all);
    }

    private static string? Mistyped(string word, List<string> known)
    {
        var allowed = Math.Clamp(word.Length / 3, 1, 3);
        return known
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= allowed)
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= allowed)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>The only word that begins as this one does, but for its last letter: "denies" for "deny".</summary>
    private static string? Inflected(string word, List<string> known) =>
        word.Length >= 4
        && known.Where(candidate => candidate.StartsWith(word[..^1], StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only
            : null;

    /// <summary>The near miss as a question to append to a sentence, or nothing.</summary>
    public static string Question(string word, IEnumerable<string> known) => Of(word, known) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>How many letters must be added, dropped, changed or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
