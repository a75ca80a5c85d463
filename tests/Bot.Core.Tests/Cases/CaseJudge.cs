using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Cases;

/// <summary>Holds an answer against its case.</summary>
public static class CaseJudge
{
    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public static string? Fault(QuestionCase asked, Answer answer, StorySnapshot story)
    {
        var unknown = asked.Facts.SelectMany(Alternatives).Where(id => story.Book.Find(new FactId(id)) is null).ToList();
        if (unknown.Count > 0)
        {
            return $"the case names no fact of the story: {string.Join(", ", unknown)}";
        }

        var shown = answer.Facts.Concat(answer.Nearest).Select(fact => fact.Fact.Id.Value).ToHashSet(StringComparer.Ordinal);
        var outcome = Word(answer.Outcome);
        var missing = asked.Facts.Where(fact => !fact.StartsWith('!') && !Alternatives(fact).Any(shown.Contains)).ToList();
        var forbidden = asked.Facts.Where(fact => fact.StartsWith('!') && shown.Contains(fact[1..])).ToList();
        return !asked.Outcomes.Any(wanted => outcome == wanted || outcome.StartsWith(wanted + "(", StringComparison.Ordinal))
                ? $"{outcome}, not {string.Join(" or ", asked.Outcomes)}"
            : missing.Count > 0 ? $"without {string.Join(" and ", missing)}"
            : forbidden.Count > 0 ? $"with {string.Join(" and ", forbidden)}"
            : null;
    }

    /// <summary>"answered", "partly", "abstained(not-in-sources)".</summary>
    public static string Word(Outcome outcome) =>
        outcome is Outcome.Abstained abstained ? $"{outcome.Word}({Vocabulary.Word(abstained.Reason)})" : outcome.Word;

    private static string[] Alternatives(string fact) => fact.TrimStart('!').Split('/');
}
