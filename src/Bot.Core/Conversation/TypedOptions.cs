using System.Buffers;

namespace Bot.Core.Conversation;

/// <summary>
/// Reads the options of a command as typed: <c>name:the council</c>, <c>name="the council"</c>, <c>--name the council</c>, whatever sort of quotation mark or dash a keyboard
/// makes of it.
/// </summary>
internal static class TypedOptions
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB");
    private const string Dashes = "\u2013\u2014";

    /// <summary>Values by option; what stands before the first named option belongs to the one that takes the rest, and where there is none to "?".</summary>
    public static Dictionary<string, string> Read(CommandEntry entry, string typed)
    {
        var marks = Marks(entry, typed);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = entry.Unnamed ?? entry.Options.FirstOrDefault(option => option.Rest);
        var lead = typed[..(marks.Count > 0 ? marks[0].At : typed.Length)].Trim();
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].At : typed.Length;
            var value = typed[marks[i].Value..end].Trim();
            if (
                rest is { Kind: OptionKind.Text }
                && lead.Length == 0
                && marks[i].Option is { Kind: OptionKind.Date }
                && Parted(value) is { } parts
            )
            {
                // A day is one word, so that the question may follow it.
                (value, lead) = parts;
            }

            values[marks[i].Name] = Unquoted(value);
        }

        if (lead.Length > 0)
        {
            values[rest?.Name ?? "?"] = Unquoted(lead);
        }

        return values;
    }

    /// <summary>Without what is not seen: keyboards and copied text bring it along.</summary>
    public static string Visible(string word) =>
        string.Concat(word.Where(c => c is not ((>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF')));

    /// <summary>Each option once, where its name first stands at the beginning of a word that is not quoted: so <c>surname:</c> is not <c>name:</c>.</summary>
    private static List<Mark> Marks(CommandEntry entry, string typed)
    {
        var marks = new List<Mark>();
        var quoted = false;
        for (var at = 0; at < typed.Length; at++)
        {
            if (!quoted && (at == 0 || char.IsWhiteSpace(typed[at - 1])) && MarkAt(entry, typed, at) is { } mark)
            {
                if (marks.TrueForAll(known => known.Name != mark.Name))
                {
                    marks.Add(mark);
                    at = mark.Value - 1;
                }
            }
            else if (Quotes.Contains(typed[at]))
            {
                quoted = !quoted && typed.AsSpan(at + 1).IndexOfAny(Quotes) >= 0;
            }
        }

        return marks;
    }

    private static Mark? MarkAt(CommandEntry entry, string typed, int at)
    {
        var dashes =
            typed[at..] is ['-', '-', ..] ? 2
            : Dashes.Contains(typed[at]) ? 1
            : 0;
        var end = at + dashes;
        while (end < typed.Length && typed[end] is not (':' or '=') && !char.IsWhiteSpace(typed[end]))
        {
            end++;
        }

        var named = end < typed.Length && typed[end] is ':' or '=';
        var word = Visible(typed[(at + dashes)..end]);
        return (named || dashes > 0)
            && entry.Typed.FirstOrDefault(option => option.Name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } option
                ? new Mark(option.Name, option, at, Math.Min(end + 1, typed.Length))
            : dashes == 2 && word.Length > 0 && !entry.Options.Any(option => option is { Rest: true, Kind: OptionKind.Text })
                ? new Mark($"--{word}", null, at, Math.Min(end + 1, typed.Length))
            : null;
    }

    private static (string First, string Others)? Parted(string value) =>
        value.IndexOf(' ') is > 0 and var at ? (value[..at], value[at..].Trim()) : null;

    private static string Unquoted(string value) =>
        value is [var first, .. var inner, var last] && Quotes.Contains(first) && Quotes.Contains(last) ? inner : value;

    /// <param name="Option">Null for a name that the command does not have.</param>
    /// <param name="Value">Where its value begins.</param>
    private sealed record Mark(string Name, CommandOption? Option, int At, int Value);
}
