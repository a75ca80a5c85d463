using Bot.Core.Communities;

namespace Bot.Core.Journal;

/// <summary>
/// The one append-only record of everything that happened to every story. State is a fold over it, and nothing reaches readers but through it.
/// </summary>
/// <remarks>
/// Every store keeps these rules, and one suite holds them to it:
/// <list type="number">
/// <item>The events of one append get consecutive positions, or none is written.</item>
/// <item>A position that can be read will never be preceded by one that appears later: the order of positions is the order of commits.</item>
/// <item>Each event names the version its stream must have; where it differs, the answer is <see cref="AppendResult.Conflict"/> and nothing is written.
/// Several events of one append on one stream count up.</item>
/// <item>A command id that was appended before, in the same community, answers <see cref="AppendResult.AlreadyDone"/> with the first positions, whatever the events;
/// this is looked at before versions are.</item>
/// <item>Where <see cref="Journal.Append.Read"/> says how far the caller has read, and the community has events after that, the answer is
/// <see cref="AppendResult.Overtaken"/> and nothing is written; this is looked at after commands and before versions.</item>
/// <item>What was answered as appended is durable.</item>
/// <item>Time, positions and hashes are given by the journal, never by the caller.</item>
/// <item>The positions in <see cref="Journal.Append.Blanks"/> are blanked in the commit that appends the events, or not at all: each is read as
/// <see cref="StoryEvent.Blanked"/> without a reason from then on, and all else of it, hashes and command too, is as it was. A position of another community,
/// or one that is not there, is a fault of the caller's.</item>
/// </list>
/// </remarks>
public interface IJournal
{
    ValueTask<AppendResult> Append(Append append, CancellationToken cancellation);

    /// <summary>Everything after a position, in order, up to what is committed when the reading gets there.</summary>
    IAsyncEnumerable<Envelope> Read(long after, CancellationToken cancellation);

    /// <summary>Everything after a position, in order, and then whatever is appended by anybody, until it is called off.</summary>
    IAsyncEnumerable<Envelope> Follow(long after, CancellationToken cancellation);

    /// <summary>Where the events of a command stand that was appended before; null when it was not.</summary>
    ValueTask<AppendResult.AlreadyDone?> Find(CommunityId community, CommandId command, CancellationToken cancellation);

    /// <summary>The version of a stream; 0 when it has no events.</summary>
    ValueTask<long> Version(StreamId stream, CancellationToken cancellation);

    /// <summary>
    /// Takes away all events of a community, at once and for good, and appends in the same commit that they went (<see cref="StoryEvent.CommunityDeleted"/>), for all
    /// who have read them. Their positions are not given again, their streams and commands are as if they had never been,
    /// and the chains of all others hold. A stream should be of one community, or the versions of what is left have gaps.
    /// </summary>
    /// <exception cref="ArgumentException">It is the base.</exception>
    ValueTask Delete(CommunityId community, CancellationToken cancellation);
}
