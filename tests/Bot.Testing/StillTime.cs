using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing;

/// <summary>
/// A clock that tells what a test sets it to, while whoever waits for a moment waits for as long on the machine's own: a store that waits for another reader is not
/// held up for ever because nobody lets the clock go on.
/// </summary>
public sealed class StillTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime, period);
}
