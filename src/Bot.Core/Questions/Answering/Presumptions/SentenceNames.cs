using System.Text.RegularExpressions;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>Finds names in a sentence: words with capital letters that stand together.</summary>
internal static partial class SentenceNames
{
    /// <summary>No word of English is longer; what is, such as the letters of a coded picture, is not common.</summary>
    private const int LongestWord = 64;

    /// <summary>The names in order.</summary>
    public static List<string> In(string sentence)
    {
        var names = new List<string>();
        foreach (var match in Name().EnumerateMatches(sentence))
        {
            var name = sentence.AsSpan(match.Index, match.Length);
            if (match.Index > 1 || name.Contains(' ') || IsRare(name))
            {
                names.Add(name.ToString());
            }
        }

        return names;
    }

    private static bool IsRare(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return true;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return WordRanks.Of(lower) > WordRanks.Common;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’.-]*[\p{L}\p{N}](?: \p{Lu}[\p{L}\p{N}'’.-]*[\p{L}\p{N}])*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();
}
