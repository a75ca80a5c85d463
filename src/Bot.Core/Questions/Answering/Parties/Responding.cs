using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Surveys;
using Bot.Core.Questions.Answering.Verdicts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Parties;

/// <summary>Who responded and how: everyone, one party, or one stance; non-answers are answers here.</summary>
internal static class Responding
{
    private const int MostOfOne = 3;

    /// <summary>From this credit on a fact holds a word.</summary>
    private const float Holds = 0.7f;

    /// <summary>From this credit on it is the word itself, and not another for the same thing.</summary>
    private const float OwnWord = 0.9f;

    private static readonly (string Concept, Stance Stance)[] Stances =
    [
        ("praise", Stance.Welcomed),
        ("criticise", Stance.Criticised),
        ("decline", Stance.Declined),
    ];

    public static Draft? Apply(Case found)
    {
        var question = found.Question;
        List<Stance> stances = [];
        foreach (var (concept, meant) in Stances)
        {
            if (question.Means(concept))
            {
                stances.Add(meant);
            }
        }

        var stance = stances.Count > 0 ? stances[0] : (Stance?)null;
        if (stances.Count == 1 && question is { Double: true, Negated: true })
        {
            stances.Clear();
        }

        var says = question.Means("say") && (Responses.IsOfNobodyKnown(found) || IsOfWhatCameAfter(question));
        if ((!question.Means("respond") && stance is null && !says) || IsToldInSoManyWords(found))
        {
            return null;
        }

        if (found.Book.Facts.Count > 0 && Responses.IsOfNobodyKnown(found))
        {
            return None(found, new Shape.Responses([], null) { Unknown = Responses.NameOfNobodyKnown(question) });
        }

        if (Responses.AskedOf(found) is { } party)
        {
            return OfOne(found, party, stance);
        }

        return question.Doer is { } doer && Responses.IsWhoActed(found, doer) ? OfWhoActed(found, doer)
            : IsAboutEveryone(found, stance) ? OfAll(found, stances)
            : null;
    }

    /// <summary>"Did X tell them to keep quiet", where a fact that is no response says just that: it is not asked whether X kept quiet.</summary>
    private static bool IsToldInSoManyWords(Case found) =>
        found.Question is { YesNo: true, Doer: not null, Terms.Count: > 2 } question
        && found
            .Facts.From(Thresholds.Near)
            .Any(fact => !Responses.IsOne(fact.Fact) && question.Terms.Select((term, i) => Says(fact, term, i)).All(said => said));

    /// <summary>The very word, or another name of the same party.</summary>
    private static bool Says(Found fact, Term term, int at) =>
        fact.Match!.OwnCredits[at] >= (term.Entity is null ? OwnWord : Holds)
        || fact.Fact.Says.Contains(term.Shown, StringComparison.OrdinalIgnoreCase);

    /// <summary>"What did X say after the announcement": what X had said before is no answer to that.</summary>
    private static bool IsOfWhatCameAfter(Question question) =>
        question.Slot is not Slot.Cause
        && question.First(word => word is "after" or "since") is > 0 and var after
        && question.Terms.Any(term => term.At > after && term.Means("announce", "decide", "suspend"))
        && !question.Terms.Any(term => term.At < after && term.Entity is null && !term.Means("say", "respond"));

    /// <summary>
    /// "How did X react to the protests", of whose deed the story tells: what X did about them, and not what others made of the deed.
    /// What X said is another rule's.
    /// </summary>
    private static Draft? OfWhoActed(Case found, Entity doer)
    {
        var question = found.Question;
        if (question.YesNo || question.Means("say") || !question.Means("respond"))
        {
            return null;
        }

        var to = question
            .Terms.Select((term, i) => (term, i))
            .Where(pair => pair.term.Entity is null && !pair.term.Means("respond"))
            .ToList();
        var deeds = found
            .Facts.Where(fact => fact.Fact is Assertion && (fact.Fact.Actors.Contains(doer.Id) || found.SaidBy(fact.Fact, doer.Id)))
            .Where(fact => to.All(pair => fact.Match!.OwnCredits[pair.i] >= Holds))
            .Take(MostOfOne)
            .ToList();
        return deeds.Count == 0 ? null : Draft.Answered(new Shape.Direct(), deeds, 0.6);
    }

