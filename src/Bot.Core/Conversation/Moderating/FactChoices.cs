using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Moderating;

/// <summary>Which fact is meant, where what was typed names none, or several: a button for each that may be.</summary>
internal static class FactChoices
{
    private const int Most = 5;

    /// <param name="path">The command, which is asked again of the fact that is chosen.</param>
    /// <param name="rest">What it was given beside the fact.</param>
    public static Refusal Of(string? typed, string path, ModeratorRoom room, string rest = "")
    {
        var text = typed?.Trim() ?? "";
        var meant = room.Choosing.Facts(text);
        var offered = meant.Count > 0 ? meant : room.Choosing.Facts("");
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
                        new Actions([
                            .. offered
                                .Take(Most)
                                .Select(fact => new ReplyAction(
                                    Cutting.Shorten(fact.Label, FormLimits.Option),
                                    $"/{path} fact:#{new FactId(fact.Value).Handle}{rest}"
                                )),
                        ]),
                    ],
        };
    }
}
