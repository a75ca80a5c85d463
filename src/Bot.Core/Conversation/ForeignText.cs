namespace Bot.Core.Conversation;

/// <summary>Text of others, as any platform may show it: nothing in it that is not seen and yet does something, and no line that it turns around.</summary>
public static class ForeignText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    public static string Plain(string text) => Isolated(string.Concat(text.Where(IsShown)));

    /// <summary>Line breaks are; other control characters and what steers the direction of writing are not.</summary>
    public static bool IsShown(char c) =>
        (!char.IsControl(c) || c is '\n')
        && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F');

    /// <summary>A run from right to left keeps to itself, so that what stands around it does not move.</summary>
    public static string Isolated(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0590', '\u08FF') < 0 && text.AsSpan().IndexOfAnyInRange('\uFB1D', '\uFEFC') < 0
            ? text
            : $"{FirstStrongIsolate}{text}{PopIsolate}";
}
