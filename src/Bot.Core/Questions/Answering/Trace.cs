using Bot.Core.Journal;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>
/// How an answer came about: the question as it was understood, and the rule that answered. Only when somebody asks is it looked at again and put into
/// words.
/// </summary>
internal sealed record Trace(StorySnapshot Story, Question Question, string Rule)
{
    /// <summary>A line a step.</summary>
    public IReadOnlyList<string> Lines()
    {
        using var found = new Case(Story, Question);
        return [.. Understood(Question), $"rule: {Rule}", .. Near(found)];
    }

    private static IEnumerable<string> Understood(Question question)
    {
        if (question.LeftOut.Count > 0)
        {
            yield return "left out: " + string.Join(' ', question.LeftOut.Select(word => word.Normal));
        }

        var mended = question
            .Words.Where(word => word.Typed is not null)
            .Select(word => $"\"{word.Typed}\" read as \"{word.Normal}\"")
            .ToList();
        if (mended.Count > 0)
        {
            yield return string.Join(", ", mended);
        }

        if (question.Mentions.Count > 0)
        {
            yield return "names: " + string.Join(", ", question.Mentions.Select(mention => mention.Entity.Name));
        }

        yield return $"concepts: {Join(question.Concepts)}; asked as: {Join(question.Cues)}";

        if (question.ForeignLanguage.Length > 0)
        {
            yield return $"language: {question.ForeignLanguage}";
        }

        if (question.Dates.Count > 0)
        {
            yield return "dates: "
                + string.Join(", ", question.Dates.Select(date => $"{date.Date} ({date.Role.ToString().ToLowerInvariant()})"));
        }

        yield return $"asks for: {question.Slot?.ToString().ToLowerInvariant() ?? "a statement"}{(question.YesNo ? ", as yes or no" : "")}; subject: {question.Subject?.Name ?? "none"}";
    }

    /// <summary>What came nearest, in words; how near is for machines.</summary>
    private static IEnumerable<string> Near(Case found)
    {
        if (found.Facts.Count > 0)
        {
            yield return $"nearest facts: {string.Join(", ", found.Facts.Take(3).Select(fact => fact.Fact.Id))}";
        }

        if (found.Gap is { Score: >= Thresholds.Near } gap)
        {
            yield return $"nearest of what is known not to be given: {found.Book.Story.Absent[gap.Target].Id}";
        }
    }

    private static string Join(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
