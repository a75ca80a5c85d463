using Bot.Core.Communities;
using Bot.Core.Journal;

namespace Bot.Core.Tests.Journal;

/// <summary>A journal that is another in one thing.</summary>
internal abstract class OtherJournal(IJournal journal) : IJournal
{
    public virtual ValueTask<AppendResult> Append(Append append, CancellationToken cancellation) => journal.Append(append, cancellation);

    public virtual IAsyncEnumerable<Envelope> Read(long after, CancellationToken cancellation) => journal.Read(after, cancellation);

    public IAsyncEnumerable<Envelope> Follow(long after, CancellationToken cancellation) => journal.Follow(after, cancellation);

    public ValueTask<AppendResult.AlreadyDone?> Find(CommunityId community, CommandId command, CancellationToken cancellation) =>
        journal.Find(community, command, cancellation);

    public ValueTask<long> Version(StreamId stream, CancellationToken cancellation) => journal.Version(stream, cancellation);

    public ValueTask Delete(CommunityId community, CancellationToken cancellation) => journal.Delete(community, cancellation);
}
