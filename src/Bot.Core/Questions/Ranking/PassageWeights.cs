namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each feature of a passage weighs. Made by <c>Bot.Benchmarks fit passages</c> from questions about XQuAD and SQuAD articles (CC BY-SA 4.0)
/// and about Wikinews stories (QAMR, MIT; their text CC BY 2.5): weights only, no text.
/// </summary>
internal static class PassageWeights
{
    public const float CoverLocal = 2.50f;
    public const float CoverEnglish = 5.59f;
    public const float Density = 3.15f;
    public const float Little = 0.56f;
    public const float Before = 2.03f;
    public const float After = 1.98f;
    public const float Paragraph = 4.73f;
    public const float Title = 2.84f;
    public const float HasDate = 2.69f;
    public const float HasNumber = 3.00f;
    public const float Typed = 1.37f;
    public const float TypedCount = 3.65f;
    public const float TypedBefore = 1.73f;
    public const float InOrder = 3.35f;
    public const float Which = 1.19f;
    public const float FullName = 0.97f;
    public const float Short = -6.47f;
    public const float Meant = 3.05f;

    /// <summary>For how likely a sentence answers at all.</summary>
    public static class Chance
    {
        public const float Score = 3.00f;
        public const float Held = 4.19f;
        public const float Only = 1.94f;
        public const float Room = -0.81f;
        public const float Missing = -1.26f;
        public const float OneMissing = 0.53f;
        public const float Otherwise = 0.86f;
        public const float NameMissing = -1.48f;
        public const float SortMissing = -1.40f;
        public const float Rarity = 0.89f;
        public const float AsksWhat = 0.55f;
        public const float Bias = -4.85f;
    }
}
