using System.Globalization;

namespace Bot.Core.Questions.Words;

/// <summary>English words that tell how many, or which in a row.</summary>
internal static class NumberWords
{
    private static readonly string[] Counting =
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];

    private static readonly string[] Tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Those that tell how many.</summary>
    public static readonly IReadOnlyList<string> Cardinals =
    [
        .. Counting,
        .. Tens,
        "third",
        "half",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
    ];

    private static readonly HashSet<string> All = new([.. Cardinals, "first", "second"], StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);

    /// <summary>The number that a word from "two" to "twenty", or a ten up to "ninety", stands for; null for any other.</summary>
    public static int? ValueOf(string word) =>
        Array.IndexOf(Counting, word) is >= 0 and var at ? at + 2
        : Array.IndexOf(Tens, word) is >= 0 and var ten ? (ten + 3) * 10
        : null;

    /// <summary>The other way to write a number from 2 to 20, or a ten up to 90: "three" for "3" and "3" for "three"; null for any other word.</summary>
    public static string? WrittenOtherwise(string word) =>
        ValueOf(word) is { } value ? value.ToString(CultureInfo.InvariantCulture)
        : !char.IsDigit(word[0]) || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : number is >= 2 and <= 20 ? Counting[number - 2]
        : number is >= 30 and <= 90 && number % 10 == 0 ? Tens[(number / 10) - 3]
        : null;
}
