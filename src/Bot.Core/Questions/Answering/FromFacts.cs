using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Answering.Verdicts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>The best facts, if they are near enough; partly, where something keeps them from being a plain answer.</summary>
internal static class FromFacts
{
    private const int Most = 4;
    private const int Several = 3;

    /// <summary>A name of less weight is one of two of which either may be the answer, or was only said beside the question.</summary>
    private const float Named = 0.3f;

    /// <summary>From this credit on a fact holds a word.</summary>
    private const float Holds = 0.7f;

    public static Draft? Apply(Case found)
    {
        if (
            found.Top is not { } top
            || (top.Score < Thresholds.Answers && !SaysEveryWord(found.Question, top))
            || (top.Match!.Content < Thresholds.Content && !HoldsBoth(found.Question, top))
            || found.IsFaint(top)
        )
        {
            return null;
        }

        var together = found
            .Facts.From(Math.Max(top.Score - Thresholds.Together, Math.Min(top.Score, Thresholds.Answers)))
            .Where(fact => fact.Fact is not Account)
            .Take(Most)
            .ToList();
        together = HoldingAllNames(found, together);
        together = [.. together, .. SaidWith(found, together).Take(Most - together.Count)];
        together = SayingAllFirst(found, together);
        together = FiguresAlike(found, together) is [_, ..] alike ? [.. Case.Order([.. together, .. alike])] : together;
        together.AddRange(Denials(found, together));
        var facts = MissingSlot.Reordered(found, OwnWordsFirst(found, DoersFirst(found, together)));
        return facts.Count == 0 ? null
            : Reservations.Of(found, facts) is { } reserved ? KnownGaps.Instead(found, reserved) ?? reserved
            : Draft.Answered(new Shape.Direct(found.Question.Slot), facts, top.Score);
    }

    /// <summary>Its own words hold each word of the question, and several: however few ways of asking there are, it is what was asked.</summary>
    private static bool SaysEveryWord(Question question, Found fact) => question.Terms.Count >= Several && fact.Match!.SaysEveryWord;

    /// <summary>"Is it about X or also Y": two were named, and the fact speaks of both.</summary>
    public static bool HoldsBoth(Question question, Found fact) =>
        question.Mentions.Count > 1
        && question.Has(word => word == "or")
        && question.Terms.Select((term, i) => term.Entity is null || fact.Match!.OwnCredits[i] >= 0.9f).All(held => held);

    /// <summary>Where one of them speaks of every party named, it goes first; where yes or no was asked, those that do not are beside the point.</summary>
    private static List<Found> HoldingAllNames(Case found, List<Found> facts)
    {
        var names = Enumerable
            .Range(0, found.Question.Terms.Count)
            .Where(i => found.Question.Terms[i] is { Entity: not null, Weight: >= Named })
            .ToList();
        if (names.Count < 2)
        {
            return facts;
        }

        var holding = facts.FindAll(fact => names.TrueForAll(i => fact.Match!.Credits[i] >= Holds));
        return holding.Count == 0 ? facts
            : found.Question.YesNo ? holding
            : [.. holding, .. facts.Except(holding)];
    }

    /// <summary>Yes or no was asked, and one of them has every word of it in its own: that goes first.</summary>
    private static List<Found> SayingAllFirst(Case found, List<Found> facts) =>
        found.Question.YesNo && facts.Find(fact => fact.Match is { } match && match.OwnCredits.All(credit => credit >= Holds)) is { } all
            ? [all, .. facts.Where(fact => fact != all)]
            : facts;

    /// <summary>"How many did X hurt": a figure of what X did goes before one of what others did.</summary>
    private static IReadOnlyList<Found> DoersFirst(Case found, List<Found> facts) =>
        found.Question is { Slot: Slot.Number, Doer: { } doer }
        && facts.Exists(fact => fact.Fact.Figure is not null && found.By(fact.Fact, doer.Id))
            ? [.. facts.OrderBy(fact => found.By(fact.Fact, doer.Id) ? 0 : 1)]
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

    /// <summary>"How many died?", with nobody named: every figure that holds the words which the nearest holds, each with its owner, and not that alone.</summary>
    private static List<Found> FiguresAlike(Case found, IReadOnlyList<Found> facts)
    {
        if (
            found.Question.Slot is not Slot.Number
            || found.Question.Mentions.Count > 0
            || facts is not [{ Fact.Figure: not null } best, ..]
        )
        {
            return [];
        }

        var held = Enumerable.Range(0, found.Question.Terms.Count).Where(term => best.Match!.OwnCredits[term] >= Holds).ToList();
        return held.Count == 0
            ? []
            :
            [
                .. found.Facts.Where(fact =>
                    fact.Fact.Figure is not null
                    && facts.All(other => other.Target != fact.Target)
                    && held.TrueForAll(term => fact.Match!.OwnCredits[term] >= Holds)
                ),
            ];
    }

    /// <summary>A claim is not shown without its denial, nor a denial without what it denies.</summary>
    private static IEnumerable<Found> Denials(Case found, IReadOnlyList<Found> facts)
    {
        List<FactId> ids = [.. facts.Select(fact => fact.Fact.Id)];
        List<FactId> denied = [.. facts.SelectMany(fact => fact.Fact.Linked(LinkKind.Denies)).Distinct()];
        return
        [
            .. found
                .LinkingTo(LinkKind.Denies, ids)
                .Concat(denied.Select(found.Find).OfType<Found>())
                .Where(fact => !ids.Contains(fact.Fact.Id)),
        ];
    }

    /// <summary>Not near enough to answer, near enough to be shown with the words that our sources do not say just that.</summary>
    public static Draft? Nearest(Case found)
    {
        var near = found.Facts.From(Thresholds.Nearly).Where(fact => fact.Fact is not Account).Take(2).ToList();
        if (
            found.Top
                is {
                    Fact: Account account,
                    Score: >= Thresholds.Answers,
                    Match: { Coverage: >= Thresholds.NearlyCovers, Content: >= Thresholds.ContentNearly },
                } top
            && !found.IsFaint(top)
            && (near.Count == 0 || near[0].Score < top.Score - Thresholds.Together)
            && Contested.Both(found, top, account) is { } both
        )
        {
            return both;
        }

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
