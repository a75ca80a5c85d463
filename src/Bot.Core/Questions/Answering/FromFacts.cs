using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>The best facts, if they are near enough; partly, where something keeps them from being a plain answer.</summary>
internal static class FromFacts
{
    private const int Most = 4;

    public static Draft? Apply(Case found)
    {
        if (
            found.Top is not { Score: >= Thresholds.Answers } top
            || (top.Match!.Content < Thresholds.Content && !HoldsBoth(found.Question, top))
            || found.IsFaint(top)
        )
        {
            return null;
        }

        var together = found
            .Facts.From(Math.Max(top.Score - Thresholds.Together, Thresholds.Answers))
            .Where(fact => fact.Fact is not Account)
            .Take(Most)
            .ToList();
        together = HoldingAllNames(found, together);
        together = [.. together, .. SaidWith(found, together).Take(Most - together.Count)];
        together = SayingAllFirst(found, together);
        together = [.. FiguresAlike(found, together) is [_, ..] alike ? Case.Order([.. together, .. alike]) : together];
        together = [.. together, .. Denials(found, together)];
        var facts = MissingSlot.Reordered(found, OwnWordsFirst(found, together));
        return facts.Count == 0 ? null
            : Reservations.Of(found, facts) is { } reserved ? KnownGaps.Instead(found, reserved) ?? reserved
            : Draft.Answered(new Shape.Direct(found.Question.Slot), facts, top.Score);
    }

    /// <summary>"Is it about X or also Y": two were named, and the fact speaks of both.</summary>
    public static bool HoldsBoth(Question question, Found fact) =>
        question.Mentions.Count > 1
        && question.Words.Any(word => word.Normal == "or")
        && question.Terms.Select((term, i) => term.Entity is null || fact.Match!.OwnCredits[i] >= 0.9f).All(held => held);

    /// <summary>Where one of them speaks of every party named, it goes first; where yes or no was asked, those that do not are beside the point.</summary>
    private static List<Found> HoldingAllNames(Case found, List<Found> facts)
    {
        var names = Enumerable.Range(0, found.Question.Terms.Count).Where(i => found.Question.Terms[i].Entity is not null).ToList();
        var holding = facts.FindAll(fact => names.TrueForAll(i => fact.Match!.Credits[i] >= 0.7f));
        return names.Count < 2 || holding.Count == 0 ? facts
            : found.Question.YesNo ? holding
            : [.. holding, .. facts.Except(holding)];
    }

    /// <summary>Yes or no was asked, and one of them has every word of it in its own: that goes first.</summary>
    private static List<Found> SayingAllFirst(Case found, List<Found> facts) =>
        found.Question.YesNo && facts.Find(fact => fact.Match is { } match && match.OwnCredits.All(credit => credit >= 0.7f)) is { } all
            ? [all, .. facts.Where(fact => fact != all)]
            : facts;

    /// <summary>"What did X say about …": what X said goes first.</summary>
    private static IReadOnlyList<Found> OwnWordsFirst(Case found, IReadOnlyList<Found> facts) =>
        Roles.AskedToHaveSaid(found.Question) is { } party
            ?
            [
                .. facts.OrderBy(fact =>
                    found.SaidBy(fact.Fact, party.Id) || (fact.Fact is NonAnswer && found.By(fact.Fact, party.Id)) ? 0 : 1
                ),
            ]
            : facts;

    /// <summary>What was said in one breath with the best fact, and nearly fits as well.</summary>
    private static IEnumerable<Found> SaidWith(Case found, IReadOnlyList<Found> facts) =>
        facts.Count == 0
            ? []
            : found
                .LinkingTo(LinkKind.SaidWith, [facts[0].Fact.Id])
                .Where(fact =>
                    fact.Match is not null
                    && fact.Score >= facts[0].Score - Thresholds.SaidWith
                    && fact.Fact.Kind == facts[0].Fact.Kind
                    && facts.All(other => other.Target != fact.Target)
                )
                .OrderByDescending(fact => fact.Score);

    /// <summary>"How many died?", with nobody named: every figure that holds the words, each with its owner, and not the nearest alone.</summary>
    private static List<Found> FiguresAlike(Case found, IReadOnlyList<Found> facts) =>
        found.Question.Slot is not Slot.Number || found.Question.Mentions.Count > 0 || facts is not [{ Fact.Figure: not null } best, ..]
            ? []
            :
            [
                .. found.Facts.Where(fact =>
                    fact.Fact.Figure is not null
                    && facts.All(other => other.Target != fact.Target)
                    && Enumerable
                        .Range(0, found.Question.Terms.Count)
                        .All(term => best.Match!.OwnCredits[term] < 0.7f || fact.Match!.OwnCredits[term] >= 0.7f)
                ),
            ];

    /// <summary>A claim is not shown without its denial, nor a denial without what it denies.</summary>
    private static IEnumerable<Found> Denials(Case found, IReadOnlyList<Found> facts)
    {
        var ids = facts.Select(fact => fact.Fact.Id).ToHashSet();
        var denied = facts.SelectMany(fact => fact.Fact.Linked(LinkKind.Denies)).ToHashSet();
        return found
            .LinkingTo(LinkKind.Denies, ids)
            .Concat(denied.Select(id => found.Find(id)).OfType<Found>())
            .Where(fact => !ids.Contains(fact.Fact.Id));
    }

    /// <summary>Not near enough to answer, near enough to be shown with the words that our sources do not say just that.</summary>
    public static Draft? Nearest(Case found)
    {
        var near = found.Facts.From(Thresholds.Nearly).Where(fact => fact.Fact is not Account).Take(2).ToList();
        if (
            near.Count > 0
            && !found.IsFaint(near[0])
            && near[0].Match is { Coverage: >= Thresholds.NearlyCovers, Content: >= Thresholds.ContentNearly }
        )
        {
            return Reservations.OfAnother(found, near)
                ?? Draft.Partly(new Shape.NotSaid(), [.. near, .. Denials(found, near)], near[0].Score * 0.6);
        }

        var theirs =
            found.Question is { Subject: { } subject } question && (!question.YesNo || question.Leading)
                ? OfParty(found, subject).Take(2).ToList()
                : [];
        return theirs.Count == 0
            ? null
            : Reservations.OnlyAlleged(found, theirs)
                ?? Draft.Partly(new Shape.NotSaid(), [.. theirs, .. Denials(found, theirs)], theirs[0].Score * 0.5);
    }

    /// <summary>What the party asked about did or said.</summary>
    private static IEnumerable<Found> OfParty(Case found, Entity party) =>
        found
            .Facts.From(found.Question.Slot is Slot.Cause ? Thresholds.NearOfParty : Thresholds.Near)
            .Where(fact => fact.Fact is not Account && found.By(fact.Fact, party.Id));
}
