using System.Text.RegularExpressions;

namespace Bot.Core.Conversation;

/// <summary>Whether somebody asked several things at once: "who was it? And why?", "who praised it, and did X respond".</summary>
internal static partial class SeveralQuestions
{
    public static bool AreIn(string question) => Asked().Count(question) > 1 && Second().IsMatch(question);

    /// <summary>Words that ask.</summary>
    [GeneratedRegex(
        @"\b(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|will|can)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Asked();

    /// <summary>One of them begins a second sentence, or a second half after "and".</summary>
    [GeneratedRegex(
        @"(?:\?\s+(?:and |but |so |also )?|\band )(?:who|what|when|where|why|how|which|did|does|is|are|was|were|has|have|will|can)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Second();
}
