namespace Bot.Benchmarks.Speed;

/// <summary>What is alive in memory, in bytes.</summary>
internal static class Memory
{
    public static long Now()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
