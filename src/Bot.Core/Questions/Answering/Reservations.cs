using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>What keeps the best facts from being a plain answer: the first that applies makes it a part of one.</summary>
internal static partial class Reservations
{
    /// <summary>From this weight on a word of the question matters.</summary>
    private const float Heavy = 0.55f;

    public static Draft? Of(Case found, IReadOnlyList<Found> facts) =>
        SlotMissing(found, facts)
        ?? NotGiven(found, facts)
        ?? NotAll(found, facts)
        ?? OnlyAlleged(found, facts)
        ?? NotSaid(found, facts)
        ?? Ageing(found, facts);

    /// <summary>A date, number, place, name, cause or way was asked for, and the best fact holds none.</summary>
    public static Draft? SlotMissing(Case found, IReadOnlyList<Found> facts)
    {
        if (found.Question.Slot is not { } slot || Holds(found, facts, slot))
        {
            return null;
        }

        var shown = slot == Slot.Cause ? Before(found, facts) : facts;
        return Draft.Partly(new Shape.SlotMissing(slot, ScopeOn(facts, slot)), shown, facts[0].Score * 0.6);
    }

    private static bool Holds(Case found, IReadOnlyList<Found> facts, Slot slot)
    {
        var fact = facts[0];
        var declared = fact.Match is { } match && match.SlotAsked >= Thresholds.SlotAsked;
        return slot switch
        {
            Slot.Date when found.Question.Future => declared || fact.Fact.Kind is FactKind.Outlook,
            Slot.Date => fact.Fact.On is { From: not null }
                || (fact.Fact.On is null && (declared || (fact.Fact.SaidOn is not null && fact.Fact.Holds is Holding.Event))),
            _ when declared && slot is not Slot.Cause => true,
            Slot.Cause when declared => !Lacks(found, fact, 0.3f),
            Slot.Number when WhatIsCounted(found, fact) is false || !Measures.Fit(found.Question, fact.Fact) => false,
            Slot.Number => fact.Fact.Figure is not null || Number().IsMatch(Date().Replace(fact.Fact.Says, "")),
            Slot.Place => fact.Fact.Where is not null || NamesAnotherPlace(found, fact.Fact) || AnswersWhich(found, fact),
            Slot.Cause => fact.Fact.Linked(LinkKind.Explains).Any() && !Lacks(found, fact, 0.3f),
            Slot.Manner => ScopeOn([fact], Slot.Manner) is null,
            _ => !found.Question.Asks("naming") || (ScopeOn(facts, Slot.Name) is null && !IsUnnamed(found)),
        };
    }

    /// <summary>"Which state": the noun stands in the fact's own words, with a name.</summary>
    private static bool AnswersWhich(Case found, Found fact) =>
        found.Question.Words.Any(word => word.Normal is "which" or "what") && AnswerType.Holds(Sort.Name, found.Question.Text, fact.Fact.Says, AnswerType.Read(fact.Fact.Says));

    /// <summary>A word that matters is not in the fact.</summary>
    private static bool Lacks(Case found, Found fact, float least) =>
        fact.Match is { } match
        && found.Question.Terms.Where((term, i) => term.Entity is null && term.Weight >= Heavy && match.Credits[i] < least).Any();

    /// <summary>False when what "how many" counts is not in the fact at all.</summary>
    private static bool? WhatIsCounted(Case found, Found fact)
    {
        var words = found.Question.Words.ToList();
        var many = words.FindIndex(word => word.Normal is "many");
        var counted = words
            .Skip(many + 1)
            .FirstOrDefault(word => !word.IsStop && word.Normal is not ("people" or "persons" or "folks" or "times"));
        if (many < 0 || counted is null || fact.Match is not { } match)
        {
            return null;
        }

        var at = found.Question.Terms.ToList().FindIndex(term => term.Shown == (counted.Typed ?? counted.Normal));
        return at < 0 || found.Question.Terms[at].Weight < 0.45f ? null : match.Credits[at] >= 0.25f;
    }

    /// <summary>A group without a name of its own was asked the name of.</summary>
    private static bool IsUnnamed(Case found) =>
        found.Question.Mentions.Any(mention => mention.Entity.Kind is EntityKind.Group && !mention.Entity.Name.Any(char.IsUpper));

