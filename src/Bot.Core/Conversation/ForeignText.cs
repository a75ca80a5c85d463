using System.Buffers;

namespace Bot.Core.Conversation;

/// <summary>Text of others, as any platform may show it: nothing in it that is not seen and yet does something, and no line that it turns around.</summary>
public static class ForeignText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>Control characters but the line break, and what steers the direction of writing.</summary>
    private static readonly SearchValues<char> Hidden = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not '\n'),
        .. "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
    ]);

    public static string Plain(string text) => Isolated(Shown(text));

    /// <summary>What is seen of a text, and nothing else.</summary>
    public static string Shown(string text) =>
        text.AsSpan().IndexOfAny(Hidden) < 0 ? text : string.Concat(text.Where(c => !Hidden.Contains(c)));

    /// <summary>A run from right to left keeps to itself, so that what stands around it does not move.</summary>
    public static string Isolated(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0590', '\u08FF') < 0 && text.AsSpan().IndexOfAnyInRange('\uFB1D', '\uFEFC') < 0
            ? text
            : $"{FirstStrongIsolate}{text}{PopIsolate}";
}
