using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Understanding;

/// <summary>What every pass is given beside the question.</summary>
public sealed record Context(StoryIndex Index, DateOnly Today);

/// <summary>How a question is understood: these passes, in this order.</summary>
public static class Passes
{
    public static IReadOnlyList<(string Name, Func<Question, Context, Question> Apply)> All { get; } =
    [
        ("words", ReadWords.Apply),
        ("the sentence that asks", FindAskingSentence.Apply),
        ("asides", LeaveOutAsides.Apply),
        ("typing slips", MendSlips.Apply),
        ("names", FindNames.Apply),
        ("concepts", FindConcepts.Apply),
        ("language", TellLanguage.Apply),
        ("dates", ReadDates.Apply),
        ("form", TellForm.Apply),
        ("terms", WeighTerms.Apply),
    ];

    public static Question Understand(string text, AsOf asOf, Context context)
    {
        var question = new Question { Text = text, AsOf = asOf };
        foreach (var (_, apply) in All)
        {
            question = apply(question, context);
        }

        return question;
    }
}
