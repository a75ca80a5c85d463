using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing.Slack.Telling;
using Bot.Testing.Sockets;
using Bot.Wire;

namespace Bot.Slack.Tests.StandIn;

/// <summary>The stand-in's connections, on a fake clock.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private RawSlack raw = null!;
    private ScriptedSockets sockets = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        raw = await RawSlack.Open();
        raw.Slack.App.IsSocketMode = true;
        sockets = new ScriptedSockets(raw.Slack.Sockets);
    }

    public ValueTask DisposeAsync() => raw.DisposeAsync();

    [Fact]
    public async Task A_ticket_is_for_one_connection_and_for_half_a_minute()
    {
        var url = await Ticket();
        (await Next(await sockets.Connect(url, Cancellation)))["type"]!.ToString().ShouldBe("hello");
        (await (await sockets.Connect(url, Cancellation)).Receive(Cancellation)).ShouldBeOfType<Heard.Closed>();
        var late = await Ticket();
        raw.Time.Advance(TimeSpan.FromSeconds(31));
        (await (await sockets.Connect(late, Cancellation)).Receive(Cancellation)).ShouldBeOfType<Heard.Closed>();
        raw.Slack.Violations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_eleventh_connection_is_refused()
    {
        var ten = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Open()));
        var eleventh = await Connect();

        (await Next(eleventh))["reason"]!.ToString().ShouldBe("too_many_websockets");
        (await eleventh.Receive(Cancellation)).ShouldBeOfType<Heard.Closed>();
        (ten.Length, raw.Slack.Sockets.Live.Count).ShouldBe((10, 10));
    }

    [Fact]
    public async Task An_event_that_is_not_acknowledged_comes_again_and_an_acknowledgement_counts_where_the_envelope_came()
    {
        var (one, other) = (await Open(), await Open());
        raw.Slack.Sockets.Choose = live => live[0];
        raw.Slack.People.Write("@dateline who responded");
        var first = await Next(one);
        await Say(other, first);
        raw.Slack.Violations.ShouldHaveSingleItem().ShouldContain("another connection");

        raw.Time.Advance(TimeSpan.FromSeconds(3));
        var again = await Next(one);
        ((int)again["retry_attempt"]!, (string?)again["retry_reason"]).ShouldBe((1, "timeout"));
        again["payload"]!["event_id"]!.ToString().ShouldBe(first["payload"]!["event_id"]!.ToString());
        await Say(one, again);
        (await raw.Slack.Told[0].Finished).ShouldBeOfType<SlackAck.Taken>();
        await Say(one, again);
        raw.Slack.Violations[^1].ShouldContain("twice");
    }

    [Fact]
    public async Task A_command_is_told_once_and_nothing_is_told_where_nobody_is()
    {
        (await raw.Slack.People.Type("who responded").Finished).ShouldBe(
            new SlackAck.Failed("connection_failed", "there is no connection")
        );
        var one = await Open();
        var typed = raw.Slack.People.Type("who responded");
        await Next(one);
        raw.Time.Advance(TimeSpan.FromSeconds(3));
        (await typed.Finished).ShouldBe(new SlackAck.Failed("timeout"));
        typed.Deliveries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_is_warned_before_its_end_and_closed_at_it()
    {
        raw.Slack.Sockets.Life = TimeSpan.FromMinutes(6);
        var one = await Open();
        raw.Time.Advance(TimeSpan.FromMinutes(6) - TimeSpan.FromSeconds(10));
        (await Next(one))["reason"]!.ToString().ShouldBe("warning");
        raw.Slack.Sockets.Live.Count.ShouldBe(1);
        raw.Time.Advance(TimeSpan.FromSeconds(10));
        (await one.Receive(Cancellation)).ShouldBe(new Heard.Closed(1000, "renewed"));
    }

    [Fact]
    public async Task A_dead_connection_says_nothing_and_hears_nothing()
    {
        var one = await Open();
        raw.Slack.Sockets.Live[0].IsDead = true;
        var typed = raw.Slack.People.Type("who responded");
        await one.Send(Encoding.UTF8.GetBytes("no JSON"), Cancellation);
        raw.Time.Advance(TimeSpan.FromSeconds(3));
        (await typed.Finished).ShouldBe(new SlackAck.Failed("timeout"));
        raw.Slack.Violations.ShouldBeEmpty();
    }

    private static async Task<JsonObject> Next(ITextSocket socket) =>
        JsonNode.Parse((await socket.Receive(Cancellation)).ShouldBeOfType<Heard.Message>().Text.Span)!.AsObject();

    private static async Task Say(ITextSocket socket, JsonObject envelope) =>
        await socket.Send(
            Encoding.UTF8.GetBytes(new JsonObject { ["envelope_id"] = (string)envelope["envelope_id"]! }.ToJsonString()),
            Cancellation
        );

    private async Task<Uri> Ticket() => new((string)(await raw.Call("apps.connections.open", raw.Slack.App.AppToken))["url"]!);

    private async Task<ITextSocket> Connect() => await sockets.Connect(await Ticket(), Cancellation);

    private async Task<ITextSocket> Open()
    {
        var socket = await Connect();
        (await Next(socket))["type"]!.ToString().ShouldBe("hello");
        return socket;
    }
}
