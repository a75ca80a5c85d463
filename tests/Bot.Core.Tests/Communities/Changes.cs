using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Tests.Communities;

/// <summary>What communities change, as the journal would give it.</summary>
internal static class Changes
{
    public static readonly CommunityId Town = new("discord:town");
    public static readonly CommunityId Village = new("discord:village");
    private static readonly Edition First = new(1);

    public static StoryEvent Added(Fact fact) => new StoryEvent.FactAdded(First, fact);

    public static StoryEvent Changed(Fact before, Fact after) => new StoryEvent.FactChanged(First, before, after);

    public static StoryEvent Removed(Fact fact) => new StoryEvent.FactRemoved(First, fact);

    public static StoryEvent Named(IReadOnlyList<Entity> people, params IReadOnlyList<Seed> seeds) =>
        new StoryEvent.CastAdded(First, new Cast(people, [], seeds));

    /// <summary>The story as the town has it after these, one position after the other.</summary>
    public static StorySnapshot By(this StorySnapshot story, CommunityId community, params IReadOnlyList<StoryEvent> events) =>
        story.With(community, Envelopes(story, community, events));

    public static IReadOnlyList<Envelope> Envelopes(StorySnapshot story, CommunityId community, IReadOnlyList<StoryEvent> events) =>
        [.. events.Select((happened, i) => Envelope(story, community, happened, story.Position + 1 + i))];

    public static Envelope Envelope(StorySnapshot story, CommunityId community, StoryEvent happened, long position) =>
        story.History[0] with
        {
            Position = position,
            Community = community,
            Stream = new StreamId($"{community}/facts"),
            Version = position,
            Command = new CommandId($"{position}"),
            At = story.History[0].At.AddDays(position),
            Event = happened,
        };
}
