using System.Text;

namespace Bot.Testing.Fuzz;

/// <summary>Text that nobody means as a question: bytes decoded in several ways, odd characters, other scripts.</summary>
public static class OddText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static readonly string[] Pieces =
    [
        "\0",
        "\u0007",
        "\u001B[31m",
        "\r\n",
        "\t",
        "\u0085",
        "\u00A0",
        "\u200B",
        "\u200F",
        "\u202E",
        "\u2066",
        "\u2069",
        "\u2028",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "\U0001F525",
        "\U0001F469\u200D\U0001F469\u200D\U0001F467",
        "\U0001F1EE\U0001F1F1",
        "\u0301",
        "\u0301\u0302\u0303\u0304\u0305",
        "\u20E3",
        "\uFF9E",
        "\uFDFA",
        "\u00AD",
        "\u0661\u0662",
        "\u216B",
        "\u00B2",
        "\uFFFF",
        "\uE000",
        "n't",
        "\u2019s",
        "U.N.",
        "...",
        "?!",
        "99999999999999999999",
        "1e308",
        "-0",
        "2025-02-30",
        "<b>",
        "@everyone",
        "${x}",
        "%n",
        "\\u0000",
        "'; --",
        "```",
    ];

    public static readonly string[] OtherScripts =
    [
        "من الذي رد على ذلك",
        "מי הגיב על כך",
        "кто ответил на это",
        "誰が答えましたか",
        "谁回应了",
        "누가 대답했습니까",
        "किसने जवाब दिया",
        "ใครตอบ",
        "ποιος απάντησε",
        "qui a répondu à cela",
        "wer hat darauf geantwortet",
        "quién respondió a eso",
    ];

    public static string Make(Draw draw) =>
        draw.Below(6) switch
        {
            0 => Encoding.UTF8.GetString(draw.Bytes(Length(draw))),
            1 => Encoding.Latin1.GetString(draw.Bytes(Length(draw))),
            2 => Encoding.Unicode.GetString(draw.Bytes(2 * Length(draw))),
            3 => StrictlyDecoded(draw),
            4 => string.Concat(Enumerable.Range(0, draw.Between(1, 12)).Select(_ => draw.Of(Pieces))),
            _ => draw.Of(OtherScripts) + draw.Of(Pieces),
        };

    /// <summary>As much of some bytes as is UTF-8.</summary>
    private static string StrictlyDecoded(Draw draw)
    {
        // Mostly below 0x80, so that something is.
        var bytes = draw.Bytes(Length(draw)).Select(value => draw.Chance(90) ? (byte)(value & 0x7F) : value).ToArray();
        for (var length = bytes.Length; ; length--)
        {
            try
            {
                return Strict.GetString(bytes, 0, length);
            }
            catch (DecoderFallbackException)
            {
                // One byte less may do; none does.
            }
        }
    }

    private static int Length(Draw draw) =>
        draw.Below(4) switch
        {
            0 => draw.Between(0, 4),
            3 => draw.Between(30, 400),
            _ => draw.Between(4, 30),
        };
}
