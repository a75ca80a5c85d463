namespace Bot.Core.Questions.Indexing;

/// <summary>Function words of languages that are not read, by word.</summary>
internal sealed class LanguageTable
{
    private readonly string[] languages;
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    public LanguageTable(IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        languages = [.. lists.Keys];
        for (var number = 0; number < languages.Length; number++)
        {
            foreach (var word in lists[languages[number]].Distinct())
            {
                if (!byWord.TryGetValue(word, out var numbers))
                {
                    byWord[word] = numbers = [];
                }

                numbers.Add(number);
            }
        }
    }

    /// <summary>The language of most of the words, and of how many; of languages with as many, the first.</summary>
    public (string? Language, int Count) MostOf(IEnumerable<string> words)
    {
        Span<int> counts = stackalloc int[languages.Length];
        counts.Clear();
        var best = 0;
        foreach (var word in words)
        {
            if (byWord.TryGetValue(word, out var numbers))
            {
                foreach (var number in numbers)
                {
                    counts[number]++;
                }
            }
        }

        for (var number = 0; number < counts.Length; number++)
        {
            best = counts[number] > counts[best] ? number : best;
        }

        return languages.Length == 0 ? (null, 0) : (languages[best], counts[best]);
    }
}
