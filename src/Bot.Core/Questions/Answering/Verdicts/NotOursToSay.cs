using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Parties;
using Bot.Core.Questions.Answering.Presumptions;

namespace Bot.Core.Questions.Answering.Verdicts;

/// <summary>A verdict, an opinion or an instruction was asked of us. The same card whichever verdict was wanted: who welcomed it, who criticised it, who did not comment.</summary>
internal static class NotOursToSay
{
    private const int Most = 4;

    public static Draft? Apply(Case found)
    {
        if (!Judgements.AreAsked(found.Question) || Roles.AskedToHaveSaid(found.Question) is not null)
        {
            return null;
        }

        if (
            found.Question.Terms.Any(term => term.Entity is null)
            && found
                .Facts.From(Thresholds.Near)
                .Take(6)
                .FirstOrDefault(fact => fact is { Fact: Account, Match.Content: >= Thresholds.Content })
                is { Fact: Account account } touched
            && Contested.Both(found, touched, account) is { } both
        )
        {
            return both;
        }

        if (!IsOfMainDeed(found))
        {
            return Draft.Abstained(AbstentionReason.OutsideStory, new Shape.NotOursToSay(), []);
        }

        var responses = found.OfKind(FactKind.Response, FactKind.NonAnswer).Where(fact => IsResponse(fact.Fact)).ToList();
        var silent = responses.Where(fact => fact.Fact is NonAnswer).Take(1).ToList();
        var spoken = responses
            .Where(fact => fact.Fact is Assertion)
            .DistinctBy(fact => (fact.Fact.Stance, fact.Fact.Speaker))
            .Take(Most - silent.Count);
        return Draft.Abstained(AbstentionReason.OutsideStory, new Shape.NotOursToSay(), [.. spoken, .. silent]);
    }

    /// <summary>Who responded bears on what was done, and not on what somebody is.</summary>
    private static bool IsOfMainDeed(Case found) =>
        found.Question.Mentions.Count == 0 || found.Question.Mentions.Any(mention => Responses.IsWhoActed(found, mention.Entity));

    /// <summary>A task was set to us, or help of another sort was asked for.</summary>
    public static Draft? Outside(Case found) =>
        found.Question.Asks("outside") || (found.Question.Asks("howto") && found.Top is not { Score: >= Thresholds.Answers })
            ? Draft.Abstained(AbstentionReason.OutsideStory, new Shape.NothingNear(), [])
            : null;

    private static bool IsResponse(Fact fact) =>
        fact.Linked(LinkKind.RespondsTo).Any() && fact.Kind is FactKind.Response or FactKind.NonAnswer;
}
