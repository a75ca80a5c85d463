namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 2.55f;
    public const float CoverEnglish = 5.67f;
    public const float Density = 3.24f;
    public const float Little = 0.56f;
    public const float Before = 2.13f;
    public const float After = 1.93f;
    public const float Paragraph = 4.57f;
    public const float Title = 3.28f;
    public const float HasDate = 2.80f;
    public const float HasNumber = 3.19f;
    public const float Typed = 1.18f;
    public const float TypedCount = 3.71f;
    public const float TypedBefore = 1.58f;
    public const float InOrder = 3.11f;
    public const float Which = 1.18f;
    public const float FullName = 0.97f;
    public const float Short = -6.02f;
    public const float Meant = 2.74f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Score = 2.97f;
        public const float Held = 4.27f;
        public const float Only = 1.94f;
        public const float Room = -0.77f;
        public const float Missing = -1.36f;
        public const float OneMissing = 0.79f;
        public const float Otherwise = 0.86f;
        public const float NameMissing = -1.50f;
        public const float SortMissing = -1.47f;
        public const float Rarity = 0.94f;
        public const float AsksWhat = 0.56f;
        public const float Bias = -4.87f;
    }
}
