using Bot.Core.Conversation;
using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>The parts of a reply as blocks, for as many of them and at whatever detail is tried: each part is put into words once.</summary>
/// <param name="parts">Those of the reply that are shown.</param>
internal sealed class Body(Reply reply, IReadOnlyList<Part> parts)
{
    private readonly Dictionary<Detail, Drawn?[]> drawn = [];

    /// <param name="cut">Some of the parts, from the first on.</param>
    public List<Block> Of(Cut cut)
    {
        var blocks = new List<Block>();
        var elements = new List<RichElement>();
        var length = 0;
        for (var i = 0; i < cut.Parts.Count; i++)
        {
            Add(At(i, cut.Detail));
        }

        if (cut.Rest(reply) is { } rest)
        {
            Add(Draw(rest, cut.Detail));
        }

        Close();
        return blocks;

        void Add(Drawn part)
        {
            if (part.Blocks.Count > 0)
            {
                Close();
                blocks.AddRange(part.Blocks);
            }

            foreach (var element in part.Elements)
            {
                if (length + element.Length() > Limits.Text)
                {
                    Close();
                }

                elements.Add(element);
                length += element.Length();
            }
        }

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

    private Drawn At(int number, Detail detail)
    {
        if (!drawn.TryGetValue(detail, out var known))
        {
            drawn[detail] = known = new Drawn?[parts.Count];
        }

        return known[number] ??= Draw(parts[number], detail);
    }

    private static Drawn Draw(Part part, Detail detail) => new(FactBlocks.Of(part, detail), [.. PartElements.Of(part)]);

    /// <summary>Points that follow one another are one list.</summary>
    private static List<RichElement> Joined(List<RichElement> elements)
    {
        var joined = new List<RichElement>();
        var points = new List<Paragraph>();
        foreach (var element in elements)
        {
            if (element is BulletList list)
            {
                points.AddRange(list.Elements);
                continue;
            }

            End();
            joined.Add(element);
        }

        End();
        return joined;

        void End()
        {
            if (points.Count > 0)
            {
                joined.Add(new BulletList([.. points]));
                points.Clear();
            }
        }
    }

    /// <summary>A part as blocks of its own, or as text that stands with that of others.</summary>
    private sealed record Drawn(IReadOnlyList<Block> Blocks, IReadOnlyList<RichElement> Elements);
}