    /// <summary>All responses, or those of the stances asked for.</summary>
    private static Draft? OfAll(Case found, IReadOnlyCollection<Stance> stances)
    {
        var all = Responses.All(found).ToList();
        var wanted = all.Where(fact => stances.Count == 0 || (Responses.StanceOf(fact.Fact) is { } stance && stances.Contains(stance)))
            .Where(fact =>
                stances.Count != 1 || !stances.Contains(Stance.Declined) || fact.Fact is NonAnswer || !IsOfSpeaking(found.Question)
            )
            .ToList();
        return all.Count == 0 ? null
            : wanted.Count == 0 ? None(found, new Shape.Responses([], null) { Lacking = [.. stances] })
            : Draft.Answered(new Shape.Responses(Responses.Groups(found, wanted), null), wanted, 0.9);
    }

    /// <summary>"Who refused to comment": who turned something down has spoken.</summary>
    private static bool IsOfSpeaking(Question question) =>
        question.Has(word => word is "comment" or "answer" or "respond" or "reply" or "talk" or "speak" or "say" or "silent" or "quiet");

    /// <summary>That there is no such response, and who did respond.</summary>
    private static Draft None(Case found, Shape.Responses none)
    {
        var all = Responses.All(found).ToList();
        return Draft.Abstained(AbstentionReason.NotInSources, none with { Others = Responses.Groups(found, all) }, all, 0.3);
    }

    /// <summary>One party's response; none is said to be none, and one of another sort to be of that sort.</summary>
    public static Draft? OfOne(Case found, Entity party, Stance? stance)
    {
        var theirs = OwnWhereDeclined([.. Responses.All(found).Where(fact => Responses.IsOf(found, fact.Fact, party))], found, party);
        var wanted = theirs.Where(fact => stance is null || Responses.StanceOf(fact.Fact) == stance).ToList();
        var question = found.Question;
        var premise = question.Slot is Slot.Cause || question.YesNo;
        if (IsToldOtherwise(found, party, stance, wanted) || IsOnlyPartOfWhatTheySay(found, stance, wanted))
        {
            return null;
        }

        if (wanted.Exists(fact => !Responses.IsEarlier(fact.Fact)))
        {
            return question.Slot is Slot.Cause ? Draft.Partly(new Shape.SlotMissing(Slot.Cause, null), wanted, 0.6)
                : IsAboutAnother(found, party, wanted) ? Draft.Partly(new Shape.NotSaid(), wanted, 0.5)
                : Draft.Answered(new Shape.Responses(Responses.Groups(found, wanted), party), wanted, 0.9);
        }

        if (question is { YesNo: true, Universal: false, Slot: null } && theirs.Find(fact => HoldsAll(question, fact)) is { } justThis)
        {
            return Draft.Answered(new Shape.Responses(Responses.Groups(found, [justThis]), party), [justThis], 0.9);
        }

        var others = Related(found, party).ToList();
        if (stance is not null && theirs.Count + others.Count > 0 && (theirs.Exists(fact => !Responses.IsEarlier(fact.Fact)) || premise))
        {
            return Draft.Partly(new Shape.PremiseFails(Premise.OtherStance), [.. theirs, .. others], 0.7);
        }

        if (
            theirs.Count == 0
            && stance is null
            && found.Facts.FirstOrDefault(fact => IsAccountOf(found, fact, party) && Contested.HoldsOfMatter(found.Question, fact.Match!))
                is { Fact: Account account } told
        )
        {
            return Contested.Both(found, told, account);
        }

        var said = theirs.Count > 0 ? theirs : [.. OwnWords(found, party).Take(MostOfOne)];
        if (theirs.Count == 0 && said.Count > 0 && AsksForOwnWords(found, stance))
        {
            return AsksForContent(found) || IsAboutAnother(found, party, said) || NamesAnother(question, party)
                ? Draft.Partly(new Shape.NotSaid(), said, 0.5)
                : Draft.Answered(new Shape.Direct(), said, 0.7);
        }

        var none = new Shape.Responses([], party);
        return said.Count + others.Count > 0
            ? Draft.Abstained(AbstentionReason.NotInSources, none, [.. said, .. others], 0.3)
            : None(found, none);
    }

    /// <summary>What a firm declined to comment on is not answered by one that belongs to it.</summary>
    private static List<Found> OwnWhereDeclined(List<Found> theirs, Case found, Entity party) =>
        party.Kind is EntityKind.Organisation && theirs.Exists(fact => fact.Fact is NonAnswer && fact.Fact.Actors.Contains(party.Id))
            ? theirs.FindAll(fact => Case.Voices(fact.Fact).Any(id => id == party.Id || IsPersonOf(found.Book[id], party)))
            : theirs;

    private static bool IsPersonOf(Entity entity, Entity party) => entity.Kind is EntityKind.Person && entity.Of == party.Id;

