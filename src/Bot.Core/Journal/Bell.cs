namespace Bot.Core.Journal;

/// <summary>Wakes all who wait for something to be appended.</summary>
public sealed class Bell
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next ring. Take it first, then look whether there is anything, then wait for it.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                return next.Task;
            }
        }
    }

    public void Ring()
    {
        TaskCompletionSource rung;
        lock (gate)
        {
            (rung, next) = (next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        rung.SetResult();
    }
}
