namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 2.45f;
    public const float CoverEnglish = 5.72f;
    public const float Density = 3.18f;
    public const float Little = 0.56f;
    public const float Before = 1.94f;
    public const float After = 1.98f;
    public const float Paragraph = 4.72f;
    public const float Title = 2.87f;
    public const float HasDate = 2.69f;
    public const float HasNumber = 2.99f;
    public const float Typed = 1.29f;
    public const float TypedCount = 3.67f;
    public const float TypedBefore = 1.80f;
    public const float InOrder = 3.30f;
    public const float Which = 1.21f;
    public const float FullName = 0.97f;
    public const float Reason = 0.93f;
    public const float Short = -6.21f;
    public const float Meant = 3.09f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Score = 2.40f;
        public const float Document = 2.30f;
        public const float Held = 4.32f;
        public const float Only = 1.81f;
        public const float Missing = -0.85f;
        public const float OneMissing = 1.83f;
        public const float NameMissing = -1.34f;
        public const float SortMissing = -1.57f;
        public const float Rarity = 0.99f;
        public const float Bias = -6.43f;
    }
}
