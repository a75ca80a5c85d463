namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What each part weighs: found by leaving out each phrasing of the stories in turn and asking it, rounded, then held to the case files
/// (<c>docs/decisions/0002-answers-from-facts.md</c>).
/// </summary>
internal static class FactWeights
{
    public const float Best = 0.35f;
    public const float Own = 0.08f;
    public const float OwnBack = 0.025f;
    public const float Coverage = 0.33f;

    /// <summary>The most that the parts come to.</summary>
    public const float Sum = Best + Own + OwnBack + Coverage;
    public const float OwnAgainstAsked = 0.26f;
    public const float Back = 0.25f;
    public const float Function = 0.13f;
    public const float EmptyPhrase = 0.5f;
    public const float CauseOfGap = 0.58f;
    public const float NameMissing = 0.8f;
    public const float SlotMissing = 0.4f;
    public const float SlotDiffers = 0.4f;
}
