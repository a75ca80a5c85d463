using System.Diagnostics;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>An event written out as text, for its content hash.</summary>
internal static class EventContent
{
    public static string Of(StoryEvent happened) =>
        happened switch
        {
            StoryEvent.Baselined e => $"baselined {e.Edition}\n{e.Cast.Content}",
            StoryEvent.FactBaselined e => $"fact-baselined {e.Edition}\n{FactContent.Of(e.Fact)}",
            StoryEvent.CastChanged e => $"cast-changed {e.Edition}\n{e.Cast.Content}",
            StoryEvent.FactAdded e => $"fact-added {e.Edition}\n{FactContent.Of(e.Fact)}",
            StoryEvent.FactChanged e => $"fact-changed {e.Edition}\n{FactContent.Of(e.Before)}\n{FactContent.Of(e.After)}",
            StoryEvent.FactRemoved e => $"fact-removed {e.Edition}\n{FactContent.Of(e.Fact)}",
            StoryEvent.Blanked => throw new ArgumentException("What a blanked event was is not known any more.", nameof(happened)),
            _ => throw new UnreachableException(),
        };
}
