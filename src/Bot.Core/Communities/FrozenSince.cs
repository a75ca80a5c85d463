namespace Bot.Core.Communities;

/// <summary>
/// When the store was put back to a backup, while what falls due by the clock waits: the backup may not know that a community came back, or that something was sent. Null
/// where nothing has to wait, because it was not put back, or whoever runs the service has said since that it may go on.
/// </summary>
public delegate ValueTask<DateTimeOffset?> FrozenSince(CancellationToken cancellation);
