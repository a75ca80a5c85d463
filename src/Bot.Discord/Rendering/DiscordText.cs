using System.Buffers;
using System.Text;
using Bot.Core.Conversation;

namespace Bot.Discord.Rendering;

/// <summary>Text as Discord shows it: no markdown of somebody else's, no mention, no link that looks like another, no turned line.</summary>
internal static class DiscordText
{
    /// <summary>Breaks what follows it off from what stands before: nothing is seen of it.</summary>
    private const char Break = '\u200B';

    private static readonly SearchValues<char> Special = SearchValues.Create("\\*_~|`>#-[]()<@:+=!");

    /// <summary>For what is read as markdown: content, descriptions, values of fields.</summary>
    public static string Escape(string text)
    {
        var plain = ForeignText.Shown(text);
        if (!plain.AsSpan().ContainsAny(Special))
        {
            return ForeignText.Isolated(plain);
        }

        var shown = new StringBuilder(plain.Length + 16);
        var left = plain.AsSpan();
        for (var at = left.IndexOfAny(Special); at >= 0; left = left[(at + 1)..], at = left.IndexOfAny(Special))
        {
            var special = left[at];
            shown.Append(left[..at]).Append(special is '@' or ':' or '=' or '!' or '+' ? "" : "\\").Append(special);
            if (special is '@' or '<' || (special is ':' && shown.Length > 1))
            {
                shown.Append(Break);
            }
        }

        shown.Append(left);
        return ForeignText.Isolated(shown.ToString());
    }

    /// <summary>For what is plain text: labels, titles, footers, choices.</summary>
    public static string Plain(string text) => ForeignText.Plain(text);
}
