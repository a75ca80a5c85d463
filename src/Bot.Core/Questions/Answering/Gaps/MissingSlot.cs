using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Gaps;

/// <summary>The facts speak of it, and lack just what was asked for.</summary>
internal static partial class MissingSlot
{
    /// <summary>How far behind the best fact one may be that holds as many of the words.</summary>
    private const float FarBehind = 0.3f;

    /// <summary>A date, number, place, name, cause or way was asked for, and the best fact holds none.</summary>
    public static Draft? Of(Case found, IReadOnlyList<Found> facts)
    {
        var slot =
            Measures.Asked(found.Question) || Untold.AsksPrice(found.Question) || Untold.AsksShare(found.Question) ? Slot.Number
            : AsksForName(found.Question) ? Slot.Name
            : AsksIfItCaused(found.Question) ? Slot.Cause
            : found.Question.Slot;
        return slot is { } asked && !Holds(found, facts, asked) ? Lacking(found, facts, asked) : null;
    }

    /// <summary>The facts with one that holds what was asked for first, if any that was found does; one that a link brought in tells of something else.</summary>
    public static IReadOnlyList<Found> Reordered(Case found, IReadOnlyList<Found> facts) =>
        found.Question.Slot is Slot.Number or Slot.Date or Slot.Place or Slot.Cause
        && (Holder(found, facts, found.Question.Slot.Value) ?? Beside(found, facts)) is { } holder
            ? [holder, .. facts.Where(fact => fact != holder)]
            : facts;

    private static Found? Holder(Case found, IReadOnlyList<Found> facts, Slot slot)
    {
        var holders = facts.Where(fact => fact.Match is not null && Holds(found, [fact], slot)).ToList();
        return (slot is Slot.Date && holders is [_, ..] ? Dates.Deed(found, holders) : null) ?? holders.FirstOrDefault();
    }

    /// <summary>None of the nearest tells how many, or until when: one near them that holds each word they hold, and does.</summary>
    private static Found? Beside(Case found, IReadOnlyList<Found> facts) =>
        (found.Question.Slot is Slot.Number || Dates.AskForEnd(found.Question)) && facts is [{ Match: { } best } top, ..]
            ? found
                .Facts.From(top.Score - FarBehind)
                .FirstOrDefault(fact =>
                    fact.Match is { } match
                    && best.OwnCredits.Any(credit => credit >= 0.7f)
                    && Enumerable.Range(0, found.Question.Terms.Count).All(i => best.OwnCredits[i] < 0.7f || match.OwnCredits[i] >= 0.7f)
                    && Holds(found, [fact], found.Question.Slot!.Value)
                )
            : null;

    private static Draft Lacking(Case found, IReadOnlyList<Found> facts, Slot slot)
    {
        var shown =
            slot == Slot.Cause
                ? Before(found, facts)
                : [.. facts, .. Near(found, facts[0]).Where(fact => ScopeOn([fact], slot) is not null).Take(2)];
        return Draft.Partly(new Shape.SlotMissing(slot, ScopeOn(facts, slot)), shown, facts[0].Score * 0.6);
    }

