using System.Text;
using System.Text.Json.Nodes;
using Bot.Discord.Gateway;
using Bot.Testing.Discord.Gateway;
using Bot.Wire;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The whole Gateway against a stand-in that is strict, minute by minute.</summary>
public sealed class ConversationTests
{
    private static readonly StandInApplication Ordinary = new();

    [Fact]
    public void It_identifies_with_the_few_intents_it_needs_and_beats_as_it_is_told()
    {
        using var bot = SimulatedBot.Connected();

        var identify = bot.Connection.Received.Single(said => (int)said["op"]! == 2)["d"]!;
        identify["token"]!.GetValue<string>().ShouldBe(Ordinary.Token);
        identify["intents"]!.GetValue<int>().ShouldBe(1 + 512 + 4096);
        identify["shard"]!.ToJsonString().ShouldBe("[0,1]");

        bot.Pass(TimeSpan.FromMinutes(10));
        bot.Connection.Received.Count(said => (int)said["op"]! == 1).ShouldBeInRange(14, 15);
        bot.Connection.Received[^1]["d"]!.GetValue<long>().ShouldBe(1);
        bot.Discord.Connections.Count.ShouldBe(1);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void The_first_heartbeat_comes_at_a_moment_of_chance()
    {
        var firsts = Enumerable
            .Range(0, 8)
            .Select(seed =>
            {
                using var bot = new SimulatedBot(seed: seed);
                bot.Start();
                bot.World.PassUntil(
                    () => bot.Discord.Connections is [var only] && only.Received.Any(said => (int)said["op"]! == 1),
                    Ordinary.Heartbeat
                );
                return bot.Time.GetUtcNow() - bot.Connection.Opened;
            })
            .ToList();

        (firsts.Max() - firsts.Min()).ShouldBeGreaterThan(Ordinary.Heartbeat / 4);
    }

    [Fact]
    public void A_heartbeat_that_is_asked_for_is_sent_at_once_with_the_last_number()
    {
        using var bot = SimulatedBot.Connected();
        bot.Ask();
        bot.Pass(1);

        bot.Discord.SayToAll(1, null);
        bot.World.Settle();

        bot.Connection.Received[^1].ToJsonString().ShouldBe("""{"op":1,"d":2}""");
    }

    [Fact]
    public void Asked_for_too_many_it_keeps_some_to_send_and_is_not_cut_off()
    {
        using var bot = SimulatedBot.Connected();
        for (var minute = 0; minute < 2; minute++)
        {
            for (var i = 0; i < 500; i++)
            {
                bot.Discord.SayToAll(1, null);
            }

            bot.Pass(TimeSpan.FromMinutes(1));
        }

        bot.Discord.Violations.ShouldBeEmpty();
        bot.Discord.Connections.Count.ShouldBe(1);
    }

    [Fact]
    public void A_connection_that_does_not_answer_heartbeats_is_left_and_the_session_resumed_at_its_own_address()
    {
        using var bot = SimulatedBot.Connected();
        bot.Discord.IsMute = true;
        bot.Pass(Ordinary.Heartbeat * 2);
        bot.Discord.IsMute = false;
        bot.UntilConnected();

        bot.Discord.Connections[0].Code.ShouldBe(4000);
        bot.Connection.Asked.ShouldBe(new Uri("wss://gateway.stand-in.test/resume?v=10&encoding=json"));
        (bot.Discord.Logins, bot.Discord.Resumes > 0).ShouldBe((1, true));
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Asked_to_connect_again_it_resumes_and_gets_what_it_missed_once()
    {
        using var bot = SimulatedBot.Connected();
        bot.Discord.SayToAll(7, null);
        bot.World.Settle();
        var missed = bot.Ask();
        bot.UntilConnected();
        bot.Pass(1);
        bot.Discord.Repeat(10);
        bot.Pass(1);

        bot.Discord.Connections[0].Code.ShouldBe(4000);
        (bot.Discord.Logins, bot.Discord.Resumes).ShouldBe((1, 1));
        bot.Connection.Received[0]["d"]!["seq"]!.GetValue<long>().ShouldBe(1);
        (missed.Tries, missed.Answer?["type"]!.GetValue<int>()).ShouldBe((1, 4));
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 1, 1)]
    [InlineData(false, 2, 0)]
    public void An_invalid_session_is_resumed_where_that_is_said_and_else_begun_anew(bool resumable, int logins, int resumes)
    {
        using var bot = SimulatedBot.Connected();
        bot.Pass(10);
        bot.Discord.SayToAll(9, resumable);
        if (!resumable)
        {
            bot.Discord.ForgetSessions();
        }

        bot.World.Settle();
        bot.Pass(0.9);
        bot.Discord.Connections.Count(connection => connection.IsOpen).ShouldBe(resumable ? 1 : 0);
        bot.UntilConnected(20);

        (bot.Discord.Logins, bot.Discord.Resumes).ShouldBe((logins, resumes));
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_server_that_vanishes_for_ten_minutes_is_found_again_within_half_a_minute()
    {
        using var bot = SimulatedBot.Connected();
        var before = bot.Ask();
        bot.Pass(60);
        bot.Discord.Vanish();
        bot.Pass(TimeSpan.FromMinutes(10));
        bot.Status.IsConnected.ShouldBeFalse();
        bot.Discord.Return();
        bot.UntilConnected(30 + 6);
        var after = bot.Ask();
        bot.Pass(1);

        bot.Discord.Logins.ShouldBe(2);
        (before.Tries, after.Tries).ShouldBe((1, 1));
        after.Answer.ShouldNotBeNull();
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void One_that_vanishes_for_a_minute_costs_no_login_and_what_was_missed_is_answered_for_where_it_still_can()
    {
        using var bot = SimulatedBot.Connected();
        bot.Pass(60);
        bot.Discord.Vanish();
        bot.Pass(58);
        var missed = bot.Ask();
        bot.Discord.Return();
        bot.UntilConnected();
        bot.Pass(1);

        bot.Discord.Logins.ShouldBe(1);
        missed.Tries.ShouldBe(1);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Where_the_address_of_a_session_is_gone_a_new_one_begins_at_the_first()
    {
        using var bot = SimulatedBot.Connected();
        bot.Pass(60);
        bot.Discord.IsResumeGone = true;
        bot.Discord.CloseAll(null);
        bot.UntilConnected();

        (bot.Discord.Logins, bot.Discord.Resumes, bot.Discord.WrongAddress).ShouldBe((2, 0, 0));
        bot.Connection.Asked.AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public void What_it_does_not_know_is_passed_over_and_what_is_no_message_too()
    {
        using var bot = SimulatedBot.Connected();
        foreach (
            var text in (string[])
                [
                    """{"op":31,"d":{"x":1},"s":null,"t":null}""",
                    """{"op":0,"d":{"id":"1"},"s":2,"t":"SOMETHING_NEW"}""",
                    """{"op":0,"d":null,"s":3,"t":"INTERACTION_CREATE"}""",
                    """{"op":0,"d":{"id":7},"s":4,"t":"MESSAGE_CREATE"}""",
                    """{"op":"0"}""",
                    "[]",
                    "not json",
                    "",
                ]
        )
        {
            bot.Discord.SendToAll(text);
        }

        var asked = bot.People.Type(new JsonObject { ["name"] = "help", ["type"] = 1 }, SimulatedBot.Guild);
        bot.Pass(1);

        asked.Answer.ShouldNotBeNull();
        bot.Discord.Connections.Count.ShouldBe(1);
        bot.Status.IsConnected.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":0}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-5}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1e300}}""")]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":10,"d":null}""")]
    public void A_hello_that_cannot_be_followed_ends_the_connection(string hello)
    {
        var session = Session();
        session.Open(TimeSpan.Zero);

        session.Hear(Message(hello), TimeSpan.Zero).ShouldHaveSingleItem().ShouldBeOfType<Act.Reconnect>();
    }

    [Fact]
    public void Without_a_hello_the_connection_is_given_up_after_twenty_seconds()
    {
        var session = Session();
        session.Open(TimeSpan.FromSeconds(5));

        session.Due.ShouldBe(TimeSpan.FromSeconds(25));
        session.Tick(session.Due).ShouldHaveSingleItem().ShouldBeOfType<Act.Reconnect>();
    }

    [Fact]
    public void A_session_is_not_resumed_at_an_address_that_is_less_safe()
    {
        var session = Session();
        session.Open(TimeSpan.Zero);
        session.Hear(Message("""{"op":10,"d":{"heartbeat_interval":41250}}"""), TimeSpan.Zero);

        var acts = session.Hear(
            Message(
                """{"op":0,"s":1,"t":"READY","d":{"session_id":"x","resume_gateway_url":"ws://elsewhere.test","user":{"id":"1"},"guilds":[]}}"""
            ),
            TimeSpan.Zero
        );

        acts.ShouldHaveSingleItem().ShouldBeOfType<Act.Reconnect>().Address.Host.ShouldBe("gateway.test");
    }

    [Fact]
    public void Nothing_longer_than_4096_bytes_is_sent()
    {
        using var bot = new SimulatedBot(token: new string('x', 5_000));
        bot.Start();
        bot.Pass(30);
        bot.Status.GivenUp!.ShouldContain("`Discord:BotToken` has 5000 characters");
        bot.Discord.Violations.ShouldBeEmpty();

        // A name of a session that has no room: it is begun anew.
        var session = Session();
        session.Open(TimeSpan.Zero);
        session.Hear(Message("""{"op":10,"d":{"heartbeat_interval":41250}}"""), TimeSpan.Zero);
        session.Hear(
            Message(
                $$"""{"op":0,"s":1,"t":"READY","d":{"session_id":"{{new string('s', 4_100)}}","resume_gateway_url":"wss://own.test","user":{"id":"1"},"guilds":[]} }"""
            ),
            TimeSpan.Zero
        );
        session.Hear(new Heard.Closed(null, "lost"), TimeSpan.Zero);
        session.Open(TimeSpan.Zero);
        session
            .Hear(Message("""{"op":10,"d":{"heartbeat_interval":41250}}"""), TimeSpan.Zero)
            .ShouldHaveSingleItem()
            .ShouldBeOfType<Act.AskToIdentify>();
    }

    [Fact]
    public void Stopping_it_says_goodbye_so_that_the_bot_is_shown_as_away()
    {
        using var bot = SimulatedBot.Connected();
        var asked = bot.Ask();
        bot.World.Settle();
        asked.Answer.ShouldBeNull();
        bot.Stop();

        bot.Connection.Code.ShouldBe(1000);
        asked.Answer.ShouldNotBeNull();
    }

    [Fact]
    public void The_token_is_in_nothing_that_is_printed() =>
        new GatewayLogin("secret", new Shard(0, 1)).ToString().ShouldNotContain("secret");

    private static GatewaySession Session() =>
        new(new GatewayLogin("token", new Shard(0, 1)), new Uri("wss://gateway.test"), new Random(1).NextBytes);

    private static Heard.Message Message(string text) => new(Encoding.UTF8.GetBytes(text));
}
