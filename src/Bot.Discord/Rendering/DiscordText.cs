using System.Buffers;
using System.Text;

namespace Bot.Discord.Rendering;

/// <summary>Text as Discord shows it: no markdown of somebody else's, no mention, no link that looks like another, no turned line.</summary>
internal static class DiscordText
{
    /// <summary>Breaks what follows it off from what stands before: nothing is seen of it.</summary>
    private const char Break = '\u200B';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private static readonly SearchValues<char> Special = SearchValues.Create("\\*_~|`>#-[]()<@:+=!");

    /// <summary>For what is read as markdown: content, descriptions, values of fields.</summary>
    public static string Escape(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Drop(c))
            {
                continue;
            }

            if (Special.Contains(c))
            {
                shown.Append(c is '@' or ':' or '=' or '!' or '+' ? "" : "\\");
            }

            shown.Append(c);
            if (c is '@' or '<' || (c is ':' && shown.Length > 1))
            {
                shown.Append(Break);
            }
        }

        return Isolated(shown.ToString());
    }

    /// <summary>For what is plain text: labels, titles, footers, choices.</summary>
    public static string Plain(string text) => Isolated(string.Concat(text.Where(c => !Drop(c))));

    /// <summary>Line breaks stay; other control characters and what steers the direction of writing go.</summary>
    private static bool Drop(char c) =>
        (char.IsControl(c) && c is not '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';

    /// <summary>A run from right to left keeps to itself, so that what stands around it does not move.</summary>
    private static string Isolated(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0590', '\u08FF') < 0 && text.AsSpan().IndexOfAnyInRange('\uFB1D', '\uFEFC') < 0
            ? text
            : $"{FirstStrongIsolate}{text}{PopIsolate}";
}
