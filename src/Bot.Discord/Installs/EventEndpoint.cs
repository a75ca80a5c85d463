using Bot.Core.Communities;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Installs;

/// <summary>
/// <c>POST /discord/events</c>: a server added the application. Answered when that is written down, so that Discord says it again otherwise; said twice, it is as said once. Of a
/// person who adds the application for themselves nothing is kept. Which server took it out Discord does not tell here: see <see cref="GuildReview"/>.
/// </summary>
internal sealed class EventEndpoint(SignedBody<RequestSignature> signed, ICommunities communities)
{
    public async Task Answer(HttpContext context)
    {
        if (await signed.Read(context, DiscordJson.ReadEvent) is not { Value: var told })
        {
            return;
        }

        if (told is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (told is { Type: not WebhookEvent.Ping, Event: { Type: WebhookEvent.Authorized, Data.Guild.Id: var guild } })
        {
            await communities.Seen(GuildCommunity.Of(guild), CancellationToken.None);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
