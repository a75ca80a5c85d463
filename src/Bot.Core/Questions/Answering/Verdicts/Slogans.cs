using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Verdicts;

/// <summary>"Free X", "death to X", "stop helping X": a call, and no question. It gets the same line whoever it is for or against, and no fact.</summary>
internal static class Slogans
{
    private const int Longest = 6;

    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "abolish",
        "arrest",
        "bomb",
        "boycott",
        "burn",
        "damn",
        "defend",
        "destroy",
        "free",
        "fuck",
        "hang",
        "hate",
        "jail",
        "kill",
        "liberate",
        "nuke",
        "save",
        "screw",
        "stop",
        "support",
        "viva",
    };

    public static bool IsOne(Question question) =>
        !question.Text.Contains('?', StringComparison.Ordinal)
        && question is { YesNo: false, Slot: null, Words.Count: <= Longest and > 1 }
        && !question.Has(QuestionWords.Contains)
        && (question.Asks("slogan") || (Calls.Contains(question.Words[0].Normal) && IsOnSomebody(question)));

    private static bool IsOnSomebody(Question question) =>
        question.Mentions.Any(mention => mention.End == question.Words.Count)
        || question.Words[1].Normal is "all" or "every" or "them" or "those" or "these" or "the";
}
