using Bot.Core.Facts;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>Who did it and who said it: a fact that tells a deed of somebody else, or only words, confirms nothing of whoever was asked about.</summary>
internal static class Roles
{
    private static readonly string[] Saying =
    [
        "say",
        "respond",
        "praise",
        "criticise",
        "decline",
        "deny",
        "announce",
        "admit",
        "confirm",
        "apologise",
    ];

    /// <summary>What no comment answers.</summary>
    private static readonly string[] Replying = ["say", "respond", "decline", "deny"];

    private static readonly HashSet<string> Adverbs = new(StringComparer.Ordinal)
    {
        "really",
        "actually",
        "just",
        "also",
        "ever",
        "even",
        "now",
        "then",
    };

    /// <summary>Verbs whose subject does nothing.</summary>
    private static readonly HashSet<string> Undergoing = new(StringComparer.Ordinal)
    {
        "be",
        "been",
        "being",
        "get",
        "got",
        "lose",
        "lost",
        "face",
        "faced",
        "see",
        "have",
        "had",
        "know",
        "find",
    };

    public static bool AreOthers(Case found, Found fact) =>
        !IsForeseen(found.Question, fact)
        && (IsAnothersDeed(found, fact) || IsDeedByTheOther(found, fact.Fact) || IsNotTheirs(found, fact));

    /// <summary>"When did X publish it": whoever looks after the story wrote that the fact tells when, whoever its speaker is.</summary>
    private static bool IsForeseen(Question question, Found fact) =>
        question is { Slot: Slot.Date or Slot.Place, Mentions.Count: 1 }
        && fact.Match is { SlotAsked: >= Thresholds.Declared } match
        && question.Terms.Select((term, i) => term.Entity is null || match.Credits[i] >= 0.9f).All(held => held);

    private static bool IsNotTheirs(Case found, Found fact) =>
        fact.Match is { Asked: < Thresholds.Declared }
        && (
            IsAnothersWord(found, fact)
            || IsByWhoUnderwent(found.Question, fact.Fact)
            || IsDoneByItsObject(found.Question, fact.Fact)
            || IsOnlySaid(found.Question, fact)
            || IsOnlySilence(found.Question, fact.Fact)
            || Being.IsOnlyBeside(found.Question, fact)
            || IsOnlyAView(found.Question, fact)
        );

    /// <summary>Who is asked to have said it: "did X say …", "what did X say about …"; null where nobody's words are asked for.</summary>
    public static Entity? AskedToHaveSaid(Question question) =>
        question.Doer is { } party
        && question.Mentions.Any(mention =>
            mention.Entity.Id == party.Id
            && mention.End < question.Words.Count
            && question.Words[mention.End].Normal is "say" or "said" or "claim" or "claimed" or "state" or "argue" or "insist"
        )
            ? party
            : null;

    /// <summary>"Did X say …", where somebody else says it.</summary>
    private static bool IsAnothersWord(Case found, Found fact) =>
        AskedToHaveSaid(found.Question) is { } party
        && !found.SaidBy(fact.Fact, party.Id)
        && !(fact.Fact.Kind is FactKind.Response or FactKind.NonAnswer && found.By(fact.Fact, party.Id));

    /// <summary>"Was X suspended", where X is who suspended.</summary>
    public static bool IsByWhoUnderwent(Question question, Fact fact) =>
        question.Undergoer is { } party
        && fact.Kind is FactKind.Act or FactKind.Suspension or FactKind.Figure or FactKind.Finding
        && fact.Actors.Contains(party.Id);

    /// <summary>"Who warned X", where it was X who warned.</summary>
    private static bool IsDoneByItsObject(Question question, Fact fact) =>
        question.Words is [{ Normal: "who" }, { IsStop: false }, ..]
        && question.Mentions is [{ Entity: var other } only]
        && TellForm.Before(question, only) == question.Words[1].Normal
        && !question.Means("say")
        && (only.End >= question.Words.Count || question.Words[only.End].IsStop)
        && fact.Kind is FactKind.Act or FactKind.Claim or FactKind.Suspension or FactKind.Finding or FactKind.Response
        && fact.Actors is [var actor]
        && actor == other.Id;

    /// <summary>"Did X announce it", where all the fact tells is that X would not comment on it.</summary>
    private static bool IsOnlySilence(Question question, Fact fact) =>
        fact is NonAnswer && question is { YesNo: true, Doer: not null } && (question.Means("announce") || !Replying.Any(question.Means));

