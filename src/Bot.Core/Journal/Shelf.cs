using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Core.Communities;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>The stories as readers see them now. A reader takes a snapshot once and keeps it; a writer replaces one whole.</summary>
public sealed class Shelf
{
    private readonly ConcurrentDictionary<(CommunityId, StorySlug), CommunityStory> communities = new();
    private readonly ConcurrentDictionary<(CommunityId, StorySlug), StorySnapshot> started = new();
    private readonly ConcurrentDictionary<CommunityId, CommunitySettings> settings = new();
    private readonly ConcurrentDictionary<CommunityId, ImmutableHashSet<ModeratorRoles>> moderated = new();
    private readonly ConcurrentDictionary<(CommunityId, StorySlug), Backlog> queues = new();
    private readonly ConcurrentDictionary<(CommunityId, PersonKey), bool> acting = new();
    private ShelfState state = new([], null, [], null);

    /// <summary>The present state, never half changed.</summary>
    public ShelfState Now => Volatile.Read(ref state);

    public void Replace(ShelfState next) => Volatile.Write(ref state, next);

    /// <summary>
    /// A story as a community has it, over the base of a state that the caller took; null when there is no such story. A community's own story is there
    /// for itself only.
    /// </summary>
    /// <param name="slug">Null: the one the community chose, else the default one.</param>
    public StorySnapshot? Story(ShelfState taken, CommunityId community, string? slug = null) =>
        Below(taken, community, slug ?? Settings(community).Story?.Value) is not { } below ? null
        : communities.TryGetValue((community, below.Story.Slug), out var story) ? story.Over(below)
        : below;

    /// <summary>The story that a community follows, whether it is there or not; null where nothing was chosen and nothing is loaded.</summary>
    public StorySlug? Followed(CommunityId community) => Settings(community).Story ?? Now.Default;

    /// <summary>How a community is set up.</summary>
    public CommunitySettings Settings(CommunityId community) => settings.GetValueOrDefault(community, CommunitySettings.Default);

    /// <summary>All who were ever chosen together to moderate a community, and nobody, whom it began with: what a menu showed is one of these.</summary>
    public IEnumerable<ModeratorRoles> ModeratorsEver(CommunityId community) => moderated.GetValueOrDefault(community, []).Add(default);

    /// <summary>The communities whose moderators have a channel.</summary>
    public IEnumerable<CommunityId> WithCards => settings.Where(pair => pair.Value.Cards is not null).Select(pair => pair.Key);

    /// <summary>What waits for the moderators of a community in a story.</summary>
    public Backlog Queue(CommunityId community, StorySlug story) => queues.GetValueOrDefault((community, story), Journal.Backlog.Empty);

    /// <summary>Whether somebody did anything in a community but report that something is wrong.</summary>
    public bool Acts(CommunityId community, PersonKey person) => acting.ContainsKey((community, person));

    /// <summary>All that waits for anybody.</summary>
    public IEnumerable<(CommunityId Community, StorySlug Story, Backlog Queue)> Queues =>
        queues.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value));

    /// <summary>The stories a community can choose from, its own last.</summary>
    public IEnumerable<StorySnapshot> Stories(ShelfState taken, CommunityId community) =>
        taken
            .Stories.Keys.Concat(
                started.Keys.Where(key => key.Item1 == community).Select(key => key.Item2.Value).Order(StringComparer.Ordinal)
            )
            .Distinct()
            .Select(slug => Story(taken, community, slug)!);

    /// <summary>Takes in what a community changed; its next question is answered from it. Nothing of any other community is touched.</summary>
    /// <param name="events">Of that community and story, by position. The keeper gives them, one after the other: what comes late is taken for known.</param>
    internal void Change(CommunityId community, StorySlug story, IEnumerable<Envelope> events) =>
        communities.GetOrAdd((community, story), key => new CommunityStory(key.Item1)).Add(events, Below(Now, community, story.Value));

    /// <summary>Takes in what happened to items of a community's queue, and which facts it erased.</summary>
    internal void Wait(CommunityId community, StorySlug story, IEnumerable<Envelope> events) =>
        queues.AddOrUpdate((community, story), _ => Journal.Backlog.Empty.With(events), (_, queue) => queue.With(events));

    internal void Act(IEnumerable<(CommunityId, PersonKey)> people)
    {
        foreach (var person in people)
        {
            acting.TryAdd(person, true);
        }
    }

    internal void Start(CommunityId community, StorySnapshot story) => started[(community, story.Story.Slug)] = story;

    internal void Set(CommunityId community, CommunitySettings chosen)
    {
        settings[community] = chosen;
        if (chosen.Moderators is { } moderators)
        {
            moderated.AddOrUpdate(community, [moderators], (_, ever) => ever.Add(moderators));
        }
    }

    /// <summary>Forgets all that is known of a community.</summary>
    internal void Forget(CommunityId community)
    {
        settings.TryRemove(community, out _);
        moderated.TryRemove(community, out _);
        foreach (var person in acting.Keys.Where(person => person.Item1 == community).ToList())
        {
            acting.TryRemove(person, out _);
        }

        foreach (var key in communities.Keys.Concat(started.Keys).Concat(queues.Keys).Where(key => key.Item1 == community).ToList())
        {
            queues.TryRemove(key, out _);
            communities.TryRemove(key, out _);
            started.TryRemove(key, out _);
        }
    }

    /// <summary>
    /// Lays what communities changed over the present bases. Whoever is asked before its turn comes does so itself; this makes sure that no old base is
    /// kept for one that nobody asks.
    /// </summary>
    internal void BringOver(CancellationToken cancellation)
    {
        foreach (var ((community, slug), story) in communities)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Below(Now, community, slug.Value) is { } below)
            {
                story.Over(below);
            }
        }
    }

    private StorySnapshot? Below(ShelfState taken, CommunityId community, string? slug) =>
        slug is not null && started.TryGetValue((community, new StorySlug(slug)), out var own) ? own : taken.Story(slug);
}

/// <summary>The stories as they are at one moment, and how their last load went.</summary>
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
