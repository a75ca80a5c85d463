namespace Bot.Core.Questions.Ranking;

/// <summary>Something about a sentence, about 0..1, and what it weighs.</summary>
internal sealed record PassageFeature(string Name, Func<PassageView, float> Measure, float Weight);

/// <summary>
/// What speaks for a sentence before others. What was tried beside these and earned nothing is in <c>docs/decisions/0003-passage-ranking.md</c>.
/// </summary>
internal static class PassageFeatures
{
    public static IReadOnlyList<PassageFeature> All { get; } =
    [
        new(nameof(CoverLocal), CoverLocal, PassageWeights.CoverLocal),
        new(nameof(CoverEnglish), CoverEnglish, PassageWeights.CoverEnglish),
        new(nameof(Exact), Exact, PassageWeights.Exact),
        new(nameof(Density), Density, PassageWeights.Density),
        new(nameof(Run), Run, PassageWeights.Run),
        new(nameof(Little), Little, PassageWeights.Little),
        new(nameof(Before), Before, PassageWeights.Before),
        new(nameof(After), After, PassageWeights.After),
        new(nameof(Paragraph), Paragraph, PassageWeights.Paragraph),
        new(nameof(Leaning), Leaning, PassageWeights.Leaning),
        new(nameof(Title), Title, PassageWeights.Title),
        new(nameof(HasDate), HasDate, PassageWeights.HasDate),
        new(nameof(HasNumber), HasNumber, PassageWeights.HasNumber),
    ];

    /// <summary>The share of the question found, its words weighed by their rarity among the sentences: BM25's idf (Robertson and Zaragoza 2009).</summary>
    private static float CoverLocal(PassageView view) => Share(view.Local, view.Here);

    /// <summary>The same, weighed by their rarity in English (<see cref="Words.WordRanks.Rarity(int)" />).</summary>
    private static float CoverEnglish(PassageView view) => Share(view.English, view.Here);

    /// <summary>The share found in the question's own words, not in others used alike.</summary>
    internal static float Exact(PassageView view)
    {
        var sum = 0f;
        for (var i = 0; i < view.Here.Length; i++)
        {
            sum += view.Here[i] >= 1 ? view.English[i] : 0;
        }

        return sum;
    }

    /// <summary>How much of the sentence is the question: what BM25 asks of a text's length.</summary>
    private static float Density(PassageView view) => view.Words.IsEmpty ? 0 : Math.Min(1, view.Here.Sum() / view.Words.Length);

    /// <summary>The share of the question in its longest stretch that the sentence holds word for word.</summary>
    private static float Run(PassageView view) => view.Wording.Run(view.AllWords);

    /// <summary>The share of the question's little words found.</summary>
    private static float Little(PassageView view) => view.Wording.Little(view.AllWords);

    /// <summary>What the sentence before adds.</summary>
    private static float Before(PassageView view) => view.Beyond(view.Before);

    /// <summary>What the sentence after adds.</summary>
    private static float After(PassageView view) => view.Beyond(view.After);

    /// <summary>What the paragraph adds.</summary>
    private static float Paragraph(PassageView view) => view.Beyond(view.Around);

    /// <summary>What the sentence before adds, where the sentence begins with a word that stands for something named before.</summary>
    private static float Leaning(PassageView view) => view.Index.Makeup.Leans(view.Number) ? view.Beyond(view.Before) : 0;

    /// <summary>What the document's title adds.</summary>
    private static float Title(PassageView view) => view.Beyond(view.Title);

    /// <summary>A date asked for is there.</summary>
    private static float HasDate(PassageView view) => view.Sort == Sort.Date && view.Holds(Sort.Date) ? 1 : 0;

    /// <summary>A number asked for is there.</summary>
    private static float HasNumber(PassageView view) => view.Sort == Sort.Number && view.Holds(Sort.Number) ? 1 : 0;

    internal static float Share(float[] weights, float[] credits)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * credits[i];
        }

        return sum;
    }
}
