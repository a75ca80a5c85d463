namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 2.14f;
    public const float CoverEnglish = 5.25f;
    public const float Exact = 1.15f;
    public const float Density = 2.93f;
    public const float Run = 0.83f;
    public const float Little = 0.58f;
    public const float Before = 1.64f;
    public const float After = 1.80f;
    public const float Paragraph = 4.82f;
    public const float Leaning = 1.17f;
    public const float Title = 3.17f;
    public const float HasDate = 2.66f;
    public const float HasNumber = 3.01f;
    public const float Typed = 0.93f;
    public const float TypedLocal = 0.81f;
    public const float TypedCount = 3.05f;
    public const float TypedBefore = 1.93f;
    public const float InOrder = 2.45f;
    public const float Which = 1.27f;
    public const float FullName = 0.66f;
    public const float FirstName = 0.66f;
    public const float Reason = 0.92f;
    public const float Short = -6.11f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Score = 2.55f;
        public const float Document = 2.14f;
        public const float Held = 4.21f;
        public const float Only = 1.82f;
        public const float Missing = -0.86f;
        public const float OneMissing = 1.84f;
        public const float NameMissing = -1.33f;
        public const float SortMissing = -1.70f;
        public const float Rarity = 1.02f;
        public const float Bias = -6.40f;
    }
}
