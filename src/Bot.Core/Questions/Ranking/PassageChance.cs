namespace Bot.Core.Questions.Ranking;

/// <summary>How likely a sentence answers at all: a logistic regression over what it holds of the question and what it lacks.</summary>
internal static class PassageChance
{
    /// <summary>A lead beyond this says no more.</summary>
    public const float Ahead = 5;

    public static IReadOnlyList<PassageFeature> Features { get; } =
    [
        new(nameof(PassageFeatures.Exact), PassageFeatures.Exact, PassageWeights.Chance.Exact),
        new(nameof(Document), Document, PassageWeights.Chance.Document),
        new(nameof(OneMissing), OneMissing, PassageWeights.Chance.OneMissing),
        new(nameof(NameMissing), NameMissing, PassageWeights.Chance.NameMissing),
        new(nameof(SortMissing), SortMissing, PassageWeights.Chance.SortMissing),
        new(nameof(Rarity), Rarity, PassageWeights.Chance.Rarity),
        new(nameof(Margin), Margin, PassageWeights.Chance.Margin),
    ];

    /// <summary>The chance of the sentence looked at, 0..1.</summary>
    public static float Of(PassageView view)
    {
        var sum = PassageWeights.Chance.Bias;
        foreach (var feature in Features)
        {
            sum += feature.Weight * feature.Measure(view);
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>The share of the question that the document holds anywhere.</summary>
    private static float Document(PassageView view) => PassageFeatures.Share(view.English, view.Document);

    /// <summary>
    /// The largest share of one term that is not found. For one share found this speaks for the sentence: a single word put otherwise is missed
    /// where the answer stands, several are missed where it does not.
    /// </summary>
    private static float OneMissing(PassageView view)
    {
        var most = 0f;
        for (var i = 0; i < view.Here.Length; i++)
        {
            most = Math.Max(most, view.English[i] * (1 - view.Here[i]));
        }

        return most;
    }

    /// <summary>The share of names that neither the sentence nor its paragraph holds.</summary>
    private static float NameMissing(PassageView view)
    {
        var sum = 0f;
        for (var i = 0; i < view.Here.Length; i++)
        {
            sum += view.IsName[i] ? view.English[i] * (1 - Math.Max(view.Here[i], view.Around[i])) : 0;
        }

        return sum;
    }

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

    /// <summary>How far the sentence is ahead of the best other.</summary>
    private static float Margin(PassageView view) => Math.Clamp(view.Margin, -Ahead, Ahead) / 10;
}
