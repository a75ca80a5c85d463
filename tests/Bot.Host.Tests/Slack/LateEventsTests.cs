using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Postgres;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Bot.Host.Tests.Slack;

/// <summary>What Slack tells again because it was not taken at first, on a clock of Slack's own that a test can move.</summary>
public sealed class LateEventsTests : IAsyncDisposable
{
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private readonly PrivatePostgres server = new();
    private LiveSlack slack = null!;
    private Proxy? proxy;

    public async ValueTask DisposeAsync()
    {
        if (slack is not null)
        {
            await slack.DisposeAsync();
        }

        await (proxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        await server.DisposeAsync();
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

    [Fact]
    public async Task A_mention_is_not_taken_while_the_database_stands_still_and_answered_once_when_it_goes_on()
    {
        Assert.SkipUnless(PrivatePostgres.IsThere, "No PostgreSQL here: `./test --install` brings it.");
        var database = new NpgsqlConnectionStringBuilder(await server.NewDatabase(TestContext.Current.CancellationToken));
        proxy = new Proxy(database.Port);
        database.Port = proxy.Port;
        slack = await LiveSlack.Open(LiveSlack.Http, time);
        await slack.Start(
            stories,
            TestContext.Current.CancellationToken,
            settings: [("Store:Provider", "postgres"), ("Store:ConnectionString", database.ConnectionString)]
        );
        proxy.IsStill = true;

        var mention = slack.People.Write("@dateline is the bridge closed?");
        await Wait.Until(() => slack.StandIn.Told[^1].Deliveries.Count == 2, "it was not taken, and is told again");
        proxy.IsStill = false;

        await slack.Answer(mention);
        var told = slack.StandIn.Told[^1];
        await Task.WhenAny(told.Finished, Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System, TestContext.Current.CancellationToken));
        time.Advance(TimeSpan.FromMinutes(1));
        (await told.Finished.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).ShouldBeOfType<SlackAck.Taken>();
        slack.Posts.ShouldHaveSingleItem().Thread.ShouldBe(mention.Ts);
        slack.StandIn.Violations.ShouldBeEmpty();
    }
}