    private static bool Holds(Case found, IReadOnlyList<Found> facts, Slot slot)
    {
        var fact = facts[0];
        var declared = fact.Match is { } match && match.SlotAsked >= Thresholds.SlotAsked;
        return slot switch
        {
            Slot.Date when Dates.AskForEnd(found.Question) => Dates.HasAnEnd(fact.Fact),
            Slot.Date when Dates.AreMissing(found.Question, fact.Fact) => false,
            Slot.Date when found.Question.Future => declared || fact.Fact.Kind is FactKind.Outlook,
            Slot.Date => fact.Fact.On is { From: not null }
                || (fact.Fact.On is null && (declared || (fact.Fact.SaidOn is not null && fact.Fact.Holds is Holding.Event))),
            Slot.Number
                when fact is { Fact.Figure: null, Match: not { SlotAsked: >= Thresholds.Declared } }
                    && ScopeOn([fact], Slot.Number) is not null => false,
            Slot.Number when Untold.AsksPrice(found.Question) && !TellingWords.OfMoney(fact.Fact.Says) => false,
            Slot.Number when Untold.AsksShare(found.Question) && !TellingWords.OfShare(fact.Fact.Says) => false,
            Slot.Number when !Measures.Fit(found.Question, fact.Fact) || WhatIsCounted(found, fact) is false => false,
            Slot.Name when IsOnlyDescribed(found.Question, fact.Fact) => false,
            Slot.Name when AsksForNamesOfMany(found.Question) && ScopeOn([fact], Slot.Name) is not null => false,
            _ when declared && slot is not Slot.Cause => true,
            Slot.Cause when declared => fact.Match!.SlotAsked >= Thresholds.Declared || !IsOfAnotherMatter(found, fact),
            Slot.Number => fact.Fact.Figure is not null
                || Number().IsMatch(Measures.Without(found.Question, Date().Replace(fact.Fact.Says, ""))),
            Slot.Place => fact.Fact.Where is not null
                || (ScopeOn([fact], Slot.Place) is null && (NamesAnotherPlace(found, fact.Fact) || AnswersWhich(found, fact))),
            Slot.Cause => (fact.Fact.Linked(LinkKind.Explains).Any() || GivesCause(fact.Fact.Says)) && !IsOfAnotherMatter(found, fact),
            Slot.Manner => ScopeOn([fact], Slot.Manner) is null
                && (fact.Fact.Kind is not FactKind.Response || found.Question.Mentions.Count > 0 || Roles.AsksForWords(found.Question)),
            _ when IsWhoNotGiven(found.Question, fact) => false,
            _ => !AsksForName(found.Question)
                || (fact.Fact.Kind is not FactKind.Figure && ScopeOn(Near(found, fact), Slot.Name) is null && !IsUnnamed(found)),
        };
    }

    /// <summary>"Did X cause Y": that one came after the other does not say so. "Is the cause known" asks for something else.</summary>
    private static bool AsksIfItCaused(Question question) =>
        question is { YesNo: true, Slot: null }
        && question.First(word => word is "cause" or "caused" or "trigger" or "triggered") is > 1 and var at
        && question.Words[at - 1].Normal is not ("the" or "a" or "any" or "its" or "their");

    private static IEnumerable<Found> Near(Case found, Found top) =>
        found.Facts.From(top.Score - 0.15f).Where(fact => fact.Fact is not Account);

