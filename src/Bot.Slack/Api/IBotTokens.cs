using Bot.Core.Communities;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>With which token the bot speaks in a workspace.</summary>
internal interface IBotTokens
{
    /// <summary>Refused with a sentence where there is none.</summary>
    ValueTask<Outcome<Credential>> Find(CommunityId workspace, CancellationToken cancellation);

    /// <summary>Slack says that a token has expired.</summary>
    /// <returns>The one that takes its place; null where there is none.</returns>
    ValueTask<Credential?> Renewed(CommunityId workspace, Credential expired, CancellationToken cancellation);
}
