using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Journal;

/// <summary>
/// Brings loaded fact books to readers the only way there is: what they change is appended to the journal, and the shelf gets snapshots folded from it.
/// </summary>
/// <param name="development">Files edited under one edition make local editions; otherwise that is refused.</param>
public sealed class StoryKeeper(IJournal journal, Shelf shelf, TimeProvider time, bool development)
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>The last position up to which communities' events were taken in.</summary>
    private long takenIn;

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
            var snapshots = new List<StorySnapshot>();
            foreach (var book in books)
            {
                if (await Bring(book, lexicon, problems, cancellation) is { } snapshot)
                {
                    snapshots.Add(snapshot);
                }
            }

            shelf.Replace(new ShelfState(snapshots, Default(snapshots, wanted), problems, time.GetUtcNow()));
            await TakeIn(cancellation);
        }
        finally
        {
            one.Release();
        }

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
        var before = shelf.Now.Story(book.Story.Slug.Value);
        var history = before?.History ?? await History(book.Story.Slug, cancellation);
        var (edition, events) = Changes(book, before?.Edition, history);
        if (edition is null)
        {
            problems.Add(
                new Problem(
                    new Place($"knowledge/{book.Story.Slug}/story.yaml", 1, 1),
                    $"The facts of '{book.Story.Slug}' changed under edition {book.Story.Edition}; raise `edition` and add a note that says why."
                )
            );
            return before;
        }

        if (events.Count > 0)
        {
            await Append(book, edition.Value, events, history.Count, cancellation);
            history = await History(book.Story.Slug, cancellation);
        }

        var revisions = StoryFold.Revisions(history);
        var remembered = book.Remembering(StoryFold.Casts(history).Reverse(), revisions.Select(revision => revision.Fact).Reverse());
        return new StorySnapshot
        {
            Book = remembered,
            Edition = edition.Value,
            Revisions = revisions,
            History = history,
            Position = history[^1].Position,
            Index = StoryIndex.Build(remembered, revisions, lexicon),
        };
    }

    private (Edition? Edition, IReadOnlyList<StoryEvent> Events) Changes(FactBook book, Edition? last, IReadOnlyList<Envelope> history)
    {
        var edition = new Edition(book.Story.Edition);
        if (history.Count == 0)
        {
            return (edition, [new StoryEvent.Baselined(edition, Cast.Of(book), book.Facts)]);
        }

        var cast = StoryFold.Casts(history).Last();
        var facts = StoryFold.Revisions(history).Where(revision => revision.To is null).Select(revision => revision.Fact).ToList();
        var changes = EditionChanges.Between(cast, facts, book, edition);
        if (last is not { } was || edition.Number > was.Number)
        {
            return (edition, changes);
        }

        return changes.Count == 0 ? (was, changes)
            : development ? Local(new Edition(book.Story.Edition, was.Local + 1))
            : (null, []);

        (Edition?, IReadOnlyList<StoryEvent>) Local(Edition local) => (local, EditionChanges.Between(cast, facts, book, local));
    }

    private async Task Append(FactBook book, Edition edition, IReadOnlyList<StoryEvent> events, int version, CancellationToken cancellation)
    {
        var stream = StreamId.Editions(book.Story.Slug);
        var note = book.Story.EditionNotes.LastOrDefault(n => n.Edition == edition.Number)?.Note;
        await journal.Append(
            new Append
            {
                Command = new CommandId($"edition {book.Story.Slug} {edition} after {version}"),
                Community = CommunityId.Base,
                Story = book.Story.Slug,
                By = PersonKey.Maintainers,
                Reason = edition.Local > 0 ? "Edited in the files of a development run." : note ?? "",
                Events = [.. events.Select((happened, i) => new Proposed(stream, version + i, happened))],
            },
            cancellation
        );
    }

    private async Task TakeIn(CancellationToken cancellation)
    {
        var changes = new Dictionary<(CommunityId Community, StorySlug Story), List<Envelope>>();
        var last = takenIn;
        await foreach (var envelope in journal.Read(takenIn, cancellation))
        {
            last = envelope.Position;
            if (envelope.Community != CommunityId.Base)
            {
                var key = (envelope.Community, envelope.Story);
                changes.TryAdd(key, []);
                changes[key].Add(envelope);
            }
        }

        foreach (var ((community, story), events) in changes)
        {
            shelf.Change(community, story, events);
        }

        takenIn = last;
    }

    /// <summary>The events of a story's base.</summary>
    private async Task<IReadOnlyList<Envelope>> History(StorySlug story, CancellationToken cancellation)
    {
        var history = new List<Envelope>();
        await foreach (var envelope in journal.Read(0, cancellation))
        {
            if (envelope.Story == story && envelope.Community == CommunityId.Base)
            {
                history.Add(envelope);
            }
        }

        return history;
    }
}
