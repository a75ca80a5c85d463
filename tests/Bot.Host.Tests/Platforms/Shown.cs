namespace Bot.Host.Tests.Platforms;

/// <summary>A reply as somebody reads it, whatever the platform writes it with.</summary>
/// <param name="IsPrivate">Only whoever asked sees it.</param>
/// <param name="Headline">The first line, which says it all.</param>
/// <param name="Lines">What is neither headline nor card, in order.</param>
/// <param name="Buttons">Their labels, in order.</param>
internal sealed record Shown(
    bool IsPrivate,
    string Headline,
    IReadOnlyList<Card> Cards,
    IReadOnlyList<string> Lines,
    IReadOnlyList<string> Buttons
)
{
    public override string ToString() =>
        string.Join(
            '\n',
            [
                $"{(IsPrivate ? "to one" : "to all")}: {Headline}",
                .. Cards.Select(card => $"  {card}"),
                .. Lines,
                .. Buttons.Select(label => $"[{label}]"),
            ]
        );
}

/// <summary>A fact as it is shown.</summary>
/// <param name="Sources">Without the sentences that stand beside them where there is room.</param>
internal sealed record Card(string Says, string Speaker, string Status, string Date, string Sources);
