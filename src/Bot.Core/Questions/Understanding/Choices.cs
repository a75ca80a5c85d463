using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Understanding;

/// <summary>"X or Y": where the story holds one of the two, the other is no bar; and of "who, X or Y" either may be the answer, so neither is looked for.</summary>
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
                && left != right
            )
            {
                if (question.Slot is Slot.Name && terms[left].Entity is not null && terms[right].Entity is not null)
                {
                    if (StandApart(question, terms[left]))
                    {
                        terms[left] = Lightened(terms[left]);
                        terms[right] = Lightened(terms[right]);
                    }

                    continue;
                }

                if (IsSpoken(terms[left], index) == IsSpoken(terms[right], index))
                {
                    continue;
                }

                var other = IsSpoken(terms[left], index) ? right : left;
                terms[other] = Lightened(terms[other]);
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

    /// <summary>"Who did it, X or Y", and not "who paid X or Y": what is done to them tells who it was.</summary>
    private static bool StandApart(Question question, Term first) =>
        first.At == 0
        || question.Text.AsSpan(0, question.Words[first.At].Start).TrimEnd() is [.., ',' or ':' or '?' or '-']
        || question.Words[first.At - 1].Normal is "who" or "it" or "this" or "that" or "off" or "out" or "down";

    private static Term Lightened(Term term) => term with { IsName = false, Weight = term.Weight * TermWeights.Light };

    private static bool IsSpoken(Term term, StoryIndex index) => term.Alternatives.Any(alternative => index.Speaks(alternative.Term));
}
