namespace Bot.Core.Questions.Understanding;

/// <summary>The words by which a question begins that asks for more than yes or no.</summary>
internal static class QuestionWords
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "who",
        "what",
        "when",
        "where",
        "why",
        "how",
        "which",
        "whose",
    };

    public static bool Contains(string word) => All.Contains(word);
}
