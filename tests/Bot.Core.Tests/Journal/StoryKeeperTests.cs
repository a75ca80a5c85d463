using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Journal;

public sealed class StoryKeeperTests
{
    private static readonly Fact Closed = SmallBooks.Fact("bridge-closed", "It closed.");
    private static readonly Fact Shut = SmallBooks.Fact("bridge-closed", "It shut.");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryJournal journal;
    private readonly Shelf shelf = new();

    public StoryKeeperTests() => journal = new InMemoryJournal(time);

    [Fact]
    public async Task The_first_load_is_where_the_story_begins_and_no_change()
    {
        (await Load(Published, SmallBooks.Book(4, Closed))).ShouldBeEmpty();

        var story = shelf.Now.Story().ShouldNotBeNull();
        story.Edition.ShouldBe(new Edition(4));
        story.History.ShouldNotContain(envelope => IsChange(envelope.Event));
        story.Revisions.ShouldHaveSingleItem().Fact.ShouldBe(Closed);
        story.KeptSince.ShouldBe(time.GetUtcNow());
        shelf.Now.LoadedAt.ShouldBe(time.GetUtcNow());
        shelf.Now.Degraded.ShouldBeFalse();
    }

    [Fact]
    public async Task Loading_the_same_again_writes_nothing()
    {
        await Load(Published, SmallBooks.Book(1, Closed));
        var before = shelf.Now.Story()!;

        (await Load(Published, SmallBooks.Book(1, Closed))).ShouldBeEmpty();

        var after = shelf.Now.Story()!;
        after.Position.ShouldBe(before.Position);
        after.Edition.ShouldBe(before.Edition);
        (await Written()).Count.ShouldBe(before.History.Count);
    }

    [Fact]
    public async Task A_new_edition_writes_its_changes_with_its_note_as_the_reason()
    {
        await Load(Published, SmallBooks.Book(1, Closed));
        time.Advance(TimeSpan.FromDays(3));

        (await Load(Published, SmallBooks.Book(2, Shut))).ShouldBeEmpty();

        var story = shelf.Now.Story()!;
        story.Edition.ShouldBe(new Edition(2));
        var change = story.History.Where(envelope => IsChange(envelope.Event)).ShouldHaveSingleItem();
        change.Reason.ShouldBe("Note on edition 2.");
        change.At.ShouldBe(time.GetUtcNow());
        story.ChangedAt.ShouldBe(time.GetUtcNow());
        story.Current(Shut.Id).ShouldNotBeNull().Fact.Says.ShouldBe("It shut.");
    }

    [Fact]
    public async Task Facts_changed_under_the_same_edition_are_refused_and_the_story_stays_as_it_was()
    {
        await Load(Published, SmallBooks.Book(1, Closed));
        var before = shelf.Now.Story()!;

        var problems = await Load(Published, SmallBooks.Book(1, Shut));

        problems.ShouldHaveSingleItem().Sentence.ShouldContain("edition 1");
        shelf.Now.Degraded.ShouldBeTrue();
        shelf.Now.Story().ShouldBeSameAs(before);
        (await Written()).Count.ShouldBe(before.History.Count);
    }

    [Fact]
    public async Task An_edition_that_counts_backwards_is_refused()
    {
        await Load(Published, SmallBooks.Book(3, Closed));

        (await Load(Published, SmallBooks.Book(2, Shut))).ShouldNotBeEmpty();

        shelf.Now.Story()!.Edition.ShouldBe(new Edition(3));
    }

    [Fact]
    public async Task In_a_development_run_facts_changed_under_the_same_edition_make_a_local_one()
    {
        await Load(InDevelopment, SmallBooks.Book(1, Closed));

        (await Load(InDevelopment, SmallBooks.Book(1, Shut))).ShouldBeEmpty();
        shelf.Now.Story()!.Edition.ShouldBe(new Edition(1, 1));
        (await Load(InDevelopment, SmallBooks.Book(1, Closed))).ShouldBeEmpty();
        shelf.Now.Story()!.Edition.ShouldBe(new Edition(1, 2));
        (await Load(InDevelopment, SmallBooks.Book(2, Shut))).ShouldBeEmpty();

        var story = shelf.Now.Story()!;
        story.Edition.ShouldBe(new Edition(2));
        story.Current(Shut.Id)!.Number.ShouldBe(4);
    }

    [Fact]
    public async Task Problems_of_the_files_leave_the_last_good_state_in_place()
    {
        await Load(Published, SmallBooks.Book(1, Closed));
        var before = shelf.Now;
        var problem = new Problem(new Place("knowledge/bridge/facts.yaml", 3, 1), "Say who says it.");

        Published.KeepLastGood([problem]);

        shelf.Now.Problems.ShouldBe([problem]);
        shelf.Now.Story().ShouldBeSameAs(before.Story());
        shelf.Now.LoadedAt.ShouldBe(before.LoadedAt);
    }

    [Theory]
    [InlineData(null, "bridge")]
    [InlineData("harbour", "harbour")]
    [InlineData("no-such-story", "bridge")]
    public async Task The_story_of_the_settings_is_the_default_and_otherwise_the_first(string? wanted, string expected)
    {
        StorySlug? slug = wanted is null ? null : new StorySlug(wanted);
        await Published.Load(
            [SmallBooks.Book("harbour", 1, Closed), SmallBooks.Book("bridge", 1, Closed)],
            SmallBooks.Lexicon,
            slug,
            Cancel
        );

        shelf.Now.Default.ShouldBe(new StorySlug(expected));
        shelf.Now.Stories.Keys.ShouldBe(["bridge", "harbour"]);
    }

