using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>A reply as a message: the headline, each fact as a block, other parts as text between them, buttons at the end. What has no room is cut by Core, and said.</summary>
internal static class Renderer
{
    /// <summary>Blocks beside what is cut: the headline, the foot, buttons, and menus that others put below.</summary>
    private const int OtherBlocks = 8;

    public static MessageBody Render(Reply reply) => Render(reply, []);

    /// <param name="more">Buttons beside those of the reply.</param>
    public static MessageBody Render(Reply reply, IReadOnlyList<ReplyButton> more)
    {
        var parts = reply.Parts.Where(part => part is not Actions).ToList();
        var headline = new RichText([Runs.Paragraph(Runs.Of(reply.Headline, most: Limits.Text))]);
        Context[] foot = reply.Foot is { } words ? [new Context([new Mrkdwn(SlackText.Escape(words, Limits.Text))])] : [];
        Block[] below = [.. foot, .. Rows.Of(reply.Parts.OfType<Actions>().SelectMany(actions => actions.Items), more)];
        var room = Limits.BlocksTogether - headline.Length() - below.Sum(block => block.Length());
        var body = new Body(reply, parts);
        var cut = Cutting.Fit(parts, candidate => Fits(body.Of(candidate), room));
        return new MessageBody(Fallback.Of(reply), [headline, .. body.Of(cut), .. below]);
    }

    /// <summary>A part that is too long by itself is shortened; several that are too long together are not.</summary>
    private static bool Fits(List<Block> blocks, int room) =>
        blocks.Count <= Limits.Blocks - OtherBlocks && blocks.Sum(block => block.Length()) <= room;
}
