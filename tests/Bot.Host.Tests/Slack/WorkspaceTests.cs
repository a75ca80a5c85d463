using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Slack;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Slack;

/// <summary>Tests of one workspace that follows the story of the bridge: the real service on a fake clock, and Slack as it meets it over HTTP.</summary>
public abstract class WorkspaceTests : IAsyncLifetime
{
    internal static readonly CommunityId Community = new($"slack:{SlackWorld.Team}");

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    internal TemporaryStories Stories { get; } = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));

    internal SlackSide Slack { get; private set; } = null!;

    internal RunningHost Host { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Slack = await SlackSide.Open(Time);
        Host = await Slack.Start(Stories, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Slack.DisposeAsync();
        Stories.Dispose();
    }
}
