namespace Bot.Core.Conversation.Wording;

/// <summary>
/// A document's words on a line of ours: what would steer a terminal or turn the line's direction is left out. What is quoted by offsets
/// stays as it is.
/// </summary>
internal static class Quoted
{
    public static string Of(string text)
    {
        var shown = text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Create(text.Length, text, Show);
        return shown.Replace("\0", "", StringComparison.Ordinal);
    }

    private static void Show(Span<char> shown, string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            shown[at] =
                char.IsControl(c) || c is '\u2028' or '\u2029' ? ' '
                : IsDirection(c) ? '\0'
                : char.IsSurrogate(c) && !IsWhole(text, at) ? '\uFFFD'
                : c;
        }
    }

    /// <summary>Marks that turn what follows them, and those that end it (Unicode Bidirectional Algorithm, 2.1 to 2.5).</summary>
    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsWhole(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
