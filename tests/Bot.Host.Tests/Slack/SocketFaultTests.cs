using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Slack;
using Bot.Testing.Slack.SocketMode;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Slack;

/// <summary>The real service over Slack's sockets while these are renewed, die, tell things twice or out of order: no command is answered twice, and none is lost.</summary>
public sealed class SocketFaultTests : IAsyncLifetime
{
    private const string Question = "ask is the bridge closed?";

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private LiveSlack slack = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StandInSockets Sockets => slack.StandIn.Sockets;

    public async ValueTask InitializeAsync()
    {
        slack = await LiveSlack.Open(LiveSlack.Socket, TimeProvider.System);
        host = await slack.Start(stories, Cancellation, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something new")]
    public async Task Whatever_is_typed_while_a_connection_is_renewed_is_answered_once(string reason)
    {
        var old = Sockets.Live.Single(each => each.IsGreeted);
        var typed = Enumerable.Range(0, 40).Select(Type).ToList();
        slack.StandIn.Sockets.Live.ToList().ForEach(each => each.Disconnect(reason));
        typed.AddRange(Enumerable.Range(0, 40).Select(Type));
        await Wait.Until(() => Sockets.Live.Any(each => each.IsGreeted && each != old), "there is another connection");
        typed.AddRange(Enumerable.Range(0, 40).Select(Type));

        foreach (var told in typed)
        {
            (await slack.Answer(told)).OnlyFor.ShouldBe(SlackWorld.Person);
        }

        await Wait.Until(() => !old.IsOpen, "the old connection is gone");
        old.Code.ShouldBe(1000);
        typed.ShouldAllBe(told => told.Messages.Count == 1 && told.Deliveries.Count == 1);
        Nothing();
    }

    [Fact]
    public async Task A_connection_that_vanished_is_made_again_and_what_is_said_then_is_answered()
    {
        Sockets.CloseAll(null);
        await Wait.Until(() => Sockets.Live.Any(each => each.IsGreeted), "there is another connection");
        var mention = slack.People.Write("@dateline is the bridge closed?");
        (await slack.Answer(mention)).Thread.ShouldBe(mention.Ts);
        await slack.Answer(Type(0));
        slack.Posts.Count.ShouldBe(1);
        Nothing();
    }

    [Fact]
    public async Task What_two_connections_tell_is_answered_once()
    {
        await Wait.Until(() => Sockets.Live.Count(each => each.IsGreeted) == 2, "there are two connections");
        Sockets.Choose = live => live[0];
        var told = Type(0);
        await slack.Answer(told);
        Sockets.Repeat(told, Sockets.Live[1]);
        var mention = slack.People.Write("@dateline is the bridge closed?");
        await slack.Answer(mention);
        Sockets.Repeat(slack.StandIn.Told[^1], Sockets.Live[1]);
        await Wait.Until(() => Sockets.Live[1].Acknowledged == 2, "both were acknowledged again");

        (told.Messages.Count, slack.Posts.Count).ShouldBe((1, 1));
        Nothing();
    }

    [Fact]
    public async Task An_event_that_comes_again_and_late_ones_are_answered_once_each()
    {
        slack.StandIn.Next(new SlackFault.Slow(TimeSpan.FromSeconds(3.5)) { When = call => call.Method == "chat.postMessage" });
        var first = slack.People.Write("@dateline is the bridge closed?");
        var second = slack.People.Write("@dateline who closed the bridge?");
        await slack.Answer(second);
        await slack.Answer(first);
        await Wait.Until(() => slack.StandIn.Told.All(told => told.Ack is SlackAck.Taken), "both were taken");
        slack.Posts.Count.ShouldBe(2);
        slack.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_socket_mode_is_switched_off_that_is_said_and_the_rest_goes_on()
    {
        Sockets.Disable();
        await Wait.Until(() => host.Log.Entries.Any(entry => entry.Level >= LogLevel.Error), "it is in the log");
        var ready = await host.Client.Get("/readyz", Cancellation);
        ready.Body["slack"]!["state"]!.ToString().ShouldNotBe("connected");
        (await host.Client.Ask("is the bridge closed?", Cancellation)).Text("outcome").ShouldBe("answered");
        Sockets.Connections.Count.ShouldBeLessThan(5);
    }

    private SlackTold Type(int number) => slack.People.Type($"{Question} {number}".Replace(" 0", "", StringComparison.Ordinal));

    private void Nothing()
    {
        slack.StandIn.Violations.ShouldBeEmpty();
        host.Log.Entries.Where(entry => entry.Level >= LogLevel.Error).Select(entry => entry.Text).ShouldBeEmpty();
    }
}
