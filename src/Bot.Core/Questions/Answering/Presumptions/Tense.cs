using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>Whether it still goes on, is over, or will come: a fact tells what was, and does not settle that.</summary>
internal static partial class Tense
{
    /// <summary>"Are they still …", "is it over", "will they …": the fact tells of a deed, and not how it is now or will be.</summary>
    public static Draft? OfThatDay(Case found, IReadOnlyList<Found> facts) =>
        IsOfThatDay(found, facts) ? Draft.Partly(new Shape.NotSaid(), facts, facts[0].Score * 0.6) : null;

    /// <summary>It asks for another time than the best fact tells of.</summary>
    public static bool IsOfThatDay(Case found, IReadOnlyList<Found> facts) =>
        facts is [var best, ..] && IsOfThePast(found.Question, best.Fact);

    /// <summary>Whether something still goes on was asked, and nobody looked of late.</summary>
    public static Draft? Ageing(Case found, IReadOnlyList<Found> facts) =>
        facts.FirstOrDefault(fact => fact.Fact is { Holds: Holding.Ongoing, Kind: FactKind.Background }) is { } ongoing
        && (found.Question.Means("finish") || found.Question.Has(word => word is "over" or "done" or "ended"))
            ? Draft.Partly(new Shape.Direct(), [ongoing, .. facts.Where(fact => fact != ongoing)], ongoing.Score)
            : null;

    private static bool IsOfThePast(Question question, Fact fact) =>
        (AsksIfStill(question) && IsOfADay(question, fact) && !StillSo().IsMatch(fact.Says))
        || (AsksIfItWill(question) && fact.Holds is Holding.Event && IsADeed(fact.Kind) && !ToCome().IsMatch(fact.Says));

    private static bool IsOfADay(Question question, Fact fact) =>
        fact.Holds is Holding.Event
        && ((question.YesNo && IsADeed(fact.Kind) && fact.Figure is null) || fact is { Figure: not null, On: not null });

    private static bool IsADeed(FactKind kind) =>
        kind is FactKind.Act or FactKind.Claim or FactKind.Figure or FactKind.Background or FactKind.Suspension;

    private static bool AsksIfStill(Question question) =>
        question.Has(word => word is "still" or "currently")
        || (question.Has(word => word is "now") && question.Words[0].Normal is not ("did" or "has" or "have"))
        || (question.YesNo && question.Words[^1].Normal is "over" or "ended" or "finished" or "done");

    private static bool AsksIfItWill(Question question) => question.YesNo && question.Words[0].Normal == "will";

    [GeneratedRegex(@"\b(?:still|for now|so far|until|goes on|going on)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StillSo();

    [GeneratedRegex(
        @"\b(?:will|would|may|might|expect\w*|plan\w*|intend\w*|(?:is|are|was|were) to|due|scheduled|until|from)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex ToCome();
}
