using Bot.Benchmarks.Crash;

namespace Bot.Benchmarks.Replicas;

/// <summary>Replicas on one database, each a process, that take questions and changes.</summary>
internal sealed class RunningReplicas : IAsyncDisposable
{
    private readonly List<Child> children;

    private RunningReplicas(List<Child> children, Ledger ledger) => (this.children, Ledger) = (children, ledger);

    public Ledger Ledger { get; }
    public IReadOnlyList<Child> All => children;

    /// <summary>What all of them took of the processors until now.</summary>
    public TimeSpan Processor => children.Aggregate(TimeSpan.Zero, (sum, child) => sum + child.Processor);

    public static async Task<RunningReplicas> Start(
        int count,
        DirectoryInfo folder,
        IReadOnlyList<string> settings,
        CancellationToken cancellation
    )
    {
        var ledger = new Ledger();
        var children = Enumerable.Range(0, count).Select(_ => Child.Start(folder, settings, ledger)).ToList();
        foreach (var child in children)
        {
            await child.Ready(cancellation);
        }

        return new RunningReplicas(children, ledger);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in children)
        {
            await child.Kill();
            child.Dispose();
        }
    }
}
