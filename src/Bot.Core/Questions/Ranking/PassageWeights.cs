namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 3.87f;
    public const float CoverEnglish = 2.86f;
    public const float Exact = 6.26f;
    public const float Density = 2.58f;
    public const float Run = 1.91f;
    public const float Little = 0.86f;
    public const float Before = 1.92f;
    public const float After = 1.26f;
    public const float Paragraph = 4.20f;
    public const float Leaning = 2.40f;
    public const float Title = 3.79f;
    public const float HasDate = 2.41f;
    public const float HasNumber = 4.10f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Exact = 2.35f;
        public const float Words = 3.56f;
        public const float Document = 4.54f;
        public const float OneMissing = 3.48f;
        public const float NameMissing = -1.63f;
        public const float SortMissing = -1.90f;
        public const float Rarity = 1.61f;
        public const float Margin = 1.66f;
        public const float Bias = -8.57f;
    }
}