    /// <summary>"What has X to say", of whom only answers to other points are responses: all that X said is asked for.</summary>
    private static bool IsOnlyPartOfWhatTheySay(Case found, Stance? stance, List<Found> wanted) =>
        stance is null
        && wanted.Count > 0
        && !found.Question.YesNo
        && found.Question.Means("say")
        && !AsksForContent(found)
        && !IsOfWhatCameAfter(found.Question)
        && wanted.TrueForAll(fact => fact.Fact is not NonAnswer && !MainDeed.IsAnsweredBy(found, fact.Fact));

    /// <summary>"What did X say about it", where what X said of it is no response, and nearer than any.</summary>
    private static bool IsToldOtherwise(Case found, Entity party, Stance? stance, List<Found> wanted) =>
        stance is null
        && AsksForContent(found)
        && found.Top is { Score: >= Thresholds.Answers } top
        && found.SaidBy(top.Fact, party.Id)
        && (wanted.TrueForAll(fact => Responses.IsEarlier(fact.Fact)) || wanted.TrueForAll(fact => fact.Target != top.Target));

    /// <summary>"Did X reject the criticism", where that is what X did: its own words hold each word, of which there are two at least.</summary>
    private static bool HoldsAll(Question question, Found fact)
    {
        var content = question.Terms.Select((term, i) => (term, i)).Where(pair => pair.term.Entity is null).ToList();
        return content.Count > 1 && fact.Match is { } match && content.TrueForAll(pair => match.OwnCredits[pair.i] >= OwnWord);
    }

    /// <summary>"What did X say about it": not what X made of what was announced or decided, which only a response tells.</summary>
    private static bool AsksForOwnWords(Case found, Stance? stance) =>
        stance is null
        && !found.Question.YesNo
        && found.Question.Means("say")
        && !IsOfWhatCameAfter(found.Question)
        && !found.Question.Terms.Any(term => term.Means("announce", "decide", "suspend") && !term.Means("respond"));

    /// <summary>What a party said that is no response: with what it announced, or in a report of its own.</summary>
    private static IEnumerable<Found> OwnWords(Case found, Entity party) =>
        found
            .By(party)
            .Where(fact =>
                fact.Fact is Assertion { Kind: not (FactKind.Figure or FactKind.Background) } && found.SaidBy(fact.Fact, party.Id)
            );

    private static bool NamesAnother(Question question, Entity party) => question.Mentions.Any(mention => mention.Entity.Id != party.Id);

    /// <summary>"What did X say about Y", where nothing that X said speaks of Y.</summary>
    private static bool IsAboutAnother(Case found, Entity party, IReadOnlyList<Found> theirs) =>
        found
            .Question.Terms.Where(
                (term, i) =>
                    term.Entity is { } entity
                    && entity.Id != party.Id
                    && !Overview.IsWhatItIsAbout(found, entity)
                    && theirs.All(fact => fact.Match is not { } match || match.Credits[i] < 0.5f)
            )
            .Any();

    /// <summary>What somebody said of a matter, not of what was decided or announced.</summary>
    private static bool AsksForContent(Case found) =>
        found.Question.Terms.Any(term => term.Entity is null && !term.Means("respond", "say"))
        && !found.Question.Means("announce")
        && !found.Question.Means("decide")
        && !found.Question.Means("suspend");

    private static bool IsAccountOf(Case found, Found fact, Entity party) => fact.Fact is Account && found.SaidBy(fact.Fact, party.Id);

    /// <summary>Who belongs to the same party and did not answer.</summary>
    private static IEnumerable<Found> Related(Case found, Entity party) =>
        found
            .OfKind(FactKind.NonAnswer)
            .Where(fact => fact.Fact.Actors.Any(id => id != party.Id && found.Book[id].Of is { } of && of == party.Of));

    /// <summary>"Who praised it": no other content than the responding, and at most what it responds to.</summary>
    private static bool IsAboutEveryone(Case found, Stance? stance)
    {
        var question = found.Question;
        var list = question.Slot is Slot.Name || question.Slot is null;
        var rest = question.Terms.Where(term =>
            term.Entity is null && !term.Means("respond", "praise", "criticise", "decline", "announce", "suspend", "decide", "say")
        );
        var open = !question.YesNo || stance is not null || question.Has(word => word is "anyone" or "anybody" or "any");
        return list
            && open
            && question.Mentions.All(mention => Overview.IsWhatItIsAbout(found, mention.Entity))
            && rest.All(term =>
                term.Weight < 0.55f
                || term.Shown is "everyone" or "everybody" or "list"
                || (stance is not null && term.Shown is "move" or "step" or "news")
            );
    }
}