    /// <summary>A view of the source's own settles nothing, unless views were asked for, nor does what is to come settle whether something was, or who did it.</summary>
    private static bool IsOnlyAView(Question question, Found fact) =>
        (fact.Fact.Kind is FactKind.Assessment || (fact.Fact.Kind is FactKind.Outlook && (question.YesNo || question.Slot is Slot.Name)))
        && !question.Asks("view")
        && !question.Future
        && !question.Means("expect")
        && !question.Means("plan");

    /// <summary>"Did X organise …", where all the fact tells of X is what X said.</summary>
    private static bool IsOnlySaid(Question question, Found fact) =>
        question is { YesNo: true, Doer: not null }
        && fact.Fact.Kind is FactKind.Response
        && !IsDoneBy(question, question.Doer)
        && (!AsksForWords(question) || IsSaidOtherwise(question, fact.Match!));

    /// <summary>"Was it called a victory by X": to call it so was the deed.</summary>
    private static bool IsDoneBy(Question question, Entity party) =>
        question.Mentions.Any(mention => mention.Entity.Id == party.Id && TellForm.Before(question, mention) == "by");

    /// <summary>To announce, admit or confirm is more than to say.</summary>
    private static bool IsSaidOtherwise(Question question, Match match) =>
        question.Terms.Where((term, i) => term.Means("announce", "admit", "confirm") && match.OwnCredits[i] < 0.9f).Any();

    /// <summary>What somebody said, not what he did.</summary>
    public static bool AsksForWords(Question question) => Saying.Any(question.Means);

    /// <summary>"Which calls did X record": the fact knows somebody else as who did it.</summary>
    private static bool IsAnothersDeed(Case found, Found fact) =>
        (found.Question.Leading ? found.Question.Subject : found.Question.Doer) is { } subject
        && TellsADeed(found.Question, subject, fact)
        && (fact.Fact.Actors.Count > 0 || IsOfItsSpeaker(found.Question, fact.Fact))
        && !found.By(fact.Fact, subject.Id)
        && !(
            (!found.Question.YesNo || subject.Kind is EntityKind.Organisation or EntityKind.Place)
            && fact.Fact.Actors.Any(actor => subject.Of == actor)
        )
        && !IsDoneTo(found.Question, subject);

    /// <summary>To praise, to apologise and the like is a deed of whoever speaks.</summary>
    private static bool IsOfItsSpeaker(Question question, Fact fact) =>
        question.YesNo && fact is { Kind: FactKind.Response, Speaker: Speaker.People } && AsksForWords(question);

    /// <summary>"Did X attack Y", where the fact speaks of the assault by Y.</summary>
    private static bool IsDeedByTheOther(Case found, Fact fact)
    {
        var (question, concepts) = (found.Question, found.Story.Index.Lexicon.Concepts);
        return question.Doer is { } doer
            && question.Mentions.Any(other =>
                other.Entity.Id != doer.Id
                && (other.Entity.Id == question.Undergoer?.Id ? DoneTo(question, other) : question.Words[Math.Max(0, other.At - 1)])
                    is { } done
                && question.Terms.FirstOrDefault(term => term.Entity is null && term.Shown == done.Shown) is { } verb
                && NounBefore(fact.Says, $" by {other.Entity.Name}") is { } noun
                && verb.Concepts.Any(concept => concepts.TryGetValue(concept, out var words) && words.Contains(noun))
            );
    }

    /// <summary>"Attacked" in "did X get attacked by Y".</summary>
    private static Word? DoneTo(Question question, Mention mention) =>
        question.Words.Skip(mention.End).FirstOrDefault(word => Participles.IsOne(word.Normal));

    private static string? NounBefore(string says, string by) =>
        says.IndexOf(by, StringComparison.Ordinal) is > 0 and var at ? says[..at].Split(' ')[^1] : null;

    /// <summary>Where yes or no is asked, a figure, a background or a refusal to comment is somebody's too.</summary>
    private static bool TellsADeed(Question question, Entity subject, Found fact) =>
        fact.Fact.Kind is FactKind.Claim or FactKind.Response or FactKind.Act or FactKind.Suspension or FactKind.Finding
        || (
            question.YesNo
            && fact.Match is not { Asked: >= Thresholds.Declared }
            && (subject.Kind is not (EntityKind.Product or EntityKind.Place) || question.Subject?.Id == subject.Id)
            && fact.Fact.Kind is FactKind.Figure or FactKind.Background or FactKind.NonAnswer
        );

    /// <summary>"Did X lose", "has X been", "did X get": it was done to X.</summary>
    private static bool IsDoneTo(Question question, Entity party) =>
        question
            .Mentions.Where(mention => mention.Entity.Id == party.Id)
            .Any(mention =>
                question.Words.Skip(mention.End).FirstOrDefault(word => !Adverbs.Contains(word.Normal)) is { } verb
                && Undergoing.Contains(verb.Normal)
            );
}
