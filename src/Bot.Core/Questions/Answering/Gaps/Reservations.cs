using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Answering.Surveys;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Gaps;

/// <summary>What keeps the best facts from being a plain answer: the first that applies makes it a part of one.</summary>
internal static partial class Reservations
{
    /// <summary>From this weight on a word of the question matters.</summary>
    public const float Heavy = 0.55f;

    /// <summary>A word below this weight, such as "people", is not what is missed.</summary>
    private const float Mattering = 0.5f;

    public static Draft? Of(Case found, IReadOnlyList<Found> facts) =>
        Polarity.Of(found, facts)
        ?? Offices.Of(found, facts)
        ?? MissingSlot.Of(found, facts)
        ?? NotGiven(found, facts)
        ?? NotAll(found, facts)
        ?? OfAnother(found, facts)
        ?? OnlyAlleged(found, facts)
        ?? ForAnotherReason(found, facts)
        ?? Tense.OfThatDay(found, facts)
        ?? NotSaid.Of(found, facts)
        ?? Tense.Ageing(found, facts);

    /// <summary>A word that matters stands only in what a scope says is not given.</summary>
    private static Draft? NotGiven(Case found, IReadOnlyList<Found> facts)
    {
        var terms = found.Question.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Entity is not null || terms[i].Weight < Mattering)
            {
                continue;
            }

