using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// The terms that an index is searched for. A word's stand-ins are sought with it, except where there are texts enough without them: most postings of
/// a question belong to stand-ins, and in a large index they bring nothing among the best that its own words do not. What is not sought still counts
/// when a text is looked at closely.
/// </summary>
internal static class SoughtTerms
{
    /// <summary>A term that so many texts hold has no stand-ins, and is none. An index of no more texts is searched for everything.</summary>
    public const int Enough = 512;

    /// <summary>Each term once, with the most that it gives for any word: the word's weight times the term's credit.</summary>
    public static Wanted[] Of(IReadOnlyList<Term> question, TermIndex index)
    {
        var room = 0;
        for (var i = 0; i < question.Count; i++)
        {
            room += question[i].Alternatives.Count;
        }

        var (sought, count) = (new Wanted[room], 0);
        for (var i = 0; i < question.Count; i++)
        {
            var (own, others) = (0, question[i].Alternatives);
            for (var at = 0; at < others.Count; at++)
            {
                var held = index.Frequency(others[at].Term);
                if (own == 0 || (own <= Enough && held <= Enough))
                {
                    count = Add(sought, count, new Wanted(others[at].Term, others[at].Credit * question[i].Weight));
                }

                own = own == 0 ? held : own;
            }
        }

        return sought[..count];
    }

    private static int Add(Wanted[] sought, int count, Wanted one)
    {
        for (var at = 0; at < count; at++)
        {
            if (sought[at].Term == one.Term)
            {
                sought[at] = one with { Weight = Math.Max(one.Weight, sought[at].Weight) };
                return count;
            }
        }

        sought[count] = one;
        return count + 1;
    }
}
