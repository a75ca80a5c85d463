using YamlDotNet.Core;

namespace Bot.Knowledge.Yaml;

/// <summary>
/// Tells a comment from the rest of a text. YAML ends a text without quotes at a hash after a space, whatever was meant; here a comment
/// beside a text stands off by two spaces and has a space after its hash, so that "The ban #1 was lifted" is never taken for "The ban".
/// </summary>
internal static class CutText
{
    public const string Sentence =
        "A `#` after a space ends the text here: put the whole text in '…', or, if a comment was meant, two spaces before the `#` and one after it.";

    /// <summary>How far behind the end of a text a hash stands that cuts it; null when none does.</summary>
    /// <param name="document">The text that the event was read from.</param>
    public static int? HashBehind(YamlDotNet.Core.Events.Scalar text, string document)
    {
        if (text.Style is not ScalarStyle.Plain || text.Value.Length == 0)
        {
            return null;
        }

        var rest = document.AsSpan((int)text.End.Index);
        var space = rest.IndexOfAnyExcept(' ', '\t');
        return space > 0 && rest[space] == '#' && !IsSetOff(rest, space) ? space : null;
    }

    private static bool IsSetOff(ReadOnlySpan<char> rest, int hash) =>
        hash >= 2 && (hash + 1 == rest.Length || char.IsWhiteSpace(rest[hash + 1]));
}
