using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>A name or number the story nowhere holds: whatever else matches, it is about something else.</summary>
internal static class NotNamed
{
    public static Draft? Apply(Case found)
    {
        var unknown = found.Unknown;
        if (unknown.Count == 0 || found.Book.Facts.Count == 0)
        {
            return null;
        }

        var shape = new Shape.NotNamed(unknown);
        var nearest = found.Facts.Where(fact => fact.Score >= Thresholds.Near && fact.Fact is not Account).Take(2).ToList();
        if (nearest.Count > 0 && AsksTwice(found.Question))
        {
            return Draft.Partly(shape, [nearest[0]], nearest[0].Score * 0.5);
        }

        var inStory = nearest.Count > 0 || found.Question.Mentions.Count > 0;
        return Draft.Abstained(inStory ? AbstentionReason.NotInSources : AbstentionReason.OutsideStory, shape, nearest, 0.1);
    }

    /// <summary>"Who announced it, and what did somebody else say?": one half may be covered.</summary>
    private static bool AsksTwice(Question question)
    {
        var and = question.Words.ToList().FindIndex(word => word.Normal == "and");
        return and > 1
            && question.Words.Take(and).Any(word => IsAsking(word.Normal))
            && question.Words.Skip(and + 1).Any(word => IsAsking(word.Normal));
    }

    private static bool IsAsking(string word) => word is "who" or "what" or "when" or "where" or "why" or "how" or "which" or "did";
}
