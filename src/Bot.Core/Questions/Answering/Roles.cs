using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>Who did it and who said it: a fact that tells a deed of somebody else, or only words, confirms nothing of whoever was asked about.</summary>
internal static class Roles
{
    private static readonly string[] Saying = ["say", "respond", "praise", "criticise", "decline", "deny", "announce", "admit", "confirm"];

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
        IsAnothersDeed(found, fact) || IsAnothersWord(found, fact) || IsOnlySaid(found.Question, fact) || IsOnlyAView(found.Question, fact);

    /// <summary>"Did X say …", where somebody else says it.</summary>
    private static bool IsAnothersWord(Case found, Found fact) =>
        found.Question is { YesNo: true, Doer: { } party } question
        && question.Mentions.Any(mention =>
            mention.Entity.Id == party.Id
            && mention.End < question.Words.Count
            && question.Words[mention.End].Normal is "say" or "said" or "claim" or "claimed" or "state" or "argue" or "insist"
        )
        && !found.SaidBy(fact.Fact, party.Id);

    /// <summary>A view or an outlook of the source's own settles nothing, unless views were asked for.</summary>
    private static bool IsOnlyAView(Question question, Found fact) =>
        fact is { Fact.Kind: FactKind.Assessment or FactKind.Outlook, Match.Asked: < Thresholds.Declared }
        && !question.Asks("view")
        && !question.Future
        && !question.Means("expect")
        && !question.Means("plan");

    /// <summary>"Did X organise …", where all the fact tells of X is what X said.</summary>
    private static bool IsOnlySaid(Question question, Found fact) =>
        question is { YesNo: true, Doer: not null }
        && fact is { Fact.Kind: FactKind.Response, Match.Asked: < Thresholds.Declared }
        && !AsksForWords(question);

    /// <summary>What somebody said, not what he did.</summary>
    public static bool AsksForWords(Question question) => Saying.Any(question.Means);

    /// <summary>"Which calls did X record": the fact knows somebody else as who did it.</summary>
    private static bool IsAnothersDeed(Case found, Found fact) =>
        (found.Question.Leading ? found.Question.Subject : found.Question.Doer) is { } subject
        && fact.Fact.Kind is FactKind.Claim or FactKind.Response or FactKind.Act or FactKind.Suspension or FactKind.Finding
        && fact.Fact.Actors.Count > 0
        && !found.By(fact.Fact, subject.Id)
        && !fact.Fact.Actors.Any(actor => subject.Of == actor)
        && !IsDoneTo(found.Question, subject);

    /// <summary>"Did X lose", "has X been", "did X get": it was done to X.</summary>
    private static bool IsDoneTo(Question question, Entity party) =>
        question
            .Mentions.Where(mention => mention.Entity.Id == party.Id)
            .Any(mention =>
                question.Words.Skip(mention.End).FirstOrDefault(word => !Adverbs.Contains(word.Normal)) is { } verb
                && Undergoing.Contains(verb.Normal)
            );
}
