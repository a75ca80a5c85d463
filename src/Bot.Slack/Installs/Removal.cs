using Bot.Core.Communities;
using Bot.Slack.Api;

namespace Bot.Slack.Installs;

/// <summary>A workspace removes the app: its token goes at once, and what Slack did not take back before does not work here any more either.</summary>
internal sealed class Removal(IInstallations installations)
{
    /// <summary>Slack's clock is not ours, and it tells whole seconds.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(10);

    /// <inheritdoc cref="DropTokens"/>
    public ValueTask<bool> Drop(CommunityId workspace, DateTimeOffset at, CancellationToken cancellation) =>
        installations.Remove(workspace, at + ClocksDiffer, cancellation);
}
