using Bot.Core.Facts;
using Bot.Core.Questions;

namespace Bot.Core.Journal;

/// <summary>
/// Brings loaded fact books to readers the only way there is: what they change is appended to the journal, and the shelf gets snapshots folded from it.
/// </summary>
/// <param name="development">Files edited under one edition make local editions; otherwise that is refused.</param>
/// <param name="accept">An edition may take out many facts at once; otherwise that is refused.</param>
public sealed class StoryKeeper(IJournal journal, Shelf shelf, TimeProvider time, bool development, bool accept = false)
{
    private readonly LoadRules rules = new(development, accept);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The events of each story's base, as far as the journal was read.</summary>
    private readonly Dictionary<StorySlug, List<Envelope>> bases = [];

    /// <summary>The events by which communities started stories of their own.</summary>
    private readonly List<Envelope> started = [];
    private readonly Dictionary<StorySlug, FactBook> books = [];
    private Lexicon? lexicon;

    /// <summary>The last position that was read.</summary>
    private long read;

    /// <summary>The last position of the journal that readers have.</summary>
    public long Position => Interlocked.Read(ref read);

    /// <summary>Completes when stories were loaded for the first time.</summary>
    public Task Loaded => loaded.Task;

    /// <param name="books">All stories that loaded.</param>
    /// <param name="wanted">The story of the settings; null: the one that calls itself default, else the first by slug.</param>
    /// <returns>What was refused; the shelf then keeps the story as it was.</returns>
    public async Task<IReadOnlyList<Problem>> Load(
        IReadOnlyList<FactBook> books,
        Lexicon lexicon,
        StorySlug? wanted,
        CancellationToken cancellation
    )
    {
        var problems = new List<Problem>();
        await one.WaitAsync(cancellation);
        try
        {
            this.lexicon = lexicon;
            started.ForEach(Start);
            await TakeIn(cancellation);
            var snapshots = new List<StorySnapshot>();
            foreach (var book in books)
            {
                if (await Bring(book, lexicon, problems, cancellation) is { } snapshot)
                {
                    snapshots.Add(snapshot);
                }
            }

            shelf.Replace(new ShelfState(snapshots, Default(snapshots, wanted), problems, time.GetUtcNow()));
        }
        finally
        {
            one.Release();
        }

        loaded.TrySetResult();

        // It takes its time, and no change of a community waits for it.
        shelf.BringOver(cancellation);
        return problems;
    }

    /// <summary>Brings to readers what communities changed since the journal was last read; the bases stay as they are.</summary>
    public async Task Follow(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await TakeIn(cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Keeps the stories as they are and says what is wrong with the files.</summary>
    public void KeepLastGood(IReadOnlyList<Problem> problems) => shelf.Replace(shelf.Now with { Problems = problems });

    private static StorySlug? Default(IReadOnlyList<StorySnapshot> snapshots, StorySlug? wanted) =>
        wanted is { } slug && snapshots.Any(s => s.Story.Slug == slug)
            ? slug
            : snapshots
                .OrderByDescending(s => s.Story.IsDefault)
                .ThenBy(s => s.Story.Slug.Value, StringComparer.Ordinal)
                .FirstOrDefault()
                ?.Story.Slug;

    private async Task<StorySnapshot?> Bring(FactBook book, Lexicon lexicon, List<Problem> problems, CancellationToken cancellation)
    {
        while (true)
        {
            var history = bases.GetValueOrDefault(book.Story.Slug) ?? [];
            var revisions = StoryFold.Revisions(history);
            switch (EditionPlan.For(book, history, revisions, rules))
            {
                case EditionPlan.Refused refused:
                    problems.Add(new Problem(PlaceOf(book), refused.Sentence));
                    return shelf.Now.Story(book.Story.Slug.Value);
                case EditionPlan.Unchanged unchanged:
                    books[book.Story.Slug] = book;
                    return StorySnapshot.Of(book, unchanged.Edition, [.. history], revisions, lexicon);
                case EditionPlan.Append append:
                    // Where another was faster, its events are read and the files compared again.
                    var known = history.Count;
                    await journal.Append(append.After(history, book), cancellation);
                    await TakeIn(cancellation);
                    if (bases.GetValueOrDefault(book.Story.Slug) is not { } more || more.Count == known)
                    {
                        problems.Add(new Problem(PlaceOf(book), NotThere(append.Edition, book)));
                        return shelf.Now.Story(book.Story.Slug.Value);
                    }

                    break;
            }
        }
    }

    private static Place PlaceOf(FactBook book) => new($"knowledge/{book.Story.Slug}/story.yaml", 1, 1);

    private static string NotThere(Edition edition, FactBook book) =>
        $"Edition {edition} of '{book.Story.Slug}' cannot be written: the store says that somebody else wrote one, and there is none to be read. `journal verify` tells whether the store holds.";

    /// <summary>Reads on in the journal: a base's events are kept for its next snapshot, what communities changed goes to readers.</summary>
    private async Task TakeIn(CancellationToken cancellation)
    {
        var news = await JournalNews.Read(journal, read, cancellation);
        foreach (var community in news.Deleted)
        {
            started.RemoveAll(start => start.Community == community);
            shelf.Forget(community);
        }

        news.Settings.ForEach(envelope => shelf.Set(envelope.Community, ((StoryEvent.SettingsChanged)envelope.Event).Settings));
        shelf.Act(news.Acting);
        news.Started.ForEach(Start);
        foreach (var waiting in news.Waiting.Concat(news.Erasures).GroupBy(envelope => (envelope.Community, envelope.Story)))
        {
            shelf.Wait(waiting.Key.Community, waiting.Key.Story, waiting);
        }

        foreach (var changed in news.Changes.GroupBy(envelope => (envelope.Community, envelope.Story)))
        {
            shelf.Change(changed.Key.Community, changed.Key.Story, changed);
        }

        // The shelf may be given the same twice, these lists may not: nothing that can fail comes between them and the position.
        started.AddRange(news.Started);
        news.Base.ForEach(envelope => Of(envelope.Story).Add(envelope));
        Interlocked.Exchange(ref read, news.Last);
        foreach (
            var story in news.Base.Where(envelope => envelope.Event is StoryEvent.FactErased).Select(envelope => envelope.Story).Distinct()
        )
        {
            bases[story] = [.. Erasure.Applied(bases[story])];
            Rebuild(story);
        }
    }

    /// <summary>What readers have of a base is made again from what is left of its history.</summary>
    private void Rebuild(StorySlug slug)
    {
        if (lexicon is null || !books.TryGetValue(slug, out var book) || shelf.Now.Story(slug.Value) is not { } was)
        {
            return;
        }

        var history = bases[slug];
        var next = StorySnapshot.Of(book, was.Edition, [.. history], StoryFold.Revisions(history), lexicon);
        shelf.Replace(shelf.Now with { Stories = shelf.Now.Stories.SetItem(slug.Value, next) });
        shelf.BringOver(CancellationToken.None);
    }

    private void Start(Envelope envelope)
    {
        if (lexicon is not null && envelope.Event is StoryEvent.StoryStarted start)
        {
            shelf.Start(envelope.Community, StorySnapshot.Started(envelope, start.Story, lexicon));
        }
    }

    private List<Envelope> Of(StorySlug story)
    {
        if (!bases.TryGetValue(story, out var history))
        {
            bases[story] = history = [];
        }

        return history;
    }
}
