using System.Runtime.CompilerServices;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Journal;

/// <summary>A reading of the journal that breaks off, or that does not fit what the journal says of itself.</summary>
public sealed class BrokenReadingTests
{
    private static readonly Fact Closed = SmallBooks.Fact("bridge-closed", "It closed.");
    private static readonly Fact Shut = SmallBooks.Fact("bridge-closed", "It shut.");
    private static readonly Fact Ferry = SmallBooks.Fact("ferry-runs", "A ferry runs.");
    private static readonly Fact Raft = SmallBooks.Fact("raft-runs", "A raft runs.");

    private readonly FakeTimeProvider time = new();
    private readonly InMemoryJournal journal;
    private readonly Shelf shelf = new();

    public BrokenReadingTests() => journal = new InMemoryJournal(time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_read_before_a_reading_broke_off_is_not_taken_in_twice()
    {
        var breaking = new BreaksOff(journal);
        var keeper = new StoryKeeper(breaking, shelf, time, development: false);
        await Load(keeper, SmallBooks.Book(1, Closed));
        await Load(new StoryKeeper(journal, new Shelf(), time, development: false), SmallBooks.Book(2, Shut, Ferry, Raft));
        for (breaking.After = 1; breaking.After < 3; breaking.After++)
        {
            await Should.ThrowAsync<IOException>(() => keeper.Follow(Cancel));
        }

        breaking.After = null;
        await Load(keeper, SmallBooks.Book(2, Shut, Ferry, Raft));
        shelf.Now.Story()!.History.Select(envelope => envelope.Position).ShouldBe([1, 2, 3, 4, 5]);
        await Load(keeper, SmallBooks.Book(3, Closed, Ferry, Raft));
        shelf.Now.Story()!.Edition.ShouldBe(new Edition(3));
    }

    [Fact]
    public async Task A_journal_that_takes_the_history_for_longer_than_it_reads_is_a_problem_and_no_endless_try()
    {
        var keeper = new StoryKeeper(new AlwaysFaster(journal), shelf, time, development: false);

        var problems = await keeper.Load([SmallBooks.Book(1, Closed)], SmallBooks.Lexicon, null, Cancel);

        problems.ShouldHaveSingleItem().Sentence.ShouldContain("`journal verify`");
        shelf.Now.Story().ShouldBeNull();
    }

    [Fact]
    public async Task What_an_earlier_program_wrote_beside_the_editions_of_the_base_keeps_no_edition_out()
    {
        await Load(new StoryKeeper(journal, new Shelf(), time, development: false), SmallBooks.Book(1, Closed));
        await journal.Append(
            new Append
            {
                Command = new CommandId("close"),
                Community = CommunityId.Base,
                Story = SmallBooks.Slug,
                By = PersonKey.Maintainers,
                Reason = "",
                Events = [new Proposed(StreamId.Course(CommunityId.Base, SmallBooks.Slug), 0, new StoryEvent.StoryClosed(null))],
            },
            Cancel
        );

        await Load(new StoryKeeper(journal, shelf, time, development: false), SmallBooks.Book(2, Shut));

        shelf.Now.Story()!.Edition.ShouldBe(new Edition(2));
    }

    private static async Task Load(StoryKeeper keeper, FactBook book) =>
        (await keeper.Load([book], SmallBooks.Lexicon, null, Cancel)).ShouldBeEmpty();

    /// <summary>Gives so many events of each reading, and then fails as a connection does.</summary>
    private sealed class BreaksOff(IJournal journal) : OtherJournal(journal)
    {
        public int? After { get; set; }

        public override async IAsyncEnumerable<Envelope> Read(long after, [EnumeratorCancellation] CancellationToken cancellation)
        {
            var given = 0;
            await foreach (var envelope in base.Read(after, cancellation))
            {
                yield return given++ == After ? throw new IOException("The connection broke.") : envelope;
            }
        }
    }

    /// <summary>Says of every append that somebody was faster, and has nothing of theirs.</summary>
    private sealed class AlwaysFaster(IJournal journal) : OtherJournal(journal)
    {
        public override ValueTask<AppendResult> Append(Append append, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return ValueTask.FromResult<AppendResult>(
                new AppendResult.Conflict(append.Events[0].Stream, append.Events[0].ExpectedVersion, 9)
            );
        }
    }
}
