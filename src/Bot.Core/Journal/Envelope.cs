using Bot.Core.Communities;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What is appended to: one fact, one story's editions, one queue item.</summary>
public readonly record struct StreamId(string Value)
{
    public static StreamId Editions(StorySlug story) => new($"{story}/editions");

    /// <summary>What a community makes of one fact.</summary>
    public static StreamId Fact(CommunityId community, StorySlug story, FactId fact) => new($"{community}/{story}/fact/{fact}");

    /// <summary>The beginning and the end of a story in a community.</summary>
    public static StreamId Course(CommunityId community, StorySlug story) => new($"{community}/{story}/course");

    /// <summary>Something that waits for the moderators of a community.</summary>
    public static StreamId Item(CommunityId community, StorySlug story, ItemId item) => new($"{community}/{story}/item/{item}");

    public static StreamId Settings(CommunityId community) => new($"{community}/settings");

    /// <summary>Whether it is of something that waits for moderators.</summary>
    internal bool IsOfItem => Value.Contains("/item/", StringComparison.Ordinal);

    /// <summary>What happened to the journal itself.</summary>
    public static StreamId Journal { get; } = new("journal");

    public override string ToString() => Value;
}

/// <summary>Names one delivery of one command, so that doing it twice is doing it once.</summary>
public readonly record struct CommandId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>An event as it stands in the journal.</summary>
public sealed record Envelope
{
    /// <summary>Counted from 1 over the whole journal; the order of positions is the order of commits.</summary>
    public required long Position { get; init; }
    public required CommunityId Community { get; init; }
    public required StorySlug Story { get; init; }
    public required StreamId Stream { get; init; }

    /// <summary>Counted from 1 within the stream.</summary>
    public required long Version { get; init; }
    public required CommandId Command { get; init; }
    public required DateTimeOffset At { get; init; }
    public required PersonKey By { get; init; }
    public required string Reason { get; init; }
    public required StoryEvent Event { get; init; }

    /// <summary>SHA-256 of the event's content, in hex; of what it was, where it was blanked.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 over the community's previous chain hash and this content hash, so that a payload can be blanked and the chain still holds.</summary>
    public required string ChainHash { get; init; }
}

/// <summary>One command's events: all are appended, or none.</summary>
public sealed record Append
{
    public required CommandId Command { get; init; }
    public required CommunityId Community { get; init; }
    public required StorySlug Story { get; init; }
    public required PersonKey By { get; init; }
    public required string Reason { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Proposed> Events { get; init; }

    /// <summary>
    /// Positions of the same community whose payload and reason are emptied in the same commit. What was blanked before may be blanked again.
    /// Name all events of what is to be erased: a fold goes by those that are left.
    /// </summary>
    public IReadOnlyList<long> Blanks { get; init; } = [];

    /// <summary>
    /// The last position of the journal that the caller has read. Where the community has events after it, nothing is written: an erasure looks at all there is, and
    /// what others append meanwhile may hold again what it erases, in whatever stream. Null: the versions alone decide.
    /// </summary>
    public long? Read { get; init; }

    /// <summary>What a store tells those who read its journal, of the journal itself.</summary>
    /// <param name="version">That of <see cref="StreamId.Journal"/>.</param>
    public static Append Notice(StoryEvent happened, long version) =>
        new()
        {
            Command = new CommandId(FormattableString.Invariant($"{StreamId.Journal} {version + 1}")),
            Community = CommunityId.Base,
            Story = StorySlug.All,
            By = PersonKey.Maintainers,
            Reason = "",
            Events = [new Proposed(StreamId.Journal, version, happened)],
        };

    /// <summary>What no journal takes, whatever it holds.</summary>
    /// <exception cref="ArgumentException">There are no events, or one says that it is blanked: only a journal says that.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Events.Count);
        if (Events.Any(proposed => proposed.Event is StoryEvent.Blanked))
        {
            throw new ArgumentException("A blanked event cannot be appended; name its position in Blanks.");
        }
    }

    /// <summary>The fault of naming positions to blank that are not this community's, or not there.</summary>
    public ArgumentException ForeignBlanks() => new($"Not all positions to blank are of '{Community}': {string.Join(", ", Blanks)}.");

    /// <summary>What is in the way where the caller must have read all of the community; null for nothing.</summary>
    /// <param name="position">That of the community's last event; 0 where it has none.</param>
    public AppendResult.Overtaken? OvertakenAt(long position) => Read < position ? new AppendResult.Overtaken(position) : null;

    /// <summary>The first event that expects another version than its stream has by then; null when all fit. Several on one stream count up.</summary>
    /// <param name="version">The version of a stream before all of them.</param>
    public AppendResult.Conflict? ConflictWith(Func<StreamId, long> version)
    {
        var ahead = new Dictionary<StreamId, long>();
        foreach (var (stream, expected, _) in Events)
        {
            var actual = ahead.TryGetValue(stream, out var reached) ? reached : version(stream);
            if (actual != expected)
            {
                return new AppendResult.Conflict(stream, expected, actual);
            }

            ahead[stream] = actual + 1;
        }

        return null;
    }
}

/// <summary>An event that is to be appended to the journal.</summary>
/// <param name="ExpectedVersion">The version the stream has before this event; 0 for a new stream.</param>
public sealed record Proposed(StreamId Stream, long ExpectedVersion, StoryEvent Event);

/// <summary>What became of an append. Closed.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    public sealed record Appended(long First, long Last) : AppendResult;

    /// <summary>This command was appended before, at these positions; nothing was written.</summary>
    public sealed record AlreadyDone(long First, long Last) : AppendResult;

    /// <summary>Somebody was faster; nothing was written.</summary>
    public sealed record Conflict(StreamId Stream, long Expected, long Actual) : AppendResult;

    /// <summary>Something happened in the community after what the caller has read; nothing was written.</summary>
    /// <param name="Position">Where the last event of the community stands.</param>
    public sealed record Overtaken(long Position) : AppendResult;
}
