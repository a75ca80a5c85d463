using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing.Discord.Gateway;
using Bot.Testing.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The stand-in is as strict as the documentation: what a client must not do ends its connection with the documented code.</summary>
public sealed class StandInTests
{
    private const string Identify =
        """{"op":2,"d":{"token":"TOKEN","intents":1,"properties":{"os":"linux","browser":"x","device":"x"},"shard":[0,1]}}""";
    private static readonly StandInApplication Application = new();

    private readonly FakeTimeProvider time = new();
    private readonly StandInGateway gateway;

    public StandInTests() => gateway = new StandInGateway(Application, time);

    [Theory]
    [InlineData("hello", 4002)]
    [InlineData("""{"op":"1","d":null}""", 4002)]
    [InlineData("""{"op":1}""", 4002)]
    [InlineData("""{"op":5,"d":null}""", 4001)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":8,"d":{}}""", 4003)]
    [InlineData("""{"op":2,"d":{"token":"another"}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"Bot TOKEN"}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"shard":[1,1]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"shard":[0,2]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","shard":[0,1]}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":-1,"shard":[0,1]}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":33281,"shard":[0,1]}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"shard":[0,1]}}""", 4002)]
    [InlineData("""{"op":6,"d":{"token":"another","session_id":"x","seq":1}}""", 4004)]
    public void Whoever_has_not_identified_may_do_nothing_else_and_that_rightly(string text, int code)
    {
        var peer = Open();
        peer.Say(text);

        peer.Closed.ShouldBe(code);
        gateway.Violations.ShouldHaveSingleItem().ShouldStartWith($"{code}");
    }

    [Theory]
    [InlineData("IDENTIFY", 4005)]
    [InlineData("""{"op":6,"d":{"token":"TOKEN","session_id":"x","seq":1}}""", 4005)]
    [InlineData("""{"op":1,"d":7}""", 4007)]
    [InlineData("LONG", 4002)]
    public void Whoever_has_may_not_do_it_again_nor_more_than_there_is(string text, int code)
    {
        var peer = Open();
        peer.Say(Identify);
        peer.Closed.ShouldBeNull();
        peer.Say(
            text.Replace("IDENTIFY", Identify, StringComparison.Ordinal)
                .Replace("LONG", $$"""{"op":1,"d":null,"x":"{{new string('x', 4_096)}}"}""", StringComparison.Ordinal)
        );

        peer.Closed.ShouldBe(code);
    }

    [Fact]
    public void More_than_120_messages_a_minute_and_no_heartbeat_for_long_end_it_too()
    {
        var eager = Open();
        for (var i = 0; i < 120; i++)
        {
            eager.Say("""{"op":1,"d":null}""");
        }

        eager.Closed.ShouldBeNull();
        eager.Say("""{"op":1,"d":null}""");
        eager.Closed.ShouldBe(4008);

        var lazy = Open();
        time.Advance(Application.Heartbeat * 1.4);
        lazy.Say("""{"op":1,"d":null}""");
        time.Advance(Application.Heartbeat * 1.4);
        lazy.Closed.ShouldBeNull();
        time.Advance(Application.Heartbeat * 0.2);
        lazy.Closed.ShouldBe(4009);
    }

    [Theory]
    [InlineData("?encoding=json")]
    [InlineData("?v=9&encoding=json")]
    [InlineData("?v=10&encoding=etf")]
    public void Another_version_or_encoding_is_not_spoken(string query) => Open(query: query).Closed.ShouldBe(4012);

    [Theory]
    [InlineData("resume", "stand-in-1", 1, 1)]
    [InlineData("resume", "stand-in-1", 4, 4007)]
    [InlineData("resume", "stand-in-2", 1, 9)]
    [InlineData("", "stand-in-1", 1, 9)]
    public void A_session_is_resumed_by_its_name_at_its_address_after_what_there_was(string path, string session, int after, int outcome)
    {
        var first = Open();
        first.Say(Identify);
        gateway.Tell("SOMETHING", new JsonObject());
        first.Connection.Lost(null);
        gateway.Tell("MISSED", new JsonObject());

        var second = Open(path);
        second.Say(Resume(session, after));

        switch (outcome)
        {
            case 4007:
                second.Closed.ShouldBe(4007);
                break;
            case 9:
                second.Heard[^1].ShouldContain("\"op\":9,\"d\":false");
                break;
            default:
                second.Heard.Skip(1).Select(text => (string)JsonNode.Parse(text)!["t"]!).ShouldBe(["SOMETHING", "MISSED", "RESUMED"]);
                second.Heard.Skip(1).Select(text => (int)JsonNode.Parse(text)!["s"]!).ShouldBe([2, 3, 4]);
                break;
        }
    }

    [Fact]
    public void A_session_is_over_when_the_client_says_goodbye_or_stays_away_for_long()
    {
        foreach (
            var (code, away) in ((int?, TimeSpan)[])[(1000, TimeSpan.Zero), (1001, TimeSpan.Zero), (4000, Application.SessionLife * 1.1)]
        )
        {
            time.Advance(TimeSpan.FromSeconds(10));
            var peer = Open();
            peer.Say(Identify);
            peer.Connection.Lost(code);
            time.Advance(away);
            var again = Open("resume");
            again.Say(Resume($"stand-in-{gateway.Logins}", 1));

            again.Heard[^1].ShouldContain("\"op\":9,\"d\":false", customMessage: $"{code}");
        }
    }

    private Peer Open(string path = "", string query = "?v=10&encoding=json")
    {
        var peer = new Peer();
        peer.Connection = gateway.Open(new Uri(Application.Gateway, path + query), peer)!;
        return peer;
    }

    private static string Resume(string session, int after) =>
        """{"op":6,"d":{"token":"TOKEN","session_id":"SESSION","seq":AFTER}}"""
            .Replace("SESSION", session, StringComparison.Ordinal)
            .Replace("AFTER", $"{after}", StringComparison.Ordinal);

    private sealed class Peer : IStandInPeer
    {
        public StandInConnection Connection { get; set; } = null!;
        public List<string> Heard { get; } = [];
        public int? Closed { get; private set; }

        public void Say(string text) =>
            Connection.Hear(Encoding.UTF8.GetBytes(text.Replace("TOKEN", Application.Token, StringComparison.Ordinal)));

        public void Send(string text) => Heard.Add(text);

        public void Close(int? code, string reason) => Closed = code;
    }
}
