using Bot.Core.Communities;
using Bot.Slack.Api;
using Bot.Slack.Home;
using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>What happened in a workspace, each to what does something about it.</summary>
/// <param name="mentions">Null where the service has no token, so that it cannot post.</param>
/// <param name="home">Null where the service has no token.</param>
internal sealed class WorkspaceEvents(ICommunities communities, DropTokens drop, MentionAnswers? mentions = null, HomePage? home = null)
{
    public async Task Take(EventCallback told, CancellationToken cancellation)
    {
        var community = SlackCommunity.Of(told.ContextTeamId ?? told.TeamId);
        var bot = told.Authorizations?.Find(each => each.IsBot)?.UserId;
        switch (told.Event)
        {
            case { Type: HappenedEvent.Mention or HappenedEvent.Message } message
                when MentionAnswers.IsForUs(message, bot) && mentions is not null:
                await mentions.Answer(message, community, cancellation);
                break;
            case { Type: HappenedEvent.HomeOpened, Tab: "home", User: { } user } when home is not null:
                await home.Show(community, new UserId(user), cancellation);
                break;

            // Which of the two comes first is not sure, nor that neither comes after it was installed anew.
            case { Type: HappenedEvent.Uninstalled } when await Drop(community, told):
                await communities.Left(community, CancellationToken.None);
                break;
            case { Type: HappenedEvent.TokensRevoked, Tokens.Bot.Count: > 0 }:
                await Drop(community, told);
                break;
        }
    }

    private ValueTask<bool> Drop(CommunityId community, EventCallback told) =>
        drop(community, DateTimeOffset.FromUnixTimeSeconds(told.EventTime), CancellationToken.None);
}
