namespace Bot.Core.Questions.Understanding;

/// <summary>Finds the concepts that words stand for, and the ways of asking they are known by.</summary>
internal static class FindConcepts
{
    public static Question Apply(Question question, Context context)
    {
        var (index, terms) = (context.Index, question.TermIds());
        var concepts = new List<string>();
        for (var at = 0; at < terms.Length; at++)
        {
            if (terms[at] >= 0)
            {
                index.Lexical.AddNames(index.Concepts.Longest(terms, at).Markers, concepts);
            }
        }

        var (cues, words) = WaysOfAsking.In(terms, index);
        return question with { Concepts = concepts, Cues = cues, CueWords = words };
    }
}
