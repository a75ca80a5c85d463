namespace Bot.Core.Facts.Reading;

/// <summary>Finds where sentences end within one paragraph.</summary>
internal static class SentenceReader
{
    private const int LongestInitials = 3;

    /// <summary>Long enough for "[citation needed]".</summary>
    private const int LongestMark = 24;

    public static IEnumerable<(int Start, int End)> Sentences(string text, int start, int end, IReadOnlySet<string> abbreviations)
    {
        var from = start;
        for (var at = start; at < end; at++)
        {
            if (text[at] is not ('.' or '!' or '?' or '\u2026'))
            {
                continue;
            }

            var after = AfterClosers(text, at + 1, end);
            if (after < end && IsBoundary(text, from, at, after, end, abbreviations))
            {
                yield return (from, after);
                from = SkipSpace(text, after, end);
                at = from - 1;
            }
            else
            {
                at = Math.Max(at, after - 1);
            }
        }

        if (from < end)
        {
            yield return (from, end);
        }
    }

    /// <summary>Skips further end marks, closing quotes and brackets, and reference marks such as <c>[12]</c> or <c>:121,154</c>.</summary>
    private static int AfterClosers(string text, int at, int end)
    {
        while (at < end)
        {
            if (
                text[at] is '.' or '!' or '?' or '"' or '\u201D' or '\u2019' or ')'
                || (text[at] == '\'' && (at + 1 >= end || !char.IsLetter(text[at + 1])))
            )
            {
                at++;
            }
            else if (text[at] == '[' && text.IndexOf(']', at, Math.Min(LongestMark, end - at)) is > 0 and var close)
            {
                at = close + 1;
            }
            else if (text[at] == ':' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
                while (at < end && (char.IsAsciiDigit(text[at]) || text[at] is ',' or '\u2013' or '-'))
                {
                    at++;
                }
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsBoundary(string text, int from, int mark, int after, int end, IReadOnlySet<string> abbreviations)
    {
        var spaced = char.IsWhiteSpace(text[after]);
        var next = SkipSpace(text, after, end);
        if (next >= end || (!spaced && text[after - 1] is not (']' or '"' or '\u201D')))
        {
            return false;
        }

        var opener = next;
        while (opener < end && text[opener] is '"' or '\u201C' or '\u2018' or '\'' or '(' or '[')
        {
            opener++;
        }

        if (opener >= end || char.IsLower(text[opener]) || !(char.IsLetterOrDigit(text[opener]) || opener > next))
        {
            return false;
        }

        return text[mark] != '.' || mark + 1 < after || !IsAbbreviation(text, from, mark, opener, end, abbreviations);
    }

    private static bool IsAbbreviation(string text, int from, int mark, int next, int end, IReadOnlySet<string> abbreviations)
    {
        var start = mark;
        while (
            start > from
            && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start - 1 > from && char.IsLetter(text[start - 2])))
        )
        {
            start--;
        }

        var word = text[start..mark];
        if (word.Length == 0)
        {
            return false;
        }

        if (word.Length == 1)
        {
            return char.IsUpper(word[0]) && word[0] != 'I';
        }

        if (word.Contains('.', StringComparison.Ordinal))
        {
            return IsDotted(word) && !StartsSentence(text, next, end);
        }

        var lower = word.ToLowerInvariant();
        return abbreviations.Contains(lower)
            && !(lower is "no" && !char.IsDigit(text[next]))
            && !(MayEndSentence(lower) && StartsSentence(text, next, end));
    }

    /// <summary>What stands after its word, not before it: "at 12 km. The crew …".</summary>
    private static bool MayEndSentence(string abbreviation) =>
        abbreviation is "etc" or "ft" or "km" or "mi" or "lb" or "lbs" or "inc" or "ltd" or "co" or "corp" or "jr" or "sr";

    /// <summary>"U.N" and "Ph.D", but not "example.org".</summary>
    private static bool IsDotted(string word) => word.Split('.').All(part => part.Length <= LongestInitials);

    /// <summary>After "U.N." a capital may begin a name; these words begin a sentence.</summary>
    private static bool StartsSentence(string text, int next, int end)
    {
        var stop = next;
        while (stop < end && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return text[next..stop]
            is "The"
                or "It"
                or "He"
                or "She"
                or "They"
                or "We"
                or "In"
                or "On"
                or "For"
                or "While"
                or "When"
                or "After"
                or "At"
                or "This"
                or "That"
                or "These"
                or "There"
                or "But"
                or "And"
                or "However"
                or "A"
                or "An"
                or "His"
                or "Her"
                or "Its"
                or "Their";
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
