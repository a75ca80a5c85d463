using Bot.Core.Conversation;

namespace Bot.Slack.Rendering;

/// <summary>
/// A reply as the plain text that goes beside its blocks: all that notifications and screen readers say, so that it carries speaker, status and source as the blocks do.
/// </summary>
internal static class Fallback
{
    public static string Of(Reply reply)
    {
        var parts = reply.Parts.Where(part => part is not Actions).ToList();
        var cut = Cutting.Fit(parts, candidate => Text(reply, candidate).Length <= Limits.Fallback);

        // A headline and foot that leave no room for anything are cut themselves.
        return SlackText.Escape(PlainText.Of(Cut(reply, cut)), Limits.Fallback);
    }

    private static string Text(Reply reply, Cut cut) => SlackText.Escape(PlainText.Of(Cut(reply, cut)));

    private static Reply Cut(Reply reply, Cut cut) =>
        reply with
        {
            Parts = cut.LeftOut > 0 ? [.. cut.Parts, new More(cut.LeftOut)] : cut.Parts,
        };
}
