namespace Bot.Benchmarks.Digests;

/// <summary>Looks at what is alive in memory every few seconds.</summary>
internal static class MemoryWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <returns>The most that was ever alive, in bytes, when it is called off.</returns>
    public static async Task<long> Over(CancellationToken over)
    {
        var most = 0L;
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Every, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        return most;
    }
}
