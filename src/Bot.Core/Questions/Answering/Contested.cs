using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>A contested description was asked about: both accounts, whichever side the question took, and no verdict.</summary>
internal static class Contested
{
    public static Draft? Apply(Case found)
    {
        var touched = found.Facts.Take(4).FirstOrDefault(fact => fact.Fact is Account && IsAskedFor(found, fact));
        if (touched?.Fact is not Account account || found.Find(account.Other) is not { } other)
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

    /// <summary>The account's own words were used, not only the names of those it speaks of.</summary>
    private static bool IsAskedFor(Case found, Found fact)
    {
        var match = fact.Match!;
        var best = found.Facts[0].Score;
        if (fact.Score < best - 0.15f || fact.Score < Thresholds.Near)
        {
            return false;
        }

        for (var i = 0; i < found.Question.Terms.Count; i++)
        {
            var term = found.Question.Terms[i];
            if (term.Entity is null && match.Credits[i] >= 0.7f && found.Story.Index.Facts.Frequency(term.Alternatives[0].Term) <= 30)
            {
                return fact.Score >= Thresholds.Answers - 0.1f || match.OwnCredits[i] >= 0.7f;
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
