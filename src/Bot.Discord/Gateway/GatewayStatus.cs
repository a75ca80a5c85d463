using System.Collections.Concurrent;

namespace Bot.Discord.Gateway;

/// <summary>How it stands with the Gateway, for whoever asks whether the service is well.</summary>
public sealed class GatewayStatus
{
    private readonly ConcurrentDictionary<int, bool> shards = new();
    private volatile bool elsewhere;
    private volatile string? givenUp;

    /// <summary>What is wrong and what to change; null while connections are made again.</summary>
    public string? GivenUp => givenUp;

    /// <summary>Whether events come by every shard.</summary>
    public bool IsConnected => GivenUp is null && !shards.IsEmpty && shards.Values.All(ready => ready);

    /// <summary>Whether another replica is connected, and this one waits for it to leave.</summary>
    public bool StandsBy => elsewhere;

    internal void StandBy()
    {
        elsewhere = true;
        shards.Clear();
    }

    internal void Connect() => elsewhere = false;

    internal void Set(Shard shard, bool ready) => shards[shard.Index] = ready;

    internal void GiveUp(string sentence) => givenUp = sentence;
}
