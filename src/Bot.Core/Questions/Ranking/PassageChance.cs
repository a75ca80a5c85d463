using System.Numerics;

namespace Bot.Core.Questions.Ranking;

/// <summary>How likely a sentence answers at all: a logistic regression over what it holds of the question and what it lacks.</summary>
internal static class PassageChance
{
    /// <summary>More words held than these say no more.</summary>
    private const int Many = 6;

    /// <summary>The most for a sentence that tells of somebody what was not asked, or that lacks what was.</summary>
    private const float Unlikely = 0.3f;

    public static IReadOnlyList<PassageFeature> Features { get; } =
    [
        new(nameof(Score), Score, PassageWeights.Chance.Score),
        new(nameof(Held), Held, PassageWeights.Chance.Held),
        new(nameof(Only), Only, PassageWeights.Chance.Only),
        new(nameof(Room), Room, PassageWeights.Chance.Room),
        new(nameof(Missing), Missing, PassageWeights.Chance.Missing),
        new(nameof(OneMissing), OneMissing, PassageWeights.Chance.OneMissing),
        new(nameof(Otherwise), Otherwise, PassageWeights.Chance.Otherwise),
        new(nameof(NameMissing), NameMissing, PassageWeights.Chance.NameMissing),
        new(nameof(SortMissing), SortMissing, PassageWeights.Chance.SortMissing),
        new(nameof(Rarity), Rarity, PassageWeights.Chance.Rarity),
        new(nameof(AsksWhat), AsksWhat, PassageWeights.Chance.AsksWhat),
    ];

    /// <summary>The chance of the sentence looked at, 0..1.</summary>
    public static float Of(PassageView view)
    {
        var sum = PassageWeights.Chance.Bias;
        foreach (var feature in Features)
        {
            sum += feature.Weight * feature.Measure(view);
        }

        var chance = 1 / (1 + MathF.Exp(-sum));
        return chance > Unlikely && (NamesOnly.IsAllHeld(view) || view.Speech?.IsOfNobody(view) is true || view.Untold.Is(view))
            ? Unlikely
            : chance;
    }

    /// <summary>What the sentence was ranked by.</summary>
    private static float Score(PassageView view) => view.Score / 10;

    /// <summary>How many words of the question are there: one alone proves little.</summary>
    private static float Held(PassageView view) => (float)Math.Min(Many, BitOperations.PopCount(view.Worded.Held)) / Many;

    /// <summary>The share that is there and nowhere else in the document: it speaks of just this.</summary>
    private static float Only(PassageView view) => view.Wording.ByRarity(view.Document.HeldOnce & view.Worded.Held);

    /// <summary>How much the sentence says that the question does not: the answer must be in it.</summary>
    private static float Room(PassageView view) => Math.Min(1, FittingWords.Count(view) / 15f);

    /// <summary>What is neither there nor in the sentences beside it.</summary>
    private static float Missing(PassageView view) =>
        view.Wording.Without(view.Worded.Held | view.WordedBefore.Held | view.WordedAfter.Held) / 20;

    /// <summary>
    /// The largest share of one term that is not found. For one share found this speaks for the sentence: a single word put otherwise is missed
    /// where the answer stands, several are missed where it does not.
    /// </summary>
    private static float OneMissing(PassageView view)
    {
        var most = 0f;
        var here = view.Here;
        for (var i = 0; i < here.Length; i++)
        {
            most = Math.Max(most, view.English[i] * (1 - here[i]));
        }

        return most;
    }

    /// <summary>A word is not there, and another stands in its place.</summary>
    private static float Otherwise(PassageView view) => Reworded.Rarest(view) / 10;

    /// <summary>Names that the document nowhere holds.</summary>
    private static float NameMissing(PassageView view) => view.Wording.NamesWithout(view.Document.Held) / 10;

    /// <summary>What is asked for is not there.</summary>
    private static float SortMissing(PassageView view) =>
        view.Sort switch
        {
            Sort.Any => 0,
            Sort.Number => FittingWords.Has(Sort.Number, view) ? 0 : 1,
            Sort.Date => FittingWords.Has(Sort.Date, view) ? 0 : 0.6f,
            _ => FittingWords.Has(Sort.Name, view) ? 0 : 0.5f,
        };

    /// <summary>How rare the question's words are: a share of common words says less.</summary>
    private static float Rarity(PassageView view) => view.Rarity / 20;

    /// <summary>It asks "what": such a question keeps less of the text's wording than one for who or when.</summary>
    private static float AsksWhat(PassageView view) => view.Wording.AsksWhat ? 1 : 0;
}
