namespace Bot.Core.Questions.Understanding;

/// <summary>Finds the concepts that words stand for, and the ways of asking they are known by.</summary>
internal static class FindConcepts
{
    public static Question Apply(Question question, Context context)
    {
        var (index, terms) = (context.Index, question.Words.Select(word => word.TermId).ToArray());
        var concepts = new HashSet<string>();
        var cues = new HashSet<string>();
        var cueWords = new HashSet<int>();
        for (var at = 0; at < terms.Length; at++)
        {
            if (terms[at] < 0)
            {
                continue;
            }

            concepts.UnionWith(index.Concepts.Longest(terms, at).Markers.Select(marker => index.Terms.Name(marker)[1..]));
            var (ways, length) = index.Cues.Longest(terms, at);
            cues.UnionWith(ways.Select(marker => index.Terms.Name(marker)[5..]));
            cueWords.UnionWith(Enumerable.Range(at, length));
        }

        return (question with { Concepts = concepts, Cues = cues, CueWords = cueWords }).Note(
            $"concepts: {Join(concepts)}; asked as: {Join(cues)}"
        );
    }

    private static string Join(HashSet<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
