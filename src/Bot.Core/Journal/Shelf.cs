using System.Collections.Immutable;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>The stories as readers see them now. A reader takes a snapshot once and keeps it; a writer replaces one whole.</summary>
public sealed class Shelf
{
    private ShelfState state = new([], null, [], null);

    /// <summary>The present state, never half changed.</summary>
    public ShelfState Now => Volatile.Read(ref state);

    public void Replace(ShelfState next) => Volatile.Write(ref state, next);
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
