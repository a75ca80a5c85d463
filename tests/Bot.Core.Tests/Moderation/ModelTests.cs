using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Knowledge.Lexicons;
using Bot.Testing.Model;

namespace Bot.Core.Tests.Moderation;

/// <summary>A short form of <c>Bot.Benchmarks model</c>: the same sequences every time.</summary>
public sealed class ModelTests
{
    private const int Seed = 1;
    private const int Sequences = 200;

    [Fact]
    public async Task Whatever_communities_do_they_see_what_a_plain_model_says()
    {
        var test = new ModelTest(ShippedLexicon.Read(), time => Task.FromResult<IModelStore>(new MemoryModelStore(time)));

        for (var number = 0; number < Sequences; number++)
        {
            (await test.Failure(Seed, number)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_journal_that_forgets_is_found_out_in_few_steps()
    {
        var test = new ModelTest(ShippedLexicon.Read(), time => Task.FromResult<IModelStore>(new Forgetful(new MemoryModelStore(time))));
        string? failure = null;
        for (var number = 0; number < Sequences && failure is null; number++)
        {
            failure = await test.Failure(Seed, number);
        }

        failure.ShouldNotBeNull().ShouldContain($"Seed {Seed}, sequence ");
        failure.ShouldContain("Wanted = Hold");
        failure.Split("\nafter\n")[1].Split('\n').Length.ShouldBeLessThanOrEqualTo(3);
    }

    /// <summary>Does not tell that anything was held.</summary>
    private sealed class Forgetful(IModelStore store) : IModelStore, IJournal
    {
        public IJournal Journal => this;

        public IAsyncEnumerable<Envelope> Read(long after, CancellationToken cancellation) =>
            store.Journal.Read(after, cancellation).Where(envelope => envelope.Event is not StoryEvent.FactHeld);

        public IAsyncEnumerable<Envelope> Follow(long after, CancellationToken cancellation) => store.Journal.Follow(after, cancellation);

        public ValueTask<AppendResult> Append(Append append, CancellationToken cancellation) => store.Journal.Append(append, cancellation);

        public ValueTask<AppendResult.AlreadyDone?> Find(CommunityId community, CommandId command, CancellationToken cancellation) =>
            store.Journal.Find(community, command, cancellation);

        public ValueTask<long> Version(StreamId stream, CancellationToken cancellation) => store.Journal.Version(stream, cancellation);

        public ValueTask Delete(CommunityId community, CancellationToken cancellation) => store.Journal.Delete(community, cancellation);

        public Task Reopen() => store.Reopen();

        public Task<IReadOnlyList<string>> Problems() => store.Problems();

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
