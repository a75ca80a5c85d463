using System.Collections.Concurrent;

namespace Bot.Discord.Gateway;

/// <summary>How it stands with the Gateway, for whoever asks whether the service is well.</summary>
public sealed class GatewayStatus
{
    private readonly ConcurrentDictionary<int, Standing> shards = new();
    private volatile string? givenUp;

    private enum Standing
    {
        Elsewhere,
        Connecting,
        Ready,
    }

    /// <summary>What is wrong and what to change; null while connections are made again.</summary>
    public string? GivenUp => givenUp;

    /// <summary>Whether events come by every shard that is this replica's.</summary>
    public bool IsConnected => GivenUp is null && !StandsBy && !shards.IsEmpty && shards.Values.All(shard => shard != Standing.Connecting);

    /// <summary>Whether other replicas have all shards, and this one waits for what they leave.</summary>
    public bool StandsBy => !shards.IsEmpty && shards.Values.All(shard => shard == Standing.Elsewhere);

    internal void Set(Shard shard, bool ready) => shards[shard.Index] = ready ? Standing.Ready : Standing.Connecting;

    internal void StandBy(Shard shard) => shards[shard.Index] = Standing.Elsewhere;

    internal void GiveUp(string sentence) => givenUp = sentence;
}
