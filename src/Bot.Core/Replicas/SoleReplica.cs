namespace Bot.Core.Replicas;

/// <summary>The leases of a service that has no other replica: whoever asks has them.</summary>
public sealed class SoleReplica : ILeases
{
    public static readonly SoleReplica Instance = new();

    private SoleReplica() { }

    public ValueTask<ILease> Take(LeaseName name, CancellationToken cancellation) => ValueTask.FromResult<ILease>(Held.Always);

    private sealed class Held : ILease
    {
        public static readonly Held Always = new();

        public bool WasElsewhere => false;

        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
