using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Understanding;

/// <summary>"X or Y": where the story holds one of the two, the other is no bar.</summary>
internal static class Choices
{
    /// <summary>So far from "or" its two sides may stand, in words.</summary>
    private const int Reach = 4;

    public static List<Term> Lightened(Question question, List<Term> terms, StoryIndex index)
    {
        for (var or = 1; or + 1 < question.Words.Count; or++)
        {
            if (
                question.Words[or].Normal == "or"
                && Term(terms, question.Words.Take(or).Reverse()) is >= 0 and var left
                && Term(terms, question.Words.Skip(or + 1)) is >= 0 and var right
                && IsSpoken(terms[left], index) != IsSpoken(terms[right], index)
            )
            {
                var other = IsSpoken(terms[left], index) ? right : left;
                terms[other] = terms[other] with { IsName = false, Weight = terms[other].Weight * TermWeights.Light };
            }
        }

        return terms;
    }

    /// <summary>The first of some words that is looked for; -1 for none.</summary>
    private static int Term(List<Term> terms, IEnumerable<Word> words) =>
        words
            .Take(Reach)
            .Select(word => terms.FindIndex(term => term.Shown.Split(' ').Contains(word.Shown)))
            .FirstOrDefault(at => at >= 0, -1);

    private static bool IsSpoken(Term term, StoryIndex index) => term.Alternatives.Any(alternative => index.Speaks(alternative.Term));
}
