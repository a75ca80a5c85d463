using Bot.Core.Conversation;

namespace Bot.Slack.Rendering;

/// <summary>
/// A reply as the plain text that goes beside its blocks: all that notifications and screen readers say, so that it carries speaker, status and source as the blocks do.
/// </summary>
internal static class Fallback
{
    public static string Of(Reply reply)
    {
        // What signs somebody in stands in no notification on a locked screen.
        var parts = reply.Parts.Where(part => part is not (Actions or WebLink)).ToList();
        var tried = (Cut: (Cut?)null, Text: "");
        var cut = Cutting.Fit(
            parts,
            candidate =>
            {
                tried = (candidate, SlackText.Escape(Words(reply, candidate)));
                return tried.Text.Length <= Limits.Fallback;
            }
        );

        // A headline and foot that leave no room for anything are cut themselves.
        return ReferenceEquals(cut, tried.Cut) && tried.Text.Length <= Limits.Fallback
            ? tried.Text
            : SlackText.Escape(Words(reply, cut), Limits.Fallback);
    }

    private static string Words(Reply reply, Cut cut) =>
        PlainText.Of(reply with { Parts = cut.Rest(reply) is { } rest ? [.. cut.Parts, rest] : cut.Parts });
}
