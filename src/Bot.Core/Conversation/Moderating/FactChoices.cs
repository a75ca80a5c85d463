using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Moderating;

/// <summary>Which fact is meant, where what was typed names none, or several: a button for each that may be.</summary>
internal static class FactChoices
{
    private const int Most = 5;

    /// <param name="path">The command, which is asked again of the fact that is chosen.</param>
    /// <param name="beside">What it was given beside the fact; null for what it takes nothing beside.</param>
    public static Refusal Of(string? typed, string path, ModeratorRoom room, Beside? beside = null)
    {
        var text = typed?.Trim() ?? "";
        var meant = room.Choosing.Facts(text);
        var offered = (meant.Count > 0 ? meant : room.Choosing.Facts(""))
            .Take(Most)
            .Select(fact => (fact.Label, Line: $"/{path} fact:#{new FactId(fact.Value).Handle}"))
            .ToList();
        return new Refusal
        {
            Headline =
                offered.Count == 0 ? ModeratorWords.NoFacts
                : meant.Count == 0 ? ModeratorWords.NoSuchFact
                : ModeratorWords.WhichFact,
            Parts =
                offered.Count == 0
                    ? []
                    :
                    [
                        .. beside?.LeftOut(offered[0].Line) ?? [],
                        new Actions([
                            .. offered.Select(fact => new ReplyAction(
                                Cutting.Shorten(fact.Label, FormLimits.Option),
                                beside?.AddedTo(fact.Line) ?? fact.Line
                            )),
                        ]),
                    ],
        };
    }
}
