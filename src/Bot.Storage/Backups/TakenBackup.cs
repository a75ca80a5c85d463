using Bot.Core.Communities;

namespace Bot.Storage;

/// <summary>A backup that was taken and checked.</summary>
/// <param name="Position">The last position that it holds.</param>
/// <param name="Events">How many events were read again and hold.</param>
/// <param name="Rows">How many rows of each table.</param>
public sealed record TakenBackup(DateTimeOffset At, long Position, long Events, IReadOnlyDictionary<string, long> Rows);

/// <summary>What restoring a backup does, or did.</summary>
public sealed record Restoration
{
    /// <summary>How many events the backup has, all of which hold, and when the last of them was; null where there are none.</summary>
    public required long Events { get; init; }
    public required DateTimeOffset? LastEventAt { get; init; }

    /// <summary>The last position of the present store; 0 where there is nothing in it, or it is lost.</summary>
    public required long PresentPosition { get; init; }

    /// <summary>What was erased since the backup was taken, and is erased in it again.</summary>
    public required int Erasures { get; init; }

    /// <summary>The communities that left, whose data falls due when it is resumed.</summary>
    public required IReadOnlyList<KnownCommunity> Leaving { get; init; }

    /// <summary>When the store was put back; null where it was only looked at.</summary>
    public DateTimeOffset? RestoredAt { get; init; }
}
