using System.Text.RegularExpressions;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>What sort of thing a question asks for.</summary>
internal enum Sort
{
    /// <summary>Nothing in particular.</summary>
    Any,
    Number,
    Date,

    /// <summary>Who or where.</summary>
    Name,
}

/// <summary>Tells what sort of thing a question asks for, and finds things of that sort in sentences.</summary>
internal static partial class AnswerType
{
    /// <summary>A capitalised first word is a name when it is rarer than this.</summary>
    private const int CommonWords = 3000;

    /// <summary>No word of English is longer; what is, such as the letters of a coded picture, is not common.</summary>
    private const int LongestWord = 64;

    /// <summary>The first question word tells, with the word after it.</summary>
    public static Sort Of(Question question)
    {
        for (var at = 0; at < question.Words.Count; at++)
        {
            var next = at + 1 < question.Words.Count ? question.Words[at + 1].Normal : "";
            switch (question.Words[at].Normal)
            {
                case "who" or "whom" or "whose" or "where":
                    return Sort.Name;
                case "when":
                    return Sort.Date;
                case "how":
                    return IsMeasure(next) ? Sort.Number : Sort.Any;
                case "why":
                    return Sort.Any;
                case "what" or "which":
                    return ByNoun(next);
            }
        }

        return Sort.Any;
    }

    /// <summary>All pieces of a sentence that could answer something.</summary>
    public static List<Piece> Read(string sentence)
    {
        var pieces = new List<Piece>();
        foreach (var match in Number().EnumerateMatches(sentence))
        {
            pieces.Add(new Piece(Sort.Number, match.Index, match.Length));
        }

        foreach (var match in Date().EnumerateMatches(sentence))
        {
            pieces.Add(new Piece(Sort.Date, match.Index, match.Length));
        }

        foreach (var match in Name().EnumerateMatches(sentence))
        {
            var name = sentence.AsSpan(match.Index, match.Length);
            if (match.Index > 1 || name.Contains(' ') || IsRare(name))
            {
                pieces.Add(new Piece(Sort.Name, match.Index, match.Length));
            }
        }

        return pieces;
    }

    /// <summary>Whether one of the pieces is of the sort, and not in the question already.</summary>
    public static bool Holds(Sort sort, string question, string sentence, IReadOnlyList<Piece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (
                piece.Sort == sort
                && !question.AsSpan().Contains(sentence.AsSpan(piece.Start, piece.Length), StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMeasure(string word) =>
        word
            is "many"
                or "much"
                or "few"
                or "long"
                or "old"
                or "far"
                or "often"
                or "big"
                or "large"
                or "high"
                or "tall"
                or "deep"
                or "wide"
                or "fast";

    private static Sort ByNoun(string noun) =>
        noun switch
        {
            "year" or "years" or "date" or "day" or "month" or "century" or "decade" or "time" or "era" => Sort.Date,
            "percentage" or "percent" or "number" or "amount" or "proportion" or "age" or "share" or "fraction" or "score" => Sort.Number,
            "country" or "countries" or "city" or "cities" or "state" or "town" or "place" or "region" or "nation" => Sort.Name,
            _ => Sort.Any,
        };

    private static bool IsRare(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return true;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return WordRanks.Of(lower) > CommonWords;
    }

    [GeneratedRegex(
        @"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|thirds?|quarter|entire|none)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b1[0-9]\d\ds?\b|\b20\d\ds?\b|\b(?:January|February|March|April|June|July|August|September|October|November|December|May \d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|BC|AD)\b|\b(?:\d+(?:st|nd|rd|th)|[a-z]+th) century\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Date();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’.-]*[\p{L}\p{N}](?: \p{Lu}[\p{L}\p{N}'’.-]*[\p{L}\p{N}])*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();
}

/// <summary>A part of a sentence that could answer a question for one sort of thing.</summary>
internal readonly record struct Piece(Sort Sort, int Start, int Length);
