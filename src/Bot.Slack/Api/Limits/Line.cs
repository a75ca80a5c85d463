namespace Bot.Slack.Api.Limits;

/// <summary>Those who want to post in one channel: the first of them waits for the time and for the answer, the others for the first.</summary>
internal sealed class Line
{
    private readonly SemaphoreSlim first = new(1);
    private int standing;

    /// <summary>When the next one may post. Only used under the lock of <see cref="RateLimits"/>.</summary>
    public TimeSpan Next { get; set; }

    public bool IsEmpty => Volatile.Read(ref standing) == 0;

    /// <summary>Somebody comes. To be followed by <see cref="Stand"/>.</summary>
    public void Come() => Interlocked.Increment(ref standing);

    /// <summary>Waits to be the first.</summary>
    /// <returns>Disposed when the turn has come, or is not wanted any more.</returns>
    public async Task<IDisposable> Stand(CancellationToken cancellation)
    {
        try
        {
            await first.WaitAsync(cancellation);
            return new Place(this);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref standing);
            throw;
        }
    }

    private sealed class Place(Line line) : IDisposable
    {
        public void Dispose()
        {
            line.first.Release();
            Interlocked.Decrement(ref line.standing);
        }
    }
}
