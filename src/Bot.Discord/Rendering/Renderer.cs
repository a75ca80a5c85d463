using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Digests;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>
/// A reply as a message: the headline as its text, each fact as a card, other parts as text between them. What has no room is cut by Core, and said. A digest that has no
/// room for cards of all its facts has lines, which are far shorter.
/// </summary>
internal static class Renderer
{
    public static MessageData Render(Reply reply) => Render(reply, []);

    /// <param name="more">Buttons beside those of the reply.</param>
    public static MessageData Render(Reply reply, IReadOnlyList<ReplyButton> more)
    {
        var parts = reply.Parts.Where(part => part is not Actions).ToList();
        var (cut, embeds) = Fit(parts, reply, asLines: false);
        if (reply is Digest && cut.LeftOut > 0)
        {
            (_, embeds) = Fit(parts, reply, asLines: true);
        }

        return new MessageData(
            Cutting.Shorten(DiscordText.Escape(reply.Headline), Limits.Content),
            embeds,
            Rows([.. reply.Parts.OfType<Actions>()], more)
        );
    }

    /// <summary>What there is room for, and how it is shown: mostly that is all there is, and what was made to try it.</summary>
    private static (Cut Cut, List<Embed> Embeds) Fit(List<Part> parts, Reply reply, bool asLines)
    {
        (Cut? Cut, List<Embed> Embeds) tried = (null, []);
        var cut = Cutting.Fit(
            parts,
            candidate =>
            {
                tried = (candidate, Embeds(candidate, reply, asLines, out var shortened));
                return Fits(candidate, tried.Embeds, shortened);
            }
        );
        return ReferenceEquals(cut, tried.Cut) ? (cut, tried.Embeds) : (cut, Embeds(cut, reply, asLines, out _));
    }

    /// <summary>A part that is too long by itself is shortened; several that are too long together are not.</summary>
    private static bool Fits(Cut cut, List<Embed> embeds, bool shortened) =>
        embeds.Count <= Limits.Embeds && embeds.Sum(embed => embed.Length) <= Limits.EmbedsTogether && (!shortened || cut.Parts.Count < 2);

    private static List<Embed> Embeds(Cut cut, Reply reply, bool asLines, out bool shortened)
    {
        var tooLong = false;
        var embeds = new List<Embed>();
        var lines = new List<string>();
        foreach (var part in cut.Parts)
        {
            if (asLines)
            {
                List<string> more = [.. FactLines.Of(part)];
                if (lines.Concat(more).Sum(line => line.Length + 1) > Limits.Description)
                {
                    Close();
                }

                lines.AddRange(more);
            }
            else if (Cards.Of(part, cut.Detail) is { Count: > 0 } cards)
            {
                Close();
                embeds.AddRange(cards);
            }
            else
            {
                lines.AddRange(PartText.Of(part));
            }
        }

        if (cut.Rest(reply) is { } rest)
        {
            lines.AddRange(PartText.Of(rest));
        }

        if (reply.Foot is { } foot)
        {
            lines.Add($"-# {DiscordText.Escape(foot)}");
        }

        Close();
        shortened = tooLong;
        return embeds;

        void Close()
        {
            if (lines.Count > 0)
            {
                var text = string.Join('\n', lines);
                tooLong |= text.Length > Limits.Description;
                embeds.Add(new Embed { Description = Cutting.Shorten(text, Limits.Description) });
                lines.Clear();
            }
        }
    }

    /// <summary>What belongs together stands in a row. No two buttons are the same, and what has no room has none.</summary>
    private static List<ActionRow> Rows(IReadOnlyList<Actions> actions, IReadOnlyList<ReplyButton> more)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var rows = actions
            .Select(row => row.Items.Select(action => (action.Label, Id: ButtonIds.Say(action.Command))))
            .Select(row =>
                row.Where(button => button.Id is not null && known.Add(button.Id))
                    .Take(Limits.ButtonsInRow)
                    .Select(button => new Button(Cutting.Shorten(DiscordText.Plain(button.Label), Limits.ButtonLabel), button.Id!))
                    .ToList()
            )
            .Where(row => row.Count > 0)
            .ToList();
        var last = rows.LastOrDefault() ?? [];
        var bottom = last.Concat(more.Select(button => new Button(button.Label, button.Id))).Chunk(Limits.ButtonsInRow).ToList();
        return
        [
            .. rows.SkipLast(1).Take(Limits.Rows - bottom.Count).Select(row => new ActionRow([.. row])),
            .. bottom.Select(row => new ActionRow(row)),
        ];
    }
}
