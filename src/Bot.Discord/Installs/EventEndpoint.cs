using Bot.Core.Communities;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Installs;

/// <summary>
/// <c>POST /discord/events</c>: a server added the application, or took it out. Answered when that is written down, so that Discord says it again otherwise; said twice, it is
/// as said once. Of a person who adds the application for themselves nothing is kept.
/// </summary>
internal sealed class EventEndpoint(SignedBody signed, ICommunities communities)
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

        if (told is { Type: not WebhookEvent.Ping, Event: { Data.Guild.Id: var guild } happened })
        {
            await Note(happened.Type, GuildCommunity.Of(guild));
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private ValueTask Note(string? what, CommunityId community) =>
        what switch
        {
            WebhookEvent.Authorized => communities.Seen(community, CancellationToken.None),
            WebhookEvent.Deauthorized => communities.Left(community, CancellationToken.None),
            _ => ValueTask.CompletedTask,
        };
}
