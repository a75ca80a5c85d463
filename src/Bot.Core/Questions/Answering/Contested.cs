using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>A contested description was asked about: both accounts, whichever side the question took, and no verdict.</summary>
internal static class Contested
{
    /// <summary>How far behind the best fact an account may be whose own words were used.</summary>
    private const float Behind = 0.12f;

    public static Draft? Apply(Case found)
    {
        if (
            found.Facts.Take(6).FirstOrDefault(fact => fact.Fact is Account && IsAskedFor(found, fact))
                is not { Fact: Account account } touched
            || found.Find(account.Other) is not { } other
        )
        {
            return null;
        }

        var (first, second) = InOrder(touched, other);
        var beside = found
            .All()
            .Where(fact =>
                fact.Fact is Assertion && fact.Fact.Linked(LinkKind.SaidWith).Any(id => id == first.Fact.Id || id == second.Fact.Id)
            )
            .Take(2);
        return Draft.Partly(new Shape.AccountsDiffer(first.Scored, second.Scored), [first, second, .. beside], touched.Score);
    }

    /// <summary>The account comes first of all facts, or a word was used that no fact but the two accounts holds.</summary>
    private static bool IsAskedFor(Case found, Found fact)
    {
        var (score, best) = (fact.Score, found.Facts[0].Score);
        var gap = found.Gap?.Score ?? 0;
        return score >= Thresholds.Near
            && ((score >= Math.Max(best, gap) && score >= Thresholds.Answers) || (score >= best - Behind && UsesItsOwnWord(found, fact)));
    }

    private static bool UsesItsOwnWord(Case found, Found account)
    {
        var match = account.Match!;
        for (var i = 0; i < found.Question.Terms.Count; i++)
        {
            var at = i;
            if (
                found.Question.Terms[i].Entity is null
                && match.OwnCredits[i] >= 0.7f
                && found.Facts.All(fact => fact.Fact is Account || fact.Match!.OwnCredits[at] < 0.7f)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static (Found First, Found Second) InOrder(Found one, Found other)
    {
        var (left, right) = (one.Fact.SaidBy ?? DateOnly.MaxValue, other.Fact.SaidBy ?? DateOnly.MaxValue);
        return left < right || (left == right && one.Target < other.Target) ? (one, other) : (other, one);
    }
}
