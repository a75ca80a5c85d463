using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>Looks in a sentence for what could be the answer: words of the sort asked for that the question does not hold already.</summary>
internal static class FittingWords
{
    /// <summary>So near before some and behind them their names stand: "Holt and two firms", "three firms, among which Holt".</summary>
    private const int NameBefore = 3;
    private const int NameBehind = 4;

    /// <summary>Whether the sentence holds something of the sort.</summary>
    public static bool Has(Sort sort, PassageView view)
    {
        var sorts = view.Index.Makeup.Sorts;
        var tokens = view.Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            var fits = sort switch
            {
                Sort.Number => sorts.IsNumber(tokens[at].Term),
                Sort.Date => sorts.IsDate(tokens[at].Term),
                Sort.Name => view.Index.Makeup.IsName(tokens, at),
                _ => false,
            };
            if (fits && !view.Wording.Has(tokens[at].Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many words of content the sentence has that the question has not.</summary>
    public static int Count(PassageView view)
    {
        var count = 0;
        foreach (var token in view.Tokens)
        {
            count += IsContent(view, token) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a word stands beside the noun asked for that tells which: "the binary alphabet" for "which alphabet".</summary>
    public static bool TellsWhich(PassageView view)
    {
        var tokens = view.Tokens;
        for (var at = 0; at < tokens.Length && view.Noun >= 0; at++)
        {
            if (
                tokens[at].Term == view.Noun
                && ((at > 0 && IsContent(view, tokens[at - 1])) || (at + 1 < tokens.Length && IsCapital(view, tokens[at + 1])))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a noun stands only for one of its kind: "a station", and "a radio station" where "radio" is asked for.</summary>
    public static bool IsAnyOf(PassageView view, int noun)
    {
        var tokens = view.Tokens;
        var sorts = view.Index.Makeup.Sorts;
        var isAny = false;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Term == noun)
            {
                var end = at + 1;
                while (end < tokens.Length && !view.Index.Makeup.IsStop(tokens[end]) && view.Wording.Has(tokens[end].Term))
                {
                    end++;
                }

                if (
                    at == 0
                    || !view.Wording.HasForm(tokens[at])
                    || !sorts.IsIndefinite(tokens[at - 1].Term)
                    || (at > 1 && (sorts.Points(tokens[at - 2].Term) || view.Index.Makeup.IsName(tokens, at - 2)))
                    || (end < tokens.Length && (IsCapital(view, tokens[end]) || sorts.Calls(tokens[end].Term)))
                )
                {
                    return false;
                }

                isAny = true;
            }
        }

        return isAny;
    }

    /// <summary>Whether a person is told of by their role and goes without a name: no full name that the question lacks is there, but what a place is called.</summary>
    public static bool IsUnnamed(PassageView view, int role)
    {
        var tokens = view.Tokens;
        var isThere = false;
        for (var at = 0; at < tokens.Length; at++)
        {
            isThere |= tokens[at].Term == role && view.Wording.HasForm(tokens[at]);
            if (
                at + 1 < tokens.Length
                && IsNewName(view, at)
                && IsNewName(view, at + 1)
                && !view.Index.Makeup.Sorts.IsTitle(tokens[at].Term)
                && (at == 0 || !view.Index.Makeup.Sorts.IsBeforePlaces(tokens[at - 1].Term))
            )
            {
                return false;
            }
        }

        return isThere;
    }

    /// <summary>Whether some are spoken of and no name that the question lacks stands near.</summary>
    public static bool IsNameless(PassageView view, int noun)
    {
        var tokens = view.Tokens;
        var isThere = false;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Term != noun)
            {
                continue;
            }

            isThere = true;
            for (var near = Math.Max(0, at - NameBefore); near <= Math.Min(tokens.Length - 1, at + NameBehind); near++)
            {
                if (IsNewName(view, near))
                {
                    return false;
                }
            }
        }

        return isThere;
    }

    /// <summary>Whether something has a deed done to it: "was stolen", "the update installed in May", "a stolen list"; or it is said not to be done: "did not steal".</summary>
    /// <param name="suffers">What the question says has it done to it.</param>
    public static bool IsSuffered(PassageView view, int deed, List<Word> suffers)
    {
        var tokens = view.Tokens;
        var sorts = view.Index.Makeup.Sorts;
        for (var at = 1; at < tokens.Length; at++)
        {
            if (
                tokens[at].Term == deed
                && (
                    sorts.IsBeing(tokens[at - 1].Term)
                    || sorts.Negates(tokens[at - 1].Term)
                    || (
                        at + 1 < tokens.Length
                        && view.Wording.HasForm(tokens[at])
                        && sorts.IsOfPlaceOrTime(tokens[at + 1].Term)
                        && Holds(tokens[..at], suffers)
                    )
                    || (
                        at + 1 < tokens.Length
                        && (sorts.IsIndefinite(tokens[at - 1].Term) || sorts.Points(tokens[at - 1].Term))
                        && suffers is [.., var last]
                        && tokens[at + 1].Term == last.TermId
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name of the question stands in the sentence with more before it: "Ann Holt" for "Holt".</summary>
    public static bool TellsMoreOfName(PassageView view)
    {
        var tokens = view.Tokens;
        for (var at = 1; at < tokens.Length; at++)
        {
            if (tokens[at].IsCapital && IsCapital(view, tokens[at - 1]) && view.Wording.HasCapital(tokens[at].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ReadOnlySpan<Token> tokens, List<Word> any)
    {
        foreach (var token in tokens)
        {
            if (token.Term >= 0 && any.Exists(word => word.TermId == token.Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNewName(PassageView view, int at) =>
        view.Index.Makeup.IsName(view.Tokens, at) && !view.Wording.Has(view.Tokens[at].Term);

    private static bool IsContent(PassageView view, Token token) => !view.Index.Makeup.IsStop(token) && !view.Wording.Has(token.Term);

    private static bool IsCapital(PassageView view, Token token) => token.IsCapital && IsContent(view, token);
}
