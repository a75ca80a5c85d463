using System.Threading.Channels;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Gateway;

/// <summary>
/// Which guilds the bot is in, told to whoever keeps the communities, in order. An outage is no leaving: only what Discord calls a removal is one, and a guild that is known
/// and not in the list of a new session, in which those in an outage stand too.
/// </summary>
/// <remarks>
/// A guild that added the commands without the bot is in no list. Over the Gateway it never becomes known, so that nothing known is taken for left by mistake; only one that the events
/// over HTTP told of, before the service went over to the Gateway, is. Of such a guild nobody would tell any more when it leaves, and what is kept must have an end.
/// </remarks>
internal sealed class GuildRoll(ICommunities communities, TimeProvider time, Randomness random, NoteFault note)
{
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random);
    private readonly Channel<News> coming = System.Threading.Channels.Channel.CreateUnbounded<News>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    /// <summary>A session began: these are all guilds of its shard. What was left while nobody listened is missing in it.</summary>
    public void Begin(Shard shard, IReadOnlyList<GuildEvent> guilds) =>
        coming.Writer.TryWrite(new News.Listed(shard, guilds.Select(guild => guild.Id).ToHashSet()));

    /// <summary>A guild is there: joined, or back from an outage, or told of at the beginning.</summary>
    public void Come(GuildEvent guild)
    {
        if (guild.Unavailable != true)
        {
            coming.Writer.TryWrite(new News.Here(guild.Id));
        }
    }

    /// <summary>A guild is away: in an outage where that is said, else the bot was removed.</summary>
    public void Go(GuildEvent guild)
    {
        if (guild.Unavailable is null)
        {
            coming.Writer.TryWrite(new News.Gone(guild.Id));
        }
    }

    /// <summary>Tells what comes, until nothing more will.</summary>
    public async Task Tell(CancellationToken cancellation)
    {
        while (await coming.Reader.WaitToReadAsync(cancellation))
        {
            while (coming.Reader.TryRead(out var news))
            {
                await Tell(news, cancellation);
            }
        }
    }

    /// <summary>Nothing more will come.</summary>
    public void Close() => coming.Writer.TryComplete();

    private async Task Tell(News news, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await Write(news, cancellation);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                note(fault, "writing down which servers the bot joined or left, which is tried again");
                await Task.Delay(backoff.After(tries), time, cancellation);
            }
        }
    }

    private async Task Write(News news, CancellationToken cancellation)
    {
        switch (news)
        {
            case News.Here(var guild):
                await communities.Seen(GuildCommunity.Of(guild), cancellation);
                break;
            case News.Gone(var guild):
                await communities.Left(GuildCommunity.Of(guild), cancellation);
                break;
            case News.Listed(var shard, var guilds):
                foreach (var known in await communities.All(cancellation))
                {
                    if (known.Left is null && GuildCommunity.Guild(known.Id) is { } guild && shard.Holds(guild) && !guilds.Contains(guild))
                    {
                        await communities.Left(known.Id, cancellation);
                    }
                }

                break;
        }
    }

    private abstract record News
    {
        private News() { }

        public sealed record Here(Snowflake Guild) : News;

        public sealed record Gone(Snowflake Guild) : News;

        public sealed record Listed(Shard Shard, IReadOnlySet<Snowflake> Guilds) : News;
    }
}
