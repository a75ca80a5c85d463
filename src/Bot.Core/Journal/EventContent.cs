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
            StoryEvent.CastAdded e =>
                $"cast-added {e.Edition}\n{e.Cast.Content}{string.Join('\n', e.Cast.Seeds.Select(seed => seed.Text))}",
            StoryEvent.NameAdded e => $"name-added {e.Fact} {e.Entity}\n{e.Name}",
            StoryEvent.FactHeld e => $"fact-held {e.Fact}",
            StoryEvent.FactReleased e => $"fact-released {e.Fact}",
            StoryEvent.FactKept e => $"fact-kept {e.Edition} {e.Fact}\n{(e.Base is { } fact ? FactContent.Of(fact) : "")}",
            StoryEvent.FactReturned e => $"fact-returned {e.Fact}",
            StoryEvent.FactErased e => $"fact-erased {e.Fact} {string.Join(' ', e.Positions)}",
            StoryEvent.ChangeProposed e =>
                $"change-proposed {e.Item} {e.Fact} {e.Act} {e.Revision} {e.On:O} {e.Undoes} {e.Due:O} {e.Holds}",
            StoryEvent.FactReported e => $"fact-reported {e.Item} {e.Fact} {e.Revision}",
            StoryEvent.DraftKept e => $"draft-kept {e.Item} {e.Fact}\n{e.Sheet.Content}",
            StoryEvent.ItemSettled e => $"item-settled {e.Item} {string.Join(' ', e.About)} {e.How} {string.Join(' ', e.Tell)}",
            StoryEvent.ReportersTold e => $"reporters-told {e.Item} {string.Join(' ', e.About)}",
            StoryEvent.StoryStarted e => $"story-started {e.Story.Slug}\n{e.Story.Title}\n{e.Story.Language}\n{e.Story.TimeZone}",
            StoryEvent.StoryClosed e => $"story-closed {e.On:O}",
            StoryEvent.SettingsChanged e => $"settings-changed {e.Settings}",
            StoryEvent.CommunityDeleted e => $"community-deleted {e.Community}",
            StoryEvent.StoreRestored => "store-restored",
            _ => throw new UnreachableException(),
        };
}
