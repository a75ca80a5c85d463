using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing.Journal;

/// <summary>
/// The rules written on <see cref="IJournal"/>, as tests. A store proves itself by inheriting them; what only a store can show, as that its
/// events outlive the process, stays with its own tests.
/// </summary>
public abstract partial class JournalContract
{
    private static readonly StorySlug Story = new("bridge");
    private static readonly StreamId Editions = StreamId.Editions(Story);
    private static readonly StreamId Queue = new("bridge/queue");
    private static readonly CommunityId Guild = new("discord:1");
    private static readonly CommunityId Team = new("slack:T1");

    /// <summary>The clock of the journal under test.</summary>
    protected FakeTimeProvider Time { get; } = new StillTime(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A journal without events that goes by <see cref="Time"/>.</summary>
    protected abstract ValueTask<IJournal> Open();

    /// <summary>What the store's own check of the whole journal finds wrong; a store that has none proves itself by its chains.</summary>
    protected virtual Task<IReadOnlyList<string>> Problems(IJournal journal) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Something that happened, told apart by its text. No rule looks at what kind of event it is.</summary>
    private static StoryEvent Happened(string says) =>
        new StoryEvent.FactAdded(
            new Edition(2),
            new Assertion(FactKind.Act)
            {
                Id = new FactId("bridge-closed"),
                Speaker = new Speaker.Carrier(new SourceId("courier")),
                Status = FactStatus.Reported,
                Known = new DateOnly(2026, 3, 1),
                Says = says,
                Sources = [new SourceId("courier")],
                RestsOn = [],
            }
        );

    /// <summary>Appends one event more to a stream that has as many as <paramref name="number"/> less one.</summary>
    protected static async Task AppendOne(IJournal journal, long number) =>
        await Appended(journal, Command($"one {number}", Next(Queue, number - 1)));

    private static Append Command(string id, params Proposed[] events) => Command(id, Guild, events);

    private static Append Command(string id, CommunityId community, params Proposed[] events) =>
        new()
        {
            Command = new CommandId(id),
            Community = community,
            Story = Story,
            By = new PersonKey("p1"),
            Reason = $"because of {id}",
            Events = events,
        };

    private static Proposed Next(StreamId stream, long expected, string says = "It closed.") => new(stream, expected, Happened(says));

    private static async Task<(long First, long Last)> Appended(IJournal journal, Append append)
    {
        var done = (await journal.Append(append, Cancel)).ShouldBeOfType<AppendResult.Appended>();
        return (done.First, done.Last);
    }

    private static async Task<List<Envelope>> All(IJournal journal, long after = 0)
    {
        var read = new List<Envelope>();
        await foreach (var envelope in journal.Read(after, Cancel))
        {
            read.Add(envelope);
        }

        return read;
    }
}
