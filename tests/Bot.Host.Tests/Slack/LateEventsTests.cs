using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Slack;

/// <summary>What Slack tells again because it was not taken at first, on a clock of Slack's own that a test can move.</summary>
public sealed class LateEventsTests : IAsyncDisposable
{
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private LiveSlack slack = null!;

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task A_mention_of_an_outage_is_answered_when_slack_tells_it_again()
    {
        slack = await LiveSlack.Open(LiveSlack.Socket, time);
        await slack.Start(stories, TestContext.Current.CancellationToken);
        slack.StandIn.Sockets.IsAway = true;
        slack.StandIn.Sockets.CloseAll(null);
        var mention = slack.People.Write("@dateline is the bridge closed?");
        await Wait.Until(() => slack.StandIn.Told[^1].Deliveries.Count == 2, "it was told twice, to nobody");

        slack.StandIn.Sockets.IsAway = false;
        await Wait.Until(() => slack.StandIn.Sockets.Live.Any(each => each.IsGreeted), "there is a connection again");
        time.Advance(TimeSpan.FromMinutes(1));
        (await slack.Answer(mention)).Thread.ShouldBe(mention.Ts);
        (await slack.StandIn.Told[^1].Finished).ShouldBeOfType<SlackAck.Taken>();
        slack.StandIn.Violations.ShouldBeEmpty();
    }
}
