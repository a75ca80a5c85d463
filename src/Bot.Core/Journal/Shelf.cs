using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Core.Communities;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>The stories as readers see them now. A reader takes a snapshot once and keeps it; a writer replaces one whole.</summary>
public sealed class Shelf
{
    private readonly ConcurrentDictionary<(CommunityId, StorySlug), CommunityStory> communities = new();
    private ShelfState state = new([], null, [], null);

    /// <summary>The present state, never half changed.</summary>
    public ShelfState Now => Volatile.Read(ref state);

    public void Replace(ShelfState next) => Volatile.Write(ref state, next);

    /// <summary>A story as a community has it, over the base of a state that the caller took; null when there is no such story.</summary>
    public StorySnapshot? Story(ShelfState taken, CommunityId community, string? slug = null) =>
        taken.Story(slug) is not { } below ? null
        : communities.TryGetValue((community, below.Story.Slug), out var story) ? story.Over(below)
        : below;

    /// <summary>Takes in what a community changed; its next question is answered from it. Nothing of any other community is touched.</summary>
    /// <param name="events">Of that community and story, by position. The keeper gives them, one after the other: what comes late is taken for known.</param>
    internal void Change(CommunityId community, StorySlug story, IEnumerable<Envelope> events) =>
        communities.GetOrAdd((community, story), key => new CommunityStory(key.Item1)).Add(events, Now.Story(story.Value));

    /// <summary>
    /// Lays what communities changed over the present bases. Whoever is asked before its turn comes does so itself; this makes sure that no old base is
    /// kept for one that nobody asks.
    /// </summary>
    internal void BringOver(CancellationToken cancellation)
    {
        foreach (var ((_, slug), story) in communities)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Now.Story(slug.Value) is { } below)
            {
                story.Over(below);
            }
        }
    }
}

/// <param name="Stories">By slug.</param>
/// <param name="Default">The story asked about where none is named; null while nothing is loaded.</param>
/// <param name="Problems">What was wrong with the last load; the stories are then those of the load before.</param>
/// <param name="LoadedAt">When the files were last read well.</param>
public sealed record ShelfState(
    ImmutableSortedDictionary<string, StorySnapshot> Stories,
    StorySlug? Default,
    IReadOnlyList<Problem> Problems,
    DateTimeOffset? LoadedAt
)
{
    public ShelfState(IReadOnlyList<StorySnapshot> stories, StorySlug? @default, IReadOnlyList<Problem> problems, DateTimeOffset? loadedAt)
        : this(stories.ToImmutableSortedDictionary(s => s.Story.Slug.Value, s => s, StringComparer.Ordinal), @default, problems, loadedAt)
    { }

    /// <summary>A story by slug, or the default one; null when there is none.</summary>
    public StorySnapshot? Story(string? slug = null) => (slug ?? Default?.Value) is { } wanted ? Stories.GetValueOrDefault(wanted) : null;

    public bool Degraded => Problems.Count > 0;
}
