using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>What a change comes to over the story as it stands: events to append, or why not. Closed.</summary>
internal abstract record ChangePlan
{
    private ChangePlan() { }

    /// <param name="Blanks">Positions whose content goes with it.</param>
    public sealed record Append(IReadOnlyList<(StreamId Stream, StoryEvent Event)> Events, IReadOnlyList<long> Blanks) : ChangePlan
    {
        /// <summary>Why, where that is not what is said now: who approves something approves its reason too.</summary>
        public string? Reason { get; init; }
    }

    public sealed record Refused(IReadOnlyList<Problem> Problems) : ChangePlan;

    public static ChangePlan Of(StreamId stream, params StoryEvent[] events) => new Append([.. events.Select(e => (stream, e))], []);

    /// <param name="sentence">What is in the way, and what to do.</param>
    public static ChangePlan No(string sentence) => new Refused([new Problem(new Place("request", 1, 1), sentence)]);
}
