namespace Bot.Core.Replicas;

/// <summary>Work that is done by whichever replica holds its lease.</summary>
public static class LeasedWork
{
    /// <summary>Does the work while this replica holds the lease. Where the lease is lost the work is called off, and begun anew once the lease is held again.</summary>
    /// <param name="standBy">Told each time that another replica may have it.</param>
    /// <returns>What the work came to when it ended by itself.</returns>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static async Task<T> DoWhileHeld<T>(
        this ILeases leases,
        LeaseName name,
        Action standBy,
        Func<ILease, CancellationToken, Task<T>> work,
        CancellationToken stopping
    )
    {
        while (true)
        {
            standBy();
            await using var lease = await leases.Take(name, stopping);
            using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
            try
            {
                return await work(lease, held.Token);
            }
            catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested && !stopping.IsCancellationRequested)
            {
                // Another replica may do it now.
            }
        }
    }
}
