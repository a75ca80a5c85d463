namespace Bot.Core.Replicas;

/// <summary>What only one replica of the service does at a time: each such thing has a lease, and whoever does it holds that.</summary>
public interface ILeases
{
    /// <summary>Waits until no other replica holds it, however long that takes.</summary>
    ValueTask<ILease> Take(LeaseName name, CancellationToken cancellation);
}

/// <summary>A lease that is held until it is disposed of, or lost.</summary>
public interface ILease : IAsyncDisposable
{
    /// <summary>Whether another replica had it when it was asked for.</summary>
    bool WasElsewhere { get; }

    /// <summary>Called off when it can no longer be known that no other holds it.</summary>
    CancellationToken Lost { get; }
}

/// <summary>What a lease is for, the same on every replica.</summary>
public readonly record struct LeaseName(string Value)
{
    public override string ToString() => Value;
}
