using System.Text;
using Bot.Core.Conversation;

namespace Bot.Slack.Rendering;

/// <summary>
/// Text where Slack reads marks in it (<see href="https://docs.slack.dev/messaging/formatting-message-text"/>): no mention, link, picture or form of somebody else's. Text in
/// <see cref="Wire.RichText"/> needs none of this.
/// </summary>
internal static class SlackText
{
    /// <summary>Breaks what follows it off from what stands before: nothing is seen of it.</summary>
    private const char Break = '\u200B';

    public static string Escape(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in ForeignText.Shown(text))
        {
            _ = c switch
            {
                '&' => shown.Append("&amp;"),
                '<' => shown.Append("&lt;"),

                // At the beginning of a line it would quote the line.
                '>' => shown.Append(Break).Append("&gt;"),
                '*' or '_' or '~' or '`' => shown.Append(Break).Append(c).Append(Break),
                '@' or ':' or '#' => shown.Append(c).Append(Break),
                _ => shown.Append(c),
            };
        }

        return ForeignText.Isolated(shown.ToString());
    }

    /// <summary>As much of a text as has room when it is escaped.</summary>
    public static string Escape(string text, int most) => Cutting.Shorten(text, most, Escape);

    /// <summary>For what is plain text or literal: labels, titles, options, rich text. As much of it as has room.</summary>
    public static string Plain(string text, int most) => Cutting.Shorten(text, most, ForeignText.Plain);
}
