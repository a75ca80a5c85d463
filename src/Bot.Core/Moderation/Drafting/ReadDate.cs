using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Moderation.Drafting;

/// <summary>When it happened: the date in the sentence, else none.</summary>
internal static class ReadDate
{
    public static ProposedFact Apply(ProposedFact fact, StorySnapshot story)
    {
        if (fact.Sheet.On is { } settled)
        {
            return settled.Trim() is not { Length: > 0 } written ? fact
                : EventDate.TryParse(written) is { } date ? fact with { On = date }
                : fact.Lacks(DraftWords.NotADate(written));
        }

        return fact.Read.Dates.Where(date => date.Role == DateRole.Happened).ToList() is [var only]
            ? fact with
            {
                On = only.Date,
            }
            : fact.Doubt(DraftField.Date);
    }
}
