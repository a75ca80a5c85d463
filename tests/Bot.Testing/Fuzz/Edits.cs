namespace Bot.Testing.Fuzz;

/// <summary>What happens to a question between a head and a chat: slips, haste, jokes, copies from elsewhere.</summary>
public static class Edits
{
    private const string Latin = "aeopcxyisABCEHIKMOPTX";
    private const string Alike = "аеорсхуіѕАВСЕНІКМОРТХ";

    private static readonly IReadOnlyList<Func<Draw, string, string>> All =
    [
        SwapWords,
        DropWord,
        DoubleWord,
        SwapLetters,
        DropLetter,
        DoubleLetter,
        OtherLetter,
        Case,
        LookAlikes,
        FullWidth,
        Marks,
        Odd,
        Odd,
        RunTogether,
        Cut,
        Long,
        (draw, text) => text + draw.Of(["", "?", "??!", " lol", " right?", " pls", " isn't it", " since 2025", " as of 25 September 2025"]),
        (draw, text) => draw.Of(["so ", "hey ", "and ", "why ", "who ", "when ", "how many ", "is it true that ", "@bot "]) + text,
        (draw, text) => $"{text} {draw.Of(OddText.OtherScripts)}",
    ];

    /// <summary>Some edits of a question, one after the other.</summary>
    public static string Of(Draw draw, string text)
    {
        for (var left = draw.Below(5); left > 0; left--)
        {
            text = draw.Of(All)(draw, text);
        }

        return text;
    }

    private static string SwapWords(Draw draw, string text) =>
        OnWords(text, words => Swap(words, draw.Below(words.Length), draw.Below(words.Length)));

    private static string DropWord(Draw draw, string text) =>
        OnWords(text, words => [.. words.Where((_, i) => i != words.Length / 2 || draw.Chance(50))]);

    private static string DoubleWord(Draw draw, string text) => OnWords(text, words => [.. words, draw.Of(words)]);

    private static string SwapLetters(Draw draw, string text) =>
        text.Length < 2 ? text : new string(Swap(text.ToCharArray(), draw.Below(text.Length), draw.Below(text.Length)));

    private static string DropLetter(Draw draw, string text) => text.Length == 0 ? text : text.Remove(draw.Below(text.Length), 1);

    private static string DoubleLetter(Draw draw, string text)
    {
        var at = draw.Below(Math.Max(1, text.Length));
        return text.Length == 0 ? text : text.Insert(at, text[at].ToString());
    }

    private static string OtherLetter(Draw draw, string text)
    {
        var at = draw.Below(Math.Max(1, text.Length));
        return text.Length == 0 ? text : $"{text[..at]}{(char)('a' + draw.Below(26))}{text[(at + 1)..]}";
    }

    private static string Case(Draw draw, string text) =>
        draw.Below(3) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.ToLowerInvariant(),
            _ => string.Concat(text.Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : c)),
        };

    private static string LookAlikes(Draw draw, string text) =>
        string.Concat(text.Select(c => Latin.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && draw.Chance(40) ? Alike[at] : c));

    private static string FullWidth(Draw draw, string text) =>
        string.Concat(text.Select(c => c is > ' ' and <= '~' && draw.Chance(70) ? (char)(c + 0xFEE0) : c));

    private static string Marks(Draw draw, string text) =>
        string.Concat(text.Select(c => draw.Chance(20) ? $"{c}{(char)draw.Between(0x0300, 0x036F)}" : c.ToString()));

    /// <summary>An odd piece somewhere.</summary>
    public static string Odd(Draw draw, string text) => text.Insert(draw.Below(text.Length + 1), draw.Of(OddText.Pieces));

    private static string RunTogether(Draw draw, string text) =>
        text.Replace(" ", draw.Of(["", "_", "-", "\u00A0", "\n", ". "]), StringComparison.Ordinal);

    private static string Cut(Draw draw, string text) => text[draw.Below(text.Length / 2 + 1)..];

    private static string Long(Draw draw, string text) =>
        text.Length is 0 or > 500 || !draw.Chance(20)
            ? text
            : string.Join(draw.Of([" ", "", "? "]), Enumerable.Repeat(text, draw.Between(2, 2_400 / text.Length)));

    private static string OnWords(string text, Func<string[], string[]> edit)
    {
        var words = text.Split(' ');
        return string.Join(' ', edit(words));
    }

    private static T[] Swap<T>(T[] items, int one, int other)
    {
        (items[one], items[other]) = (items[other], items[one]);
        return items;
    }
}
