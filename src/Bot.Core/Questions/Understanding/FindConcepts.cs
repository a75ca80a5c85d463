namespace Bot.Core.Questions.Understanding;

/// <summary>Finds the concepts that words stand for, and the ways of asking they are known by.</summary>
internal static class FindConcepts
{
    public static Question Apply(Question question, Context context)
    {
        var (index, terms) = (context.Index, question.Words.Select(word => word.TermId).ToArray());
        var concepts = new HashSet<string>();
        for (var at = 0; at < terms.Length; at++)
        {
            if (terms[at] >= 0)
            {
                concepts.UnionWith(index.Concepts.Longest(terms, at).Markers.Select(marker => index.Terms.Name(marker)[1..]));
            }
        }

        var (cues, words) = WaysOfAsking.In(terms, index);
        return question with { Concepts = concepts, Cues = cues, CueWords = words };
    }
}
