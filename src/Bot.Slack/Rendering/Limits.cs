namespace Bot.Slack.Rendering;

/// <summary>
/// What Slack takes, in UTF-16 code units after escaping (<see href="https://docs.slack.dev/reference/block-kit/blocks"/>). Where it gives no number, what is known to
/// work.
/// </summary>
internal static class Limits
{
    public const int Blocks = 50;

    /// <summary>Of all blocks of a message: none is documented, and some 13,000 have been refused.</summary>
    public const int BlocksTogether = 12_000;

    /// <summary>Of one text.</summary>
    public const int Text = 3_000;

    /// <summary>Of what notifications and screen readers say: an edit is refused beyond it.</summary>
    public const int Fallback = 4_000;

    public const int ButtonLabel = 75;
    public const int ButtonsInRow = 25;
    public const int ActionId = 255;
    public const int Options = 100;
    public const int Option = 75;
    public const int Placeholder = 150;
    public const int ViewTitle = 24;
    public const int AlternativeText = 1_000;
    public const int PrivateMetadata = 3_000;
    public const int TypedText = 3_000;

    /// <summary>What is wrong with a field.</summary>
    public const int FieldError = 2_000;
}
