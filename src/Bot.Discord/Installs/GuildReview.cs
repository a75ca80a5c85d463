using Bot.Core.Communities;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Installs;

/// <summary>
/// Which guilds have the application, asked of Discord where no Gateway tells, and told to whoever keeps the communities. One that cannot be asked about has not left.
/// </summary>
/// <remarks>A guild that added the commands without the bot is not among the bot's, so that one that is known and not among them is asked about by itself.</remarks>
internal sealed class GuildReview(DiscordApi discord, ICommunities communities)
{
    /// <returns>Why not all could be looked at; null where they could.</returns>
    public async Task<Failure?> Look(CancellationToken cancellation)
    {
        var listed = await Listed(cancellation);
        return listed is Outcome<HashSet<CommunityId>>.Done { Value: var guilds }
            ? await Compare(guilds, cancellation)
            : ((Outcome<HashSet<CommunityId>>.NotDone)listed).Why;
    }

    private async Task<Failure?> Compare(HashSet<CommunityId> listed, CancellationToken cancellation)
    {
        var known = await communities.All(cancellation);
        foreach (var guild in listed.Except(known.Where(each => each.Left is null).Select(each => each.Id)))
        {
            await communities.Seen(guild, cancellation);
        }

        Failure? failure = null;
        foreach (var community in known.Select(each => each.Id).Where(each => !listed.Contains(each)))
        {
            if (GuildCommunity.Guild(community) is not { } guild)
            {
                continue;
            }

            switch (await discord.Has(guild, cancellation))
            {
                case Outcome<bool>.Done { Value: true }:
                    await communities.Seen(community, cancellation);
                    break;
                case Outcome<bool>.Done:
                    await communities.Left(community, cancellation);
                    break;
                case Outcome<bool>.NotDone failed:
                    failure = failed.Why;
                    break;
            }
        }

        return failure;
    }

    private async Task<Outcome<HashSet<CommunityId>>> Listed(CancellationToken cancellation)
    {
        var listed = new HashSet<CommunityId>();
        var last = default(Snowflake);
        while (true)
        {
            var told = await discord.Guilds(last, cancellation);
            if (told is not Outcome<IReadOnlyList<OwnGuild>>.Done { Value: var page })
            {
                return told.Failed<HashSet<CommunityId>>();
            }

            listed.UnionWith(page.Select(guild => GuildCommunity.Of(guild.Id)));
            if (page.Count < DiscordApi.MostGuilds)
            {
                return new Outcome<HashSet<CommunityId>>.Done(listed);
            }

            last = page[^1].Id;
        }
    }
}