    /// <summary>"Which state": the noun stands in the fact's own words, with a name.</summary>
    private static bool AnswersWhich(Case found, Found fact) =>
        found.Question.Has(word => word is "which" or "what")
        && SentenceNames.In(fact.Fact.Says).Exists(name => !found.Question.Text.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A word that matters is neither in a stated reason nor in what it explains.</summary>
    public static bool IsOfAnotherMatter(Case found, Found reason)
    {
        var told = reason
            .Fact.Linked(LinkKind.Explains)
            .Select(id => found.Find(id))
            .Append(reason)
            .Where(fact => fact?.Match is not null)
            .ToList();
        return found
            .Question.Terms.Where(
                (term, i) =>
                    term.Entity is null
                    && term.Weight >= 0.45f
                    && !term.Means("reason")
                    && told.TrueForAll(fact => fact!.Match!.OwnCredits[i] < 0.5f)
            )
            .Any();
    }

    /// <summary>False when what "how many" counts is not in the fact at all.</summary>
    private static bool? WhatIsCounted(Case found, Found fact)
    {
        var many = found.Question.First(word => word == "many");
        var counted = found
            .Question.Words.Skip(many + 1)
            .FirstOrDefault(word =>
                !word.IsStop && !char.IsDigit(word.Normal[0]) && word.Normal is not ("people" or "persons" or "folks" or "times")
            );
        if (many < 0 || counted is null || fact.Match is not { } match)
        {
            return null;
        }

        var at = found.Question.TermOf(counted);
        return at < 0 || found.Question.Terms[at].Weight < 0.45f ? null : (match.Told[at] >= 0.6f || match.Credits[at] >= 0.95f);
    }

    /// <summary>"Who carried out the review", where the scope says that who did is not given.</summary>
    private static bool IsWhoNotGiven(Question question, Found fact) =>
        question.Slot is Slot.Name
        && question.Has(word => word == "who")
        && question.Terms.Where((term, i) => term is { Entity: null, Weight: >= 0.45f } && fact.Match?.Lacked[i] >= 0.9f).Any()
        && Scopes.NotGiven(fact.Fact.Scope).Any(sentence => Who().IsMatch(sentence) && !OfAnotherTime().IsMatch(sentence));

    /// <summary>"Who stole the list", where a fact tells of "the stolen list" and not of the deed.</summary>
    private static bool IsOnlyDescribed(Question question, Fact fact)
    {
        if (question.Words is not [{ Normal: "who" }, { IsStop: false } deed, ..] || !Participles.IsOne(deed.Normal))
        {
            return false;
        }

        var told = fact.Says.Split(' ');
        var at = Array.FindIndex(told, word => word.Equals(deed.Shown, StringComparison.OrdinalIgnoreCase));
        return at > 0
            && Array.FindLastIndex(told, word => word.Equals(deed.Shown, StringComparison.OrdinalIgnoreCase)) == at
            && told[at - 1].ToUpperInvariant() is "A" or "AN" or "THE" or "THIS" or "THAT" or "ITS" or "THEIR" or "HIS" or "HER"
            && at + 1 < told.Length
            && char.IsLower(told[at + 1][0]);
    }

    /// <summary>"What is the name of X", "what is X's name".</summary>
    private static bool AsksForName(Question question) =>
        question.Asks("naming") || question.Words is [{ Normal: "what" }, _, .., { Normal: "name" or "names" }];

    /// <summary>"Names of the drivers".</summary>
    private static bool AsksForNamesOfMany(Question question) =>
        AsksForName(question)
        && question.Has(word => word is "names")
        && question.Mentions.All(mention => mention.Entity.Kind is EntityKind.Group);

    /// <summary>A group or a person without a name of its own was asked the name of.</summary>
    private static bool IsUnnamed(Case found) =>
        found.Question.Mentions.Any(mention =>
            IsLast(found.Question, mention)
            && (
                (
                    mention.Entity.Kind is EntityKind.Group or EntityKind.Person
                    && mention.Entity.Name.Any(char.IsLower)
                    && !mention.Entity.Name.Any(char.IsUpper)
                ) || (mention.Entity.Kind is EntityKind.Person && mention.Entity.Name.StartsWith("the ", StringComparison.Ordinal))
            )
        );

    /// <summary>Nothing of theirs is asked about, as in "the captain's ship".</summary>
    private static bool IsLast(Question question, Mention mention) =>
        mention.End >= question.Words.Count || question.Words[mention.End] is { IsStop: true } or { Normal: "name" or "names" or "called" };

    private static bool NamesAnotherPlace(Case found, Fact fact) =>
        fact.About.Any(id => found.Book[id].Kind == EntityKind.Place && found.Question.Mentions.All(mention => mention.Entity.Id != id));

    /// <summary>The sentence of a scope that says that the sort of thing is not given.</summary>
    private static string? ScopeOn(IEnumerable<Found> facts, Slot slot) =>
        facts.SelectMany(fact => Scopes.NotGiven(fact.Fact.Scope)).FirstOrDefault(sentence => Scopes.Slots(sentence).Contains(slot));

    /// <summary>Where no cause is given, what explains a fact or came before it is shown as just that.</summary>
    private static List<Found> Before(Case found, IReadOnlyList<Found> facts)
    {
        var ids = facts.Select(fact => fact.Fact.Id).ToHashSet();
        var explained = found.LinkingTo(LinkKind.Explains, ids);
        var before = found.LinkingTo(LinkKind.EarlierThan, ids).Where(fact => fact.Fact is Assertion);
        return [.. explained, .. facts, .. before.Take(3)];
    }

    /// <summary>Whether a text says why, in words that say nothing else.</summary>
    public static bool GivesCause(string text) => Because().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:because|due to|owing to|on account of|for lack of|for fear of|in protest (?:at|against|over)|in a (?:dispute|row|quarrel) over|as a result of|in order to|so as to|caused by|(?:persuaded|prompted|forced|led) (?:him|her|them|it|the \w+) to|for (?:failing|breaking|breaching|exceeding|refusing|violating|lying|stealing|taking|being|having|not \w+ing))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Because();

    [GeneratedRegex(@"\bwho\b(?! else)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Who();

    [GeneratedRegex(@"\b(?:before|after|until|since)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfAnotherTime();

    [GeneratedRegex(
        @"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|once(?= an? | in |[.,;]|$)|twice|dozens?|hundreds?|thousands?|millions?|billions?|half|entire|none|nobody)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?: \d{4})?|\b(?:19|20)\d\d\b|[+]\d+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Date();
}
