using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Verdicts;

/// <summary>Whether a verdict is wanted of us, whoever it is on: the words are the same for every side.</summary>
internal static class Judgements
{
    /// <summary>At the end of a yes-or-no question these are what it asks; anywhere else they are how somebody is called.</summary>
    private static readonly HashSet<string> Verdicts = new(StringComparer.Ordinal)
    {
        "antisemitic",
        "bad",
        "blame",
        "cowardly",
        "cowards",
        "criminal",
        "criminals",
        "disgrace",
        "evil",
        "fair",
        "fault",
        "good",
        "guilty",
        "hero",
        "heroes",
        "hypocrite",
        "hypocrites",
        "hypocritical",
        "immoral",
        "innocent",
        "islamophobic",
        "justifiable",
        "justified",
        "legitimate",
        "liar",
        "liars",
        "lie",
        "lied",
        "lying",
        "racist",
        "right",
        "shameful",
        "terrorist",
        "terrorists",
        "unfair",
        "unjustified",
        "wrong",
    };

    public static bool AreAsked(Question question) =>
        question.Asks("opinion")
        || (question is { YesNo: true, Leading: false, Words: [_, .., var before, var last] } && IsVerdict(question, before, last));

    /// <summary>"Is X right", "did X lie", "is X a terrorist state", "do they deserve to …"; "is that right" asks whether it is so.</summary>
    private static bool IsVerdict(Question question, Word before, Word last) =>
        (
            Verdicts.Contains(last.Normal)
            && before.Normal is not ("that" or "this" or "it" or "for" or "a" or "any")
            && !question.Has(word => word is "think" or "thinks" or "say" or "says" or "call" or "called" or "find" or "consider")
        )
        || before.Normal is "terrorist"
        || question.Has(word => word is "deserve" or "deserved");
}
