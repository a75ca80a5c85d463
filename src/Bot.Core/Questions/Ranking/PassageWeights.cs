namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 1.87f;
    public const float CoverEnglish = 5.28f;
    public const float Exact = 1.28f;
    public const float Density = 2.83f;
    public const float Run = 0.85f;
    public const float Little = 0.56f;
    public const float Before = 1.54f;
    public const float After = 1.76f;
    public const float Paragraph = 4.80f;
    public const float Leaning = 1.14f;
    public const float Title = 3.10f;
    public const float HasDate = 2.67f;
    public const float HasNumber = 3.03f;
    public const float Typed = 0.62f;
    public const float TypedLocal = 1.01f;
    public const float TypedCount = 3.25f;
    public const float TypedBefore = 2.04f;
    public const float InOrder = 2.50f;
    public const float Which = 1.27f;
    public const float FullName = 0.64f;
    public const float FirstName = 1.94f;
    public const float Reason = 1.14f;
    public const float Short = -6.00f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Exact = 3.30f;
        public const float Document = 5.92f;
        public const float OneMissing = 2.94f;
        public const float NameMissing = -1.25f;
        public const float SortMissing = -1.49f;
        public const float Rarity = 1.55f;
        public const float Margin = 3.63f;
        public const float Bias = -8.55f;
    }
}
