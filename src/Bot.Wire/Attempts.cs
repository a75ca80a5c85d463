namespace Bot.Wire;

/// <summary>Tries a request until it is done or it is of no use to go on, and says honestly what became of it over all tries.</summary>
/// <param name="peer">Whom is asked, as sentences name it: "Discord".</param>
public sealed class Attempts(string peer, Backoff backoff, TimeProvider time)
{
    public const int Most = 5;

    /// <param name="attempt">One try. Its token ends when patience does, or the caller gives up.</param>
    /// <param name="patience">How long the caller waits in all, for turns, pauses and answers.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; the request may have been done.</exception>
    public async Task<Outcome<T>> Run<T>(Func<CancellationToken, Task<Attempt<T>>> attempt, TimeSpan patience, CancellationToken caller)
    {
        using var over = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(caller, over.Token);
        var maybeDone = false;
        Failure? paused = null;
        try
        {
            for (var tries = 1; ; tries++)
            {
                var tried = await attempt(both.Token);
                if (tried is Attempt<T>.Done done)
                {
                    return new Outcome<T>.Done(done.Value);
                }

                var (failure, again) = (Attempt<T>.Failed)tried;

                paused = again == Again.Later ? failure : null;
                maybeDone |= failure is Failure.Unknown;
                if (again == Again.No || tries == Most)
                {
                    return Settled<T>(failure, maybeDone);
                }

                if (again == Again.Later)
                {
                    await Task.Delay(backoff.After(tries), time, both.Token);
                }
            }
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return Settled<T>(
                paused
                    ?? new Failure.Unreachable(
                        $"{peer} is asking everybody here to go slower, and the turn did not come in time: try again in a few minutes."
                    ),
                maybeDone
            );
        }
    }

    /// <summary>Where an earlier try may have been done, what the last one says is not all.</summary>
    private static Outcome<T>.NotDone Settled<T>(Failure failure, bool maybeDone) =>
        new(
            maybeDone && failure is (Failure.Unreachable or Failure.Refused { Unread: true })
                ? new Failure.Unknown($"Nobody knows whether it was done. Look before you try again. {failure.Sentence}")
                : failure
        );
}

/// <summary>What came of one try. Closed.</summary>
public abstract record Attempt<T>
{
    private Attempt() { }

    public sealed record Done(T Value) : Attempt<T>;

    public sealed record Failed(Failure Why, Again Again) : Attempt<T>
    {
        /// <summary>What got lost is tried again where that is safe, and where it was never sent.</summary>
        /// <param name="repeatable">Whether doing it twice is as doing it once.</param>
        public Failed(Failure why, bool repeatable)
            : this(why, repeatable || why is Failure.Unreachable ? Again.Later : Again.No) { }
    }
}

/// <summary>Whether a try is followed by another one.</summary>
public enum Again
{
    No,

    /// <summary>As soon as its turn comes.</summary>
    InTurn,

    /// <summary>After a pause.</summary>
    Later,
}
