using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Slack.Api;
using Bot.Wire;

namespace Bot.Slack.Asking;

/// <summary>People by their names in plain words: that a mention calls nobody where one person alone reads it, Slack says nowhere.</summary>
/// <param name="api">Null where the service has no token, so that they have their ids.</param>
internal sealed class PeopleNames(ISlackApi? api = null)
{
    public async Task<Line> InWords(Named named, CommunityId community, CancellationToken cancellation) =>
        new($"{named.Words} {string.Join(", ", await Task.WhenAll(named.People.Select(user => Name(user, community, cancellation))))}");

    private async Task<string> Name(UserId user, CommunityId community, CancellationToken cancellation) =>
        api is not null && await api.Member(community, user, cancellation) is Outcome<Member>.Done { Value.Name: { } name }
            ? name
            : user.Value;
}