    [Fact]
    public async Task The_events_of_another_story_are_no_part_of_this_ones_history()
    {
        await Published.Load(
            [SmallBooks.Book("bridge", 1, Closed), SmallBooks.Book("harbour", 1, Closed)],
            SmallBooks.Lexicon,
            null,
            Cancel
        );
        await Published.Load([SmallBooks.Book("bridge", 2, Shut), SmallBooks.Book("harbour", 1, Closed)], SmallBooks.Lexicon, null, Cancel);

        shelf.Now.Story("harbour")!.History.ShouldAllBe(envelope => envelope.Story == new StorySlug("harbour"));
        shelf.Now.Story("harbour")!.Current(Closed.Id)!.Number.ShouldBe(1);
        shelf.Now.Story("bridge")!.Current(Closed.Id)!.Number.ShouldBe(2);
    }

    [Fact]
    public async Task A_keeper_that_starts_on_a_written_journal_goes_on_from_there()
    {
        await Load(Published, SmallBooks.Book(1, Closed));
        var restarted = new Shelf();

        var keeper = new StoryKeeper(journal, restarted, time, development: false);
        (await keeper.Load([SmallBooks.Book(2, Shut)], SmallBooks.Lexicon, null, Cancel)).ShouldBeEmpty();

        restarted.Now.Story()!.Revisions.Select(revision => revision.Fact.Says).ShouldBe(["It closed.", "It shut."]);
    }

    [Fact]
    public async Task Another_build_whose_files_differ_under_the_stored_edition_is_refused()
    {
        await Load(Published, SmallBooks.Book(2, Closed));
        var restarted = new Shelf();
        var keeper = new StoryKeeper(journal, restarted, time, development: false);

        var problems = await Load(keeper, SmallBooks.Book(2, Shut));

        problems.ShouldHaveSingleItem().Sentence.ShouldStartWith("The facts of 'bridge' changed under edition 2;");
        restarted.Now.Story().ShouldBeNull();
    }

    [Fact]
    public async Task An_older_build_is_told_that_the_store_has_a_newer_edition()
    {
        await Load(Published, SmallBooks.Book(3, Closed));
        var keeper = new StoryKeeper(journal, new Shelf(), time, development: false);

        var problems = await Load(keeper, SmallBooks.Book(2, Shut));

        problems.ShouldHaveSingleItem().Sentence.ShouldStartWith("The store has 'bridge' at edition 3, and these files are edition 2: ");
    }

    [Fact]
    public async Task Of_two_that_load_the_same_edition_at_once_both_end_with_it_written_once()
    {
        await Load(Published, SmallBooks.Book(1, Closed));
        var shelves = Enumerable.Range(0, 4).Select(_ => new Shelf()).ToList();

        await Task.WhenAll(
            shelves.Select(each =>
                Task.Run(() => Load(new StoryKeeper(journal, each, time, development: false), SmallBooks.Book(2, Shut)), Cancel)
            )
        );

        shelves.ShouldAllBe(each => each.Now.Story()!.Current(Shut.Id)!.Fact.Says == "It shut.");
        (await Written()).Count(envelope => IsChange(envelope.Event)).ShouldBe(1);
    }

    [Fact]
    public async Task Readers_never_see_a_half_changed_shelf()
    {
        // Each edition's facts all say its number, in both stories, so that any mixture would show.
        const int Last = 60;
        await Both(1);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Watch(done.Token), Cancel)).ToList();
        for (var edition = 2; edition <= Last; edition++)
        {
            await Both(edition);
        }

        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);
        seen.Sum().ShouldBeGreaterThan(0);

        Task Both(int edition) =>
            Published.Load([Numbered("bridge", edition), Numbered("harbour", edition)], SmallBooks.Lexicon, null, Cancel);
    }

    private static FactBook Numbered(string slug, int edition) =>
        SmallBooks.Book(slug, edition, [.. Enumerable.Range(0, 5).Select(i => SmallBooks.Fact($"fact-{i}", $"{edition}"))]);

    private int Watch(CancellationToken done)
    {
        var looks = 0;
        do
        {
            var now = shelf.Now;
            now.Stories.Count.ShouldBe(2);
            var editions = now.Stories.Values.SelectMany(Editions).Distinct().ToList();
            editions.ShouldHaveSingleItem();
            looks++;
        } while (!done.IsCancellationRequested);

        return looks;
    }

    /// <summary>Every way in which a snapshot says its edition.</summary>
    private static IEnumerable<string> Editions(StorySnapshot story) =>
        story
            .Book.Facts.Select(fact => fact.Says)
            .Concat(story.At(story.Position).Select(revision => revision.Fact.Says))
            .Concat(story.Index.Revisions.Where(revision => revision.To is null).Select(revision => revision.Fact.Says))
            .Append($"{story.Edition.Number}");

    private static bool IsChange(StoryEvent happened) =>
        happened is StoryEvent.FactAdded or StoryEvent.FactChanged or StoryEvent.FactRemoved;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StoryKeeper Published => field ??= new StoryKeeper(journal, shelf, time, development: false);

    private StoryKeeper InDevelopment => field ??= new StoryKeeper(journal, shelf, time, development: true);

    private static Task<IReadOnlyList<Problem>> Load(StoryKeeper keeper, FactBook book) =>
        keeper.Load([book], SmallBooks.Lexicon, null, Cancel);

    private async Task<List<Envelope>> Written()
    {
        var written = new List<Envelope>();
        await foreach (var envelope in journal.Read(0, Cancel))
        {
            written.Add(envelope);
        }

        return written;
    }
}
