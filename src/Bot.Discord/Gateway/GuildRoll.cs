using System.Threading.Channels;
using Bot.Core.Communities;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Which guilds the bot is in, told to whoever keeps the communities, in order. An outage is no leaving: only what Discord calls a removal is one, and a guild that was there and is no longer in
/// the list of a new session.
/// </summary>
internal sealed partial class GuildRoll(ICommunities communities, TimeProvider time, Randomness random, ILogger<GuildRoll> logger)
{
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random);
    private readonly Lock gate = new();
    private readonly HashSet<Snowflake> here = [];
    private readonly Channel<(Snowflake Guild, bool Here)> news = System.Threading.Channels.Channel.CreateUnbounded<(Snowflake, bool)>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    /// <summary>A session began: these are all guilds of its shard.</summary>
    public void Begin(Shard shard, IReadOnlyList<GuildEvent> guilds)
    {
        lock (gate)
        {
            var listed = guilds.Select(guild => guild.Id).ToHashSet();
            foreach (var gone in here.Where(guild => shard.Holds(guild) && !listed.Contains(guild)).ToList())
            {
                Leave(gone);
            }

            here.UnionWith(listed);
        }
    }

    /// <summary>A guild is there: joined, or back from an outage, or told of at the beginning.</summary>
    public void Come(GuildEvent guild)
    {
        lock (gate)
        {
            if (guild.Unavailable != true)
            {
                here.Add(guild.Id);
                news.Writer.TryWrite((guild.Id, true));
            }
        }
    }

    /// <summary>A guild is away: in an outage where that is said, else the bot was removed.</summary>
    public void Go(GuildEvent guild)
    {
        lock (gate)
        {
            if (guild.Unavailable is null)
            {
                Leave(guild.Id);
            }
        }
    }

    /// <summary>Tells what comes, until nothing more will.</summary>
    public async Task Tell(CancellationToken cancellation)
    {
        while (await news.Reader.WaitToReadAsync(cancellation))
        {
            while (news.Reader.TryRead(out var one))
            {
                await Tell(one.Guild, one.Here, cancellation);
            }
        }
    }

    /// <summary>Nothing more will come.</summary>
    public void Close() => news.Writer.TryComplete();

    private void Leave(Snowflake guild)
    {
        here.Remove(guild);
        news.Writer.TryWrite((guild, false));
    }

    private async Task Tell(Snowflake guild, bool isHere, CancellationToken cancellation)
    {
        var community = new CommunityId($"discord:{guild}");
        for (var tries = 1; ; tries++)
        {
            try
            {
                await (isHere ? communities.Seen(community, cancellation) : communities.Left(community, cancellation));
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.NotKept(logger, community, fault);
                await Task.Delay(backoff.After(tries), time, cancellation);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "That {Community} was joined or left could not be written down; it is tried again.")]
        public static partial void NotKept(ILogger logger, CommunityId community, Exception fault);
    }
}
