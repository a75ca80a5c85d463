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
        var cut = Cutting.Fit(parts, candidate => Fits(candidate, room));
        return new MessageBody(Fallback.Of(reply), [headline, .. Body(cut), .. below]);
    }

    /// <summary>A part that is too long by itself is shortened; several that are too long together are not.</summary>
    private static bool Fits(Cut cut, int room)
    {
        var blocks = Body(cut);
        return blocks.Count <= Limits.Blocks - OtherBlocks && blocks.Sum(block => block.Length()) <= room;
    }

    private static List<Block> Body(Cut cut)
    {
        var blocks = new List<Block>();
        var elements = new List<RichElement>();
        var length = 0;
        foreach (var part in cut.LeftOut > 0 ? cut.Parts.Append(new More(cut.LeftOut)) : cut.Parts)
        {
            if (FactBlocks.Of(part, cut.Detail) is { Count: > 0 } facts)
            {
                Close();
                blocks.AddRange(facts);
            }

            foreach (var element in PartElements.Of(part))
            {
                if (length + element.Length() > Limits.Text)
                {
                    Close();
                }

                elements.Add(element);
                length += element.Length();
            }
        }

        Close();
        return blocks;

        void Close()
        {
            if (elements.Count > 0)
            {
                blocks.Add(new RichText(Joined(elements)));
                elements.Clear();
                length = 0;
            }
        }
    }

    /// <summary>Points that follow one another are one list.</summary>
    private static List<RichElement> Joined(List<RichElement> elements)
    {
        var joined = new List<RichElement>();
        foreach (var element in elements)
        {
            if (element is BulletList next && joined is [.., BulletList last])
            {
                joined[^1] = new BulletList([.. last.Elements, .. next.Elements]);
            }
            else
            {
                joined.Add(element);
            }
        }

        return joined;
    }
}
