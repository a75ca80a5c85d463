using Bot.Core.Communities;
using Bot.Slack.Api;
using Bot.Wire;

namespace Bot.Slack.Installs;

/// <summary>The one token of a service that is for one workspace: it stands in the settings.</summary>
internal sealed class SettingsToken(Credential bot) : IBotTokens
{
    public ValueTask<Outcome<Credential>> Find(CommunityId workspace, CancellationToken cancellation) =>
        ValueTask.FromResult<Outcome<Credential>>(new Outcome<Credential>.Done(bot));

    public ValueTask<Credential?> Renewed(CommunityId workspace, Credential expired, CancellationToken cancellation) =>
        ValueTask.FromResult<Credential?>(null);
}