            var at = i;
            var lacking = facts.FirstOrDefault(fact => fact.Match?.Lacked[at] >= 0.7f);
            if (
                lacking is not null
                && (
                    IsToBeNamed(found.Question, terms[i], lacking.Fact)
                    || facts.All(fact => Held(found, fact, at) < lacking.Match!.Lacked[at] - 0.2f)
                    || IsContrast(terms[i], at, lacking)
                )
            )
            {
                return Draft.Partly(new Shape.NotGiven(SentenceOn(terms[i], lacking.Fact)), facts, facts[0].Score * 0.6);
            }
        }

        return null;
    }

    /// <summary>"Which agency", where the scope says that the agency is not named.</summary>
    private static bool IsToBeNamed(Question question, Term term, Fact fact) =>
        question.HasPair((first, second) => first == "which" && second == term.Shown)
        && SentenceOn(term, fact) is var sentence
        && sentence.Contains(term.Shown, StringComparison.OrdinalIgnoreCase)
        && sentence.Contains("named", StringComparison.Ordinal)
        && !sentence.Contains("one by one", StringComparison.Ordinal);

    /// <summary>"The Lincoln in England, not Lincoln, Nebraska": who names the other takes it for granted.</summary>
    private static bool IsContrast(Term term, int at, Found lacking) =>
        lacking.Match is { Asked: < Thresholds.Declared } match
        && match.OwnCredits[at] < 0.5f
        && SentenceOn(term, lacking.Fact).Contains(", not ", StringComparison.Ordinal);

    private static string SentenceOn(Term term, Fact fact)
    {
        var sentences = Scopes.NotGiven(fact.Scope).ToList();
        return sentences.Find(sentence => sentence.Contains(term.Shown, StringComparison.OrdinalIgnoreCase)) ?? sentences[0];
    }

    /// <summary>How far a fact holds a word; where yes or no is asked, only its own words count.</summary>
    private static float Held(Case found, Found fact, int term) =>
        fact.Match is not { } match ? 0
        : found.Question.YesNo ? match.OwnCredits[term]
        : match.Credits[term];

    /// <summary>"All", "every", "the whole": the facts speak of parts, or are limited by others.</summary>
    private static Draft? NotAll(Case found, IReadOnlyList<Found> facts)
    {
        var question = found.Question;
        var near = found.Facts.From(facts[0].Score - 0.15f);
        if (!question.Universal || IsOfTheWhole(found, facts[0]) || !(question.YesNo || near.Any(fact => IsOfParts(fact.Fact))))
        {
            return null;
        }

        var top = facts[0].Fact;
        var limits = found.LinkingTo(LinkKind.Limits, [top.Id]).Take(2);
        var parts = near.Where(fact => IsOfParts(fact.Fact)).Take(2);
        var whole = top.Linked(LinkKind.SupportsInPart).Select(id => found.Find(id)).OfType<Found>();
        return Draft.Partly(
            new Shape.PremiseFails(Premise.NotAll),
            [facts[0], .. limits, .. parts, .. whole, .. facts.Skip(1)],
            facts[0].Score * 0.7
        );
    }

    /// <summary>The fact itself speaks of the whole of what was asked about, and nothing limits it.</summary>
    private static bool IsOfTheWhole(Case found, Found fact) =>
        Whole().IsMatch(fact.Fact.Says)
        && !found.LinkingTo(LinkKind.Limits, [fact.Fact.Id]).Any()
        && found.Question.Mentions.All(mention => fact.Fact.Says.Contains(mention.Entity.Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfParts(Fact fact) =>
        fact.Kind is FactKind.Suspension or FactKind.Limit or FactKind.Exemption or FactKind.Finding;

    /// <summary>
    /// Yes or no was asked about somebody, or a number of some place, and the best facts do not concern him or it: what comes nearest of either goes first.
    /// </summary>
    public static Draft? OfAnother(Case found, IReadOnlyList<Found> facts)
    {
        var at =
            found.Question.YesNo ? MissingParty(found.Question, facts)
            : found.Question.Slot is Slot.Number ? MissingPlace(found, facts)
            : -1;
        if (at < 0)
        {
            return null;
        }

        var theirs = found.Facts.From(Thresholds.Near).FirstOrDefault(fact => fact.Fact is not Account && fact.Match!.Credits[at] >= 0.7f);
        return theirs is null
            ? !found.Question.YesNo || NamesOneLike(found, at, facts[0])
                ? Draft.Partly(new Shape.NotSaid(), facts, facts[0].Score * 0.6)
                : null
            : OnlyAlleged(found, [theirs, .. facts]) ?? Draft.Partly(new Shape.NotSaid(), [theirs, .. facts], facts[0].Score * 0.6);
    }

    /// <summary>The number of the subject's term that the best fact lacks, or of a person's or organisation's that all facts lack; -1 for none.</summary>
    private static int MissingParty(Question question, IReadOnlyList<Found> facts) =>
        Enumerable.Range(0, question.Terms.Count).FirstOrDefault(i => IsMissingParty(question, facts, i), -1);

    /// <summary>The number of the term of a place that others of the facts are about, and the story is not; -1 for none.</summary>
    private static int MissingPlace(Case found, IReadOnlyList<Found> facts) =>
        Enumerable
            .Range(0, found.Question.Terms.Count)
            .FirstOrDefault(
                i =>
                    found.Question.Terms[i].Entity is { Kind: EntityKind.Place } place
                    && found.Book.Concerning(place.Id) > 0
                    && !Overview.IsWhatItIsAbout(found, place)
                    && facts.All(fact => fact.Match?.Credits[i] <= TermWeights.Related - 0.05f),
                -1
            );

    /// <summary>It tells of another place, ship, person or the like than the one named.</summary>
    private static bool NamesOneLike(Case found, int term, Found fact) =>
        found.Question.Terms[term].Entity is { } named
        && fact.Match is { Asked: < Thresholds.Declared }
        && fact.Fact.About.Any(id => found.Book[id].Kind == named.Kind && found.Question.Mentions.All(mention => mention.Entity.Id != id));

    /// <summary>What is told of the company is not told of each person in it.</summary>
    private static bool IsMissingParty(Question question, IReadOnlyList<Found> facts, int term)
    {
        var entity = question.Terms[term].Entity;
        var most = entity?.Kind is EntityKind.Person ? TermWeights.Related : TermWeights.Related - 0.05f;
        return entity is not null
            && (
                entity.Id == question.Subject?.Id
                    ? facts[0].Match?.Credits[term] <= most
                    : entity.Kind is not EntityKind.Group && facts.All(fact => fact.Match?.Credits[term] <= most)
            );
    }

    /// <summary>Yes or no was asked of what is only alleged, or proof of what somebody says.</summary>
    public static Draft? OnlyAlleged(Case found, IReadOnlyList<Found> facts)
    {
        var (question, fact) = (found.Question, facts[0].Fact);
        var aboutSaying = !question.Doubting && question.Subject is { } subject && found.SaidBy(fact, subject.Id);
        var alleged = question.YesNo && (fact.Status == FactStatus.Alleged || IsDenied(found, facts));
        var doubted =
            question.Doubting
            && (
                fact.Kind is FactKind.Claim or FactKind.Finding or FactKind.Figure || (question.Leading && fact.Status is FactStatus.Stated)
            )
            && fact.Status != FactStatus.Confirmed;
        var unproven = question.YesNo && fact is { Kind: FactKind.Response, Status: not FactStatus.Confirmed } && AsksForProof(question);
        if (!unproven && (aboutSaying || !(alleged || doubted)))
        {
            return null;
        }

        var ids = facts.Select(shown => shown.Fact.Id).ToList();
        var support = new[] { LinkKind.Supports, LinkKind.SupportsInPart, LinkKind.Denies }.SelectMany(kind => found.LinkingTo(kind, ids));
        return Draft.Partly(new Shape.PremiseFails(Premise.NotEstablished), [.. facts, .. support.Take(2)], facts[0].Score * 0.7);
    }

    /// <summary>What somebody answers is no proof of it.</summary>
    private static bool AsksForProof(Question question) =>
        question.Has(word => word is "proof" or "prove" or "proven" or "proves" or "evidence");

    /// <summary>Yes or no was asked of a reason, and the one that somebody states is another: it is shown with what it explains.</summary>
    private static Draft? ForAnotherReason(Case found, IReadOnlyList<Found> facts)
    {
        if (!found.Question.YesNo || !found.Question.Has(word => word is "for" or "because" or "over" or "due"))
        {
            return null;
        }

        var explained = facts[0].Fact.Linked(LinkKind.Explains).Select(id => found.Find(id)).OfType<Found>().ToList();
        return explained.Count > 0 && MissingSlot.IsOfAnotherMatter(found, facts[0])
            ? Draft.Partly(new Shape.NotSaid(), [facts[0], .. explained, .. facts.Skip(1)], facts[0].Score * 0.6)
            : null;
    }

    private static bool IsDenied(Case found, IReadOnlyList<Found> facts) =>
        found.LinkingTo(LinkKind.Denies, [facts[0].Fact.Id]).Any() || facts[0].Fact.Linked(LinkKind.Denies).Any();

    [GeneratedRegex(@"\b(?:entire|entirely|whole|all|every|completely)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