    private static bool NamesAnotherPlace(Case found, Fact fact) =>
        fact.About.Any(id => found.Book[id].Kind == EntityKind.Place && found.Question.Mentions.All(mention => mention.Entity.Id != id));

    /// <summary>The sentence of a scope that says that the sort of thing is not given.</summary>
    private static string? ScopeOn(IEnumerable<Found> facts, Slot slot) =>
        facts.SelectMany(fact => Scopes.NotGiven(fact.Fact.Scope)).FirstOrDefault(sentence => Scopes.Slots(sentence).Contains(slot));

    /// <summary>Where no cause is given, what explains a fact or came before it is shown as just that.</summary>
    private static List<Found> Before(Case found, IReadOnlyList<Found> facts)
    {
        var ids = facts.Select(fact => fact.Fact.Id).ToHashSet();
        var explained = found.All().Where(fact => fact.Fact.Linked(LinkKind.Explains).Any(ids.Contains));
        var before = found.All().Where(fact => fact.Fact is Assertion && fact.Fact.Linked(LinkKind.EarlierThan).Any(ids.Contains));
        return [.. explained, .. facts, .. before.Take(3)];
    }

    /// <summary>A word that matters stands only in what a scope says is not given.</summary>
    private static Draft? NotGiven(Case found, IReadOnlyList<Found> facts)
    {
        var terms = found.Question.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            var at = i;
            var lacking = facts.FirstOrDefault(fact => fact.Match?.Lacked[at] >= 0.7f);
            if (terms[i].Entity is null && lacking is not null && facts.All(fact => !Holds(found, fact, at)))
            {
                return Draft.Partly(new Shape.NotGiven(Scopes.NotGiven(lacking.Fact.Scope).First()), facts, facts[0].Score * 0.6);
            }
        }

