namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 2.52f;
    public const float CoverEnglish = 5.57f;
    public const float Density = 3.15f;
    public const float Little = 0.55f;
    public const float Before = 2.03f;
    public const float After = 1.97f;
    public const float Paragraph = 4.74f;
    public const float Title = 2.85f;
    public const float HasDate = 2.68f;
    public const float HasNumber = 3.00f;
    public const float Typed = 1.36f;
    public const float TypedCount = 3.66f;
    public const float TypedBefore = 1.73f;
    public const float InOrder = 3.35f;
    public const float Which = 1.20f;
    public const float FullName = 0.96f;
    public const float Short = -6.46f;
    public const float Meant = 2.93f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Score = 2.99f;
        public const float Held = 4.19f;
        public const float Only = 1.93f;
        public const float Room = -0.81f;
        public const float Missing = -1.27f;
        public const float OneMissing = 0.51f;
        public const float Otherwise = 0.86f;
        public const float NameMissing = -1.48f;
        public const float SortMissing = -1.41f;
        public const float Rarity = 0.89f;
        public const float AsksWhat = 0.55f;
        public const float Bias = -4.83f;
    }
}
