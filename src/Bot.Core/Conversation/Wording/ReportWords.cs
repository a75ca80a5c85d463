using Bot.Core.Journal;

namespace Bot.Core.Conversation.Wording;

/// <summary>What whoever reported something is told of it. What the fact says is not repeated: it may be withdrawn.</summary>
internal static class ReportWords
{
    public static Notice Outcome(SettledItem settled, string story) =>
        new()
        {
            Headline =
                settled.How == Settling.Stands
                    ? $"You reported something in \u201C{story}\u201D as wrong. The moderators looked at it, and it stands."
                    : $"You reported something in \u201C{story}\u201D as wrong. It was changed.",
            Parts = settled.Reason.Length > 0 ? [new Line($"Why: {settled.Reason}")] : [],
            Foot = "Thank you. It is forgotten now that it was you.",
        };
}
