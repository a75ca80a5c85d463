using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>Two names of one thing, each by its words' terms.</summary>
internal readonly record struct Alias(int[] One, int[] Other);

/// <summary>
/// Names that a text itself says are one: "World Trade Office (WTO)", "the WTO (World Trade Office)", "Ann Holt, known as Red Ann", "Ann Holt, the head of the
/// Port Office, said". Capital letters must bear it out, so that a place or a year in brackets is no name.
/// </summary>
internal static class Aliases
{
    /// <summary>No name is longer, in letters.</summary>
    private const int Longest = 80;

    private const string KnownAs = "known as ";
    private const string The = ", the ";

    /// <summary>What a sentence says, in order.</summary>
    public static IEnumerable<Alias> In(string sentence, TermTable terms) =>
        from pair in Bracketed(sentence).Concat(Known(sentence)).Concat(Held(sentence))
        let alias = new Alias(Terms(pair.One, terms), Terms(pair.Other, terms))
        where alias.One.Length > 0 && alias.Other.Length > 0
        select alias;

    private static IEnumerable<(string One, string Other)> Bracketed(string sentence)
    {
        for (
            var open = sentence.IndexOf(" (", StringComparison.Ordinal);
            open > 0;
            open = sentence.IndexOf(" (", open + 2, StringComparison.Ordinal)
        )
        {
            var (before, after) = (Before(sentence, open), After(sentence, open + 2));
            var within = after[..Math.Max(0, after.IndexOf(')'))];
            var last = before[(before.LastIndexOf(' ') + 1)..];
            if (LongForm(before, within) is { } name)
            {
                yield return (within, name);
            }
            else if (LongForm(within, last) == within)
            {
                yield return (last, within);
            }
        }
    }

    private static IEnumerable<(string One, string Other)> Known(string sentence)
    {
        for (
            var at = sentence.IndexOf(KnownAs, StringComparison.Ordinal);
            at > 0;
            at = sentence.IndexOf(KnownAs, at + 1, StringComparison.Ordinal)
        )
        {
            var after = After(sentence, at + KnownAs.Length);
            yield return (
                NameBefore(Before(sentence, at)),
                NameAfter(after.StartsWith("the ", StringComparison.Ordinal) ? after[4..] : after)
            );
        }
    }

    /// <summary>Who holds an office: only one does at a time.</summary>
    private static IEnumerable<(string One, string Other)> Held(string sentence)
    {
        for (var at = sentence.IndexOf(The, StringComparison.Ordinal); at > 0; at = sentence.IndexOf(The, at + 1, StringComparison.Ordinal))
        {
            var after = After(sentence, at + The.Length);
            var office = after[..Math.Max(0, after.IndexOf(','))];
            if (office.Contains(" of ") && char.IsLower(office[0]))
            {
                yield return (NameBefore(Before(sentence, at)), office);
            }
        }
    }

    /// <summary>The last words whose capital letters, and no others, the acronym is made of; null when there are none.</summary>
    private static string? LongForm(string words, string acronym)
    {
        var (letters, at) = (acronym.Replace(".", "", StringComparison.Ordinal), words.Length);
        if (letters.Length < 2 || !letters.All(char.IsUpper))
        {
            return null;
        }

        foreach (var letter in letters.Reverse())
        {
            do
            {
                at--;
            } while (at >= 0 && !(char.IsUpper(words[at]) && (at == 0 || words[at - 1] is ' ' or '-')));
            if (at < 0 || words[at] != letter)
            {
                return null;
            }
        }

        return words[at..];
    }

    /// <summary>The capitalised words a text ends with, but for little words such as "also" and "is".</summary>
    private static string NameBefore(string text)
    {
        var words = text.TrimEnd(' ', ',').Split(' ');
        var to = words.Length;
        while (to > 0 && words[to - 1] is "is" or "was" or "also" or "better" or "commonly" or "formerly" or "widely")
        {
            to--;
        }

        var from = to;
        while (from > 0 && IsCapital(words[from - 1]) && (from == to || words[from - 1][^1] != ','))
        {
            from--;
        }

        return string.Join(' ', words[from..to]);
    }

    /// <summary>The capitalised words a text begins with, up to a comma or the like.</summary>
    private static string NameAfter(string text)
    {
        var words = text.TrimStart('"', '“', '\'', '‘').Split(' ');
        var to = 0;
        while (to < words.Length && IsCapital(words[to]) && (to == 0 || char.IsLetterOrDigit(words[to - 1][^1])))
        {
            to++;
        }

        return string.Join(' ', words[..to]);
    }

    private static bool IsCapital(string word) => word.Length > 0 && char.IsUpper(word[0]);

    private static string Before(string text, int at) => text[Math.Max(0, at - Longest)..at];

    private static string After(string text, int at) => text[at..Math.Min(text.Length, at + Longest)];

    private static int[] Terms(string name, TermTable terms)
    {
        var found = new List<int>();
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(name, buffer);
        while (reader.Next())
        {
            if (terms.Find(reader.Word) is >= 0 and var term && !terms.IsStop(term))
            {
                found.Add(term);
            }
        }

        return [.. found];
    }
}
