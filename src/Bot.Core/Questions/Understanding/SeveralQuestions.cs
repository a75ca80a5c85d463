using System.Text.RegularExpressions;

namespace Bot.Core.Questions.Understanding;

/// <summary>Several things asked at once: "who was it? And why?", "who praised it, and did X respond".</summary>
internal static partial class SeveralQuestions
{
    /// <summary>Who asks more than this at once gets the first three answered, and is told so.</summary>
    public const int Most = 3;

    /// <summary>Whether what one says is to be held against what another says.</summary>
    public static bool AreCompared(string question) => MayHold(question) && Compared().IsMatch(question);

    /// <summary>Each question as it was typed, in order, or what either said where two are compared; the whole where there is one.</summary>
    public static IReadOnlyList<string> In(string question)
    {
        if (!MayHold(question))
        {
            return [question];
        }

        if (Compared().Match(question) is { Success: true } both)
        {
            var (one, other) = (both.Groups["one"], both.Groups["other"]);
            return [$"what did {one} say{both.Groups["first"]}", $"what did {other} say{both.Groups["second"]}"];
        }

        var parts = new List<string>();
        var from = 0;
        foreach (Match next in Next().Matches(question))
        {
            if ((parts.Count > 0 && question[next.Index] == '?') || Asked().IsMatch(question.AsSpan(from, next.Index - from)))
            {
                parts.Add(question[from..next.Index].TrimEnd(' ', ',', ';', '-'));
                from = next.Groups["first"].Index;
            }
        }

        parts.Add(question[from..]);
        return parts;
    }

    /// <summary>Most questions need no further look: they have no "and", and no question mark but at the end.</summary>
    private static bool MayHold(string question) =>
        question.AsSpan().TrimEnd("? ").Contains('?')
        || question.Contains("and ", StringComparison.OrdinalIgnoreCase)
        || question.Contains("compare", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// "Compare what X says of it with what Y says", "the difference between what X says and what Y says". Each stretch has a bound, so that no text is gone over for long.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:compare|differences? between) what (?!(?:did|do|does|has|have|is|are|was|were)\b)(?<one>[^,;.?]{1,40}?) (?:says?|said|claims?|claimed)\b(?<first>[^,;.?]{0,60}?) (?:with|and|to|against) what (?!(?:did|do|does|has|have|is|are|was|were)\b)(?<other>[^,;.?]{1,40}?) (?:says?|said|claims?|claimed)\b(?<second>[^,;.?]{0,60})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Compared();

    /// <summary>Words that ask.</summary>
    [GeneratedRegex(
        @"\b(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|will|can|list)(?:['’]?s)?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Asked();

    /// <summary>
    /// One of them begins a second sentence, or a second half after "and": "and did they", and not "and did not", "and has been". Or the second sentence only names
    /// somebody else: "did X respond? And the ministry?"
    /// </summary>
    [GeneratedRegex(
        @"\?\s+(?:and|or) (?:what about |how about )?(?<first>(?!(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|will|can)\b)(?:the |his |her |their )?\w+(?: \w+){0,3}(?=\?))|\?\s+(?:and |but |so |also )*(?<first>(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|will|can)(?:['’]?s)?\b)|(?<!\b(?:who|what|when|where|why|how|which) )\band (?:also |then )?(?<first>(?:who|what|when|where|why|how|which)(?:['’]?s)?\b|(?:did|does|do)\b(?! (?:not|also|then|now|never|still|so)\b)|(?:is|are|was|were|has|have|will|can)\b(?= (?:it|they|he|she|there|this|that|these|those|the|an?|any\w*|his|her|their|its|some\w*)\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Next();
}
