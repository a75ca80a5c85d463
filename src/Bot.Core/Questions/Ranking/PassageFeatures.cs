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
        new(nameof(Density), Density, PassageWeights.Density),
        new(nameof(Little), Little, PassageWeights.Little),
        new(nameof(Before), Before, PassageWeights.Before),
        new(nameof(After), After, PassageWeights.After),
        new(nameof(Paragraph), Paragraph, PassageWeights.Paragraph),
        new(nameof(Title), Title, PassageWeights.Title),
        new(nameof(HasDate), HasDate, PassageWeights.HasDate),
        new(nameof(HasNumber), HasNumber, PassageWeights.HasNumber),
        new(nameof(Typed), Typed, PassageWeights.Typed),
        new(nameof(TypedCount), TypedCount, PassageWeights.TypedCount),
        new(nameof(TypedBefore), TypedBefore, PassageWeights.TypedBefore),
        new(nameof(InOrder), InOrder, PassageWeights.InOrder),
        new(nameof(Which), Which, PassageWeights.Which),
        new(nameof(FullName), FullName, PassageWeights.FullName),
        new(nameof(Short), Short, PassageWeights.Short),
        new(nameof(Meant), Meant, PassageWeights.Meant),
    ];

    /// <summary>The share of the question found, its words weighed by their rarity among the sentences: BM25's idf (Robertson and Zaragoza 2009).</summary>
    private static float CoverLocal(PassageView view) => Share(view.Local, view.Here);

    /// <summary>The same, weighed by their rarity in English (<see cref="Words.WordRanks.Rarity(int)" />).</summary>
    private static float CoverEnglish(PassageView view) => Share(view.English, view.Here);

    /// <summary>How much of the sentence is the question: what BM25 asks of a text's length.</summary>
    private static float Density(PassageView view) => view.Words.IsEmpty ? 0 : Math.Min(1, Sum(view.Here) / view.Words.Length);

    /// <summary>The share of the question's little words found.</summary>
    private static float Little(PassageView view) => view.Worded.Little;

    /// <summary>What the sentence before adds.</summary>
    private static float Before(PassageView view) => view.Beyond(view.Before);

    /// <summary>What the sentence after adds.</summary>
    private static float After(PassageView view) => view.Beyond(view.After);

    /// <summary>What the paragraph adds.</summary>
    private static float Paragraph(PassageView view) => view.Beyond(view.Around());

    /// <summary>What the document's title adds.</summary>
    private static float Title(PassageView view) => view.Beyond(view.Document.Title);

    /// <summary>A date asked for is there.</summary>
    private static float HasDate(PassageView view) => view.Sort == Sort.Date && FittingWords.Has(Sort.Date, view) ? 1 : 0;

    /// <summary>A number asked for is there.</summary>
    private static float HasNumber(PassageView view) => view.Sort == Sort.Number && FittingWords.Has(Sort.Number, view) ? 1 : 0;

    /// <summary>The share of the question's words in the very form they were typed, by their rarity in English and by their number.</summary>
    private static float Typed(PassageView view) => view.Wording.ByRarity(view.Worded.Typed);

    private static float TypedCount(PassageView view) => view.Wording.ByCount(view.Worded.Typed);

    /// <summary>What the sentence before adds to that.</summary>
    private static float TypedBefore(PassageView view) => view.Wording.ByRarity(view.WordedBefore.Typed & ~view.Worded.Typed);

    /// <summary>The share of the question held in the same order.</summary>
    private static float InOrder(PassageView view) => view.Worded.InOrder;

    /// <summary>A word stands beside the noun asked for that tells which.</summary>
    private static float Which(PassageView view) => FittingWords.TellsWhich(view) ? 1 : 0;

    /// <summary>A name of the question stands there with more of it.</summary>
    private static float FullName(PassageView view) => view.Sort is Sort.Any or Sort.Name && FittingWords.TellsMoreOfName(view) ? 1 : 0;

    /// <summary>Hardly a sentence: a stray line, a caption.</summary>
    private static float Short(PassageView view) => view.Tokens.Length < 5 ? 1 : 0;

    /// <summary>What the names add that the sentence means without giving them.</summary>
    private static float Meant(PassageView view) => view.Beyond(view.Meant());

    private static float Sum(ReadOnlySpan<float> credits)
    {
        var sum = 0f;
        foreach (var credit in credits)
        {
            sum += credit;
        }

        return sum;
    }

    internal static float Share(float[] weights, ReadOnlySpan<float> credits)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * credits[i];
        }

        return sum;
    }
}
