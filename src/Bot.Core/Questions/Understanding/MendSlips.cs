using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>Mends typing slips: a word neither the story nor the English table knows becomes the story's word next to it, if there is one.</summary>
internal static class MendSlips
{
    /// <summary>A shorter word is not taken for one that only the lexicon has: there are too many of those, and "dept" is no "debt".</summary>
    private const int LeastForLexicon = 6;

    public static Question Apply(Question question, Context context)
    {
        if (question.Words.All(IsKnown) && question.Beside.All(IsKnown))
        {
            return question;
        }

        return question with
        {
            Words = Mended(question.Words, context.Index),
            Beside = Mended(question.Beside, context.Index),
        };
    }

    private static bool IsKnown(Word word) => word.TermId >= 0;

    private static List<Word> Mended(IReadOnlyList<Word> words, StoryIndex index)
    {
        var mended = new List<Word>(words.Count);
        foreach (var word in words)
        {
            if (IsKnown(word))
            {
                mended.Add(word);
            }
            else
            {
                mended.AddRange(Split(word, index).Select(part => Mend(part, index)));
            }
        }

        return mended;
    }

    /// <summary>"Blogpost" is two words run together, where both are words of the story; "Germany" and "membership" are words of their own.</summary>
    private static Word[] Split(Word word, StoryIndex index)
    {
        var text = word.Normal;
        if (index.Lexicon.Names.Contains(text) || WordRanks.Knows(text))
        {
            return [word];
        }

        for (var at = 3; at + 3 <= text.Length; at++)
        {
            if (index.Terms.FindForm(text.AsSpan(0, at)) is { } left && index.Terms.FindForm(text.AsSpan(at)) is { } right)
            {
                return
                [
                    new Word(text[..at], left, index.Terms.IsStop(left), word.IsCapitalised, word.Start),
                    new Word(text[at..], right, index.Terms.IsStop(right), IsCapitalised: false, word.Start + at),
                ];
            }
        }

        return [word];
    }

    private static Word Mend(Word word, StoryIndex index)
    {
        if (IsKnown(word) || word.Normal.Length < 4 || char.IsDigit(word.Normal[0]) || WordRanks.Knows(word.Normal))
        {
            return word;
        }

        var allowed = word.Normal.Length >= 7 ? 2 : 1;
        string? best = null;
        var (bestDistance, bestFrequency) = (allowed + 1, -1);
        foreach (var (surface, term) in index.Terms.Beginning(word.Normal[0]))
        {
            if (surface.Length < 3 || Math.Abs(surface.Length - word.Normal.Length) > allowed)
            {
                continue;
            }

            var distance = EditDistance.Between(word.Normal, surface, Math.Min(allowed, bestDistance));
            var frequency = index.Facts.Frequency(term);
            if (
                (distance > 1 && word.Normal.Length < 8 && !index.Names.IsName(surface))
                || (word.Normal.Length < LeastForLexicon && !index.Terms.IsStop(term) && !index.Speaks(term))
            )
            {
                continue;
            }

            var isAsGood = distance == bestDistance && frequency == bestFrequency;
            if (
                distance < bestDistance
                || (distance == bestDistance && frequency > bestFrequency)
                || (isAsGood && string.CompareOrdinal(surface, best) < 0)
            )
            {
                (best, bestDistance, bestFrequency) = (surface, distance, frequency);
            }
        }

        if (best is null || bestDistance > allowed)
        {
            return word;
        }

        var found = index.Terms.Find(best);
        return word with { Normal = best, TermId = found, IsStop = index.Terms.IsStop(found), Typed = word.Normal };
    }
}
