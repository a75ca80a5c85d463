using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests;

/// <summary>Text as it may arrive: any UTF-16 at all, mixed with pieces that mean something to whoever reads it.</summary>
internal static class AnyText
{
    private static readonly string[] Odd =
    [
        "\0",
        "\r\n",
        "\u2028",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "\U0001F309",
        "\u0301",
        "\uFF9E",
        "\u00C9",
        "\u6A4B",
        "\u0627",
        "\u0661",
        "\uFFFF",
        "'",
        "\u2019",
        "n't",
        " ",
    ];

    /// <summary>Characters, odd ones and lone surrogates too, with <paramref name="pieces"/> between them; at most about <paramref name="longest"/> long.</summary>
    public static Arbitrary<string> With(int longest, params string[] pieces)
    {
        var character = Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString());
        var ascii = Gen.Choose(' ', '~').Select(code => ((char)code).ToString());
        var piece = Gen.Frequency(
            (1, character),
            (2, ascii),
            (2, Gen.Elements(Odd)),
            (pieces.Length == 0 ? 0 : 6, Gen.Elements(pieces.Length == 0 ? [""] : pieces))
        );
        var text =
            from length in Gen.Frequency((6, Gen.Choose(0, 12)), (3, Gen.Choose(12, 80)), (1, Gen.Choose(80, longest)))
            from parts in piece.ArrayOf(length)
            select Cut(string.Concat(parts), longest);
        return Arb.From(text, Shrink);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static IEnumerable<string> Shrink(string text)
    {
        for (var part = text.Length / 2; part > 0; part /= 2)
        {
            for (var at = 0; at + part <= text.Length; at += part)
            {
                yield return text.Remove(at, part);
            }
        }
    }
}
