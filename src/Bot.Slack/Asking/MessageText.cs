using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Slack.Asking;

/// <summary>What somebody wrote, as words: people, channels, links and marks are taken out (<see href="https://docs.slack.dev/messaging/formatting-message-text"/>).</summary>
internal static partial class MessageText
{
    /// <summary>Of a message, where marks give words a form.</summary>
    public static string Plain(string written)
    {
        var text = LineStart().Replace(Typed(written), "");
        return Joined(Marks().Replace(Pictures().Replace(text, " "), ""));
    }

    /// <summary>Of what was typed after a command, or into a form's field.</summary>
    public static string Typed(string written) => Normal(Decoded(Tokens().Replace(written, token => Words(token.Groups[1].Value))));

    /// <summary>What a token between angle brackets says in words: only what somebody else wrote there, never a name that Slack knows by an id.</summary>
    private static string Words(string token)
    {
        var (mark, label) = token.IndexOf('|') is >= 0 and var at ? (token[..at], token[(at + 1)..]) : (token, "");
        var says =
            mark is ['@' or '#', ..] ? ""
            : mark is ['!', ..] ? (mark.StartsWith("!date^", StringComparison.Ordinal) ? label : "")
            : Address().IsMatch(label) ? ""
            : label;
        return $" {says} ";
    }

    /// <summary>Once, the ampersand last: what was written as <c>&amp;lt;</c> stays so.</summary>
    private static string Decoded(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    private static string Normal(string text)
    {
        // Halves of characters cannot be brought into a normal form.
        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        var spaced = new StringBuilder(whole).Replace('\u00A0', ' ').Replace('\u2007', ' ').Replace('\u202F', ' ');
        return spaced.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static string Joined(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<([^<>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex("^(?:https?|mailto):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\w):[a-z0-9_+'-]+:(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Pictures();

    /// <summary>A quotation, or a point of a list.</summary>
    [GeneratedRegex(@"^[ \t]*(?:>{1,3}[ \t]*|[-\u2022*][ \t]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();

    /// <summary>Bold, slanted, struck, code. One within a word is none.</summary>
    [GeneratedRegex(@"`+|(?<!\w)[*_~]+|[*_~]+(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
