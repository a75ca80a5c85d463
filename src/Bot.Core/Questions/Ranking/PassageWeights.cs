namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 3.58f;
    public const float CoverEnglish = 3.02f;
    public const float Exact = 6.26f;
    public const float Density = 2.76f;
    public const float Run = 1.75f;
    public const float Little = 0.84f;
    public const float Before = 2.38f;
    public const float After = 1.12f;
    public const float Paragraph = 4.42f;
    public const float Leaning = 1.87f;
    public const float Title = 3.40f;
    public const float HasDate = 2.36f;
    public const float HasNumber = 4.03f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Exact = 4.42f;
        public const float Document = 5.05f;
        public const float OneMissing = 3.46f;
        public const float NameMissing = -1.63f;
        public const float SortMissing = -1.89f;
        public const float Rarity = 1.75f;
        public const float Margin = 2.47f;
        public const float Bias = -8.64f;
    }
}