        return null;
    }

    /// <summary>Where yes or no is asked, only the fact's own words hold a word.</summary>
    private static bool Holds(Case found, Found fact, int term) =>
        fact.Match is { } match && (found.Question.YesNo ? match.OwnCredits[term] : match.Credits[term]) >= 0.3f;

    /// <summary>"All", "every", "the whole": the facts speak of parts, or are limited by others.</summary>
    private static Draft? NotAll(Case found, IReadOnlyList<Found> facts)
    {
        var top = facts[0].Fact;
        var ofParts = top.Kind is FactKind.Suspension or FactKind.Limit or FactKind.Exemption or FactKind.Finding;
        if (!found.Question.Universal || !(ofParts || found.Question.YesNo))
        {
            return null;
        }

        var limits = found.All().Where(fact => fact.Fact.Linked(LinkKind.Limits).Contains(top.Id)).Take(2);
        return Draft.Partly(new Shape.PremiseFails(Premise.NotAll), [facts[0], .. limits, .. facts.Skip(1)], facts[0].Score * 0.7);
    }

    /// <summary>Yes or no was asked of what is only alleged, or proof of what somebody says.</summary>
    private static Draft? OnlyAlleged(Case found, IReadOnlyList<Found> facts)
    {
        var (question, fact) = (found.Question, facts[0].Fact);
        var aboutSaying = question.Subject is { } subject && found.SaidBy(fact, subject.Id);
        var alleged = fact.Status == FactStatus.Alleged && question.YesNo;
        var doubted = question.Doubting && fact.Kind is FactKind.Claim or FactKind.Finding && fact.Status != FactStatus.Confirmed;
        if (aboutSaying || !(alleged || doubted))
        {
            return null;
        }

        var support = found
            .All()
            .Where(other =>
                other.Fact.Links.Any(link =>
                    link.Kind is LinkKind.Supports or LinkKind.SupportsInPart or LinkKind.Denies && link.To == fact.Id
                )
            );
        return Draft.Partly(new Shape.PremiseFails(Premise.NotEstablished), [.. facts, .. support.Take(2)], facts[0].Score * 0.7);
    }

    /// <summary>A word that matters is in none of the facts, in a question to be answered by yes or no, or by "which"; or the deed is another's.</summary>
    private static Draft? NotSaid(Case found, IReadOnlyList<Found> facts)
    {
        var question = found.Question;
        var (coverage, least) = question.Leading ? (Thresholds.CoversLeading, 0.8f) : (Thresholds.Covers, 0.25f);
        var missing = question
            .Terms.Select((term, i) => (term, i))
            .Where(pair => pair.term.Entity is null && pair.term.Weight >= Heavy && facts.All(fact => fact.Match?.Credits[pair.i] < least))
            .ToList();
        var wanting = question.YesNo
            ? (facts[0].Match!.Held < coverage && missing.Count > 0) || !HasContent(question, facts[0])
            : IsAskedAs(question, facts[0]);
        if (!wanting && !IsAnothersDeed(found, facts[0]) && !IsOfAnotherMonth(question, facts))
        {
            return null;
        }

        var elsewhere = missing
            .Select(pair => found.Facts.FirstOrDefault(fact => fact.Fact is Assertion && fact.Match!.OwnCredits[pair.i] >= 0.9f))
            .OfType<Found>();
        return Draft.Partly(new Shape.NotSaid(), [.. facts, .. elsewhere.Take(2)], facts[0].Score * 0.6);
    }

    /// <summary>A month was named, and what the facts tell was done or said in others.</summary>
    private static bool IsOfAnotherMonth(Question question, IReadOnlyList<Found> facts)
    {
        var dates = facts
            .SelectMany(fact =>
                new[] { fact.Fact.On?.From?.Month, fact.Fact.On?.To?.Month, fact.Fact.SaidOn?.Month, fact.Fact.Checked?.Month }
            )
            .OfType<int>()
            .ToHashSet();
        return question.Months.Count > 0 && dates.Count > 0 && !question.Months.Any(dates.Contains);
    }

    /// <summary>"Which calls did X record": the fact knows somebody else as who did it.</summary>
    private static bool IsAnothersDeed(Case found, Found fact) =>
        (found.Question.Leading ? found.Question.Subject : found.Question.Doer) is { } subject
        && fact.Fact.Kind is FactKind.Claim or FactKind.Response
        && fact.Fact.Actors.Count > 0
        && !found.By(fact.Fact, subject.Id)
        && !fact.Fact.Actors.Any(actor => subject.Of == actor);

    /// <summary>More than names was asked, and some of it is held.</summary>
    private static bool HasContent(Question question, Found fact) =>
        question.Terms.Where((term, i) => term.Entity is null && fact.Match!.Credits[i] >= 0.35f).Any();

    /// <summary>The fact lacks what "which" asks for, or the last word of "who is the …" and "what is the …".</summary>
    private static bool IsAskedAs(Question question, Found fact)
    {
        var words = question.Words;
        var which = words.ToList().FindIndex(word => word.Normal == "which");
        var identity =
            words.Count is > 2 and < 8 && words[0].Normal is "who" or "what" && words[1].Normal is "is" or "are" or "was" or "were";
        var noun =
            which >= 0 && !question.Asks("classes") ? words.Skip(which + 1).FirstOrDefault(word => !word.IsStop)
            : identity ? words.LastOrDefault(word => !word.IsStop)
            : null;
        var at = noun is null
            ? -1
            : question.Terms.ToList().FindIndex(term => term.Entity is null && term.Shown == (noun.Typed ?? noun.Normal));
        return at >= 0 && fact.Match!.Credits[at] < (identity ? 0.8f : 0.6f);
    }

    /// <summary>Whether something still goes on was asked, and nobody looked of late.</summary>
    private static Draft? Ageing(Case found, IReadOnlyList<Found> facts) =>
        facts.FirstOrDefault(fact => fact.Fact is { Holds: Holding.Ongoing, Kind: FactKind.Background }) is { } ongoing
        && (found.Question.Means("finish") || AsksIfOver(found))
            ? Draft.Partly(new Shape.Direct(), [ongoing, .. facts.Where(fact => fact != ongoing)], ongoing.Score)
            : null;

    private static bool AsksIfOver(Case found) => found.Question.Words.Any(word => word.Normal is "over" or "done" or "ended");

    [GeneratedRegex(
        @"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|entire|none|nobody)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?: \d{4})?|\b(?:19|20)\d\d\b|[+]\d+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Date();
}
