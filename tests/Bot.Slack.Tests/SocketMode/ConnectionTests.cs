using Bot.Wire;
using static Bot.Slack.Tests.SocketMode.ScriptedSession;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>Connections that come, go and are replaced.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public void The_second_connection_begins_ten_seconds_after_the_first_so_that_both_are_not_replaced_at_once()
    {
        var slack = new ScriptedSession();
        slack.Start();
        slack.Done.ShouldBe(["open 1"]);
        slack.IsLive.ShouldBeFalse();
        slack.Live(1);
        slack.IsLive.ShouldBeTrue();
        slack.Pass(9.9);
        slack.Done.ShouldBe(["open 1"]);
        slack.Pass(0.1);
        slack.Done.ShouldBe(["open 1", "open 2"]);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_new")]
    public void One_that_is_to_be_replaced_goes_on_until_the_next_one_is_there(string reason)
    {
        var slack = Connected();
        slack.Say(1, Farewell(reason));
        slack.Done.ShouldBe(["open 3"]);

        slack.Say(1, Command("e1"));
        slack.Answer(1, """{"text":"a"}""");
        slack.Live(3);
        slack.Pass(9.9);
        slack.Done.ShouldBe(["open 3", "deliver 1", """ack 1 e1 {"text":"a"}"""]);
        slack.Pass(0.2);
        slack.Done[^1].ShouldBe("close 1");
        slack.Pass(600);
        slack.Done.Count.ShouldBe(4);
    }

    [Fact]
    public void A_warning_and_the_request_after_it_make_one_replacement_and_slack_may_close_first()
    {
        var slack = Connected();
        slack.Say(2, Farewell("warning"));
        slack.Live(3);
        slack.Pass(8);
        slack.Say(2, Farewell("refresh_requested"));
        slack.Lose(2);
        slack.Pass(600);

        slack.Done.ShouldBe(["open 3"]);
        slack.IsLive.ShouldBeTrue();
    }

    [Fact]
    public void Both_at_once_are_replaced_both_and_nothing_is_closed_before()
    {
        var slack = Connected();
        slack.Say(1, Farewell("warning"));
        slack.Say(2, Farewell("warning"));
        slack.Done.ShouldBe(["open 3", "open 4"]);
        slack.Pass(20);
        slack.Done.ShouldBe(["open 3", "open 4"]);
        slack.Say(1, Event("e1", "Ev1"));
        slack.Answer(1);
        slack.Done[^1].ShouldBe("ack 1 e1");

        slack.Live(3);
        slack.Pass(2);
        slack.Done.Skip(4).ShouldBe(["close 1", "close 2"], ignoreOrder: true);
    }

    [Fact]
    public void What_is_not_acknowledged_yet_keeps_its_connection()
    {
        var slack = Connected();
        slack.Say(1, Command("e1"));
        slack.Say(1, Farewell("warning"));
        slack.Live(3);
        slack.Pass(15);
        slack.Done.ShouldNotContain("close 1");
        slack.Answer(1, """{"text":"a"}""");
        slack.Pass(2);

        slack.Done.ShouldBe(["deliver 1", "open 3", """ack 1 e1 {"text":"a"}""", "close 1"]);
    }

    [Fact]
    public void Socket_Mode_that_is_switched_off_is_told_once_and_looked_for_every_five_minutes()
    {
        var slack = Connected();
        slack.Say(1, Farewell("link_disabled"));
        slack.Done.ShouldBe(["close 1", "close 2", "switched off"], ignoreOrder: true);
        slack.IsLive.ShouldBeFalse();
        slack.UntilOpen().ShouldBe(300);
        slack.NoTicket(3, new Failure.Refused(200, "something_new", "no"));
        slack.UntilOpen().ShouldBe(300);
        slack.Live(4);
        slack.IsLive.ShouldBeTrue();
        slack.UntilOpen().ShouldBe(10);
        slack.Lose(4);
        slack.UntilOpen().ShouldBeLessThan(2);
    }

    [Fact]
    public void Where_there_are_too_many_connections_the_next_try_waits_at_least_half_a_minute()
    {
        var slack = new ScriptedSession();
        slack.Start();
        slack.Opened(1);
        slack.Say(1, Farewell("too_many_websockets"));

        slack.Done.ShouldBe(["open 1", "close 1"]);
        slack.UntilOpen().ShouldBeGreaterThanOrEqualTo(30);
    }

    [Fact]
    public void A_server_that_vanishes_is_tried_again_after_pauses_that_grow_to_a_minute_and_what_held_counts_as_well_again()
    {
        var slack = new ScriptedSession();
        slack.Start();
        var pauses = new List<double>();
        for (var link = 1; link <= 9; link++)
        {
            slack.Opened(link);
            slack.Lose(link);
            pauses.Add(slack.UntilOpen());
        }

        pauses.ShouldBe([0.5, 1, 2, 4, 8, 16, 30, 30, 30], 1e-6);
        slack.Live(10);
        slack.Pass(59);
        slack.Lose(10);
        slack.UntilOpen().ShouldBe(30);
        slack.Done.ShouldContain("open 11");
        slack.Live(12);
        slack.Pass(61);
        slack.Lose(12);
        slack.UntilOpen().ShouldBe(0.5, 1e-6);
    }

    [Fact]
    public void Without_a_hello_a_connection_is_given_up_after_half_a_minute()
    {
        var slack = new ScriptedSession();
        slack.Start();
        slack.Pass(20);
        slack.Opened(1);
        slack.Pass(29.9);
        slack.Done.ShouldBe(["open 1"]);
        slack.Pass(1);
        slack.Done.ShouldBe(["open 1", "close 1", "open 2"]);
    }

    [Fact]
    public void One_that_slack_should_have_replaced_long_ago_is_replaced_without_being_asked()
    {
        var slack = Connected();
        slack.Pass(3600 + 600 - 11);
        slack.Done.ShouldBeEmpty();
        slack.Pass(2);
        slack.Done.ShouldBe(["open 3"]);
        slack.Live(3, more: "\"host\":\"h2\"");
        slack.Pass(20);
        slack.Done.ShouldContain("close 1");
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    [InlineData("missing_scope")]
    public void A_token_that_slack_does_not_take_is_not_tried_again(string code)
    {
        var slack = new ScriptedSession();
        slack.Start();
        slack.NoTicket(1, new Failure.Refused(200, code, "Mend it."));

        slack.Done.ShouldBe(["open 1", "give up: Mend it."]);
    }

    [Fact]
    public void Anything_else_that_is_wrong_with_a_ticket_is()
    {
        var slack = new ScriptedSession();
        slack.Start();
        slack.NoTicket(1, new Failure.Unreachable("away"));
        slack.UntilOpen().ShouldBe(0.5, 1e-6);
    }

    [Fact]
    public void A_token_of_another_app_is_told()
    {
        var slack = new ScriptedSession("A1");
        slack.Start();
        slack.Live(1, from: "A2");

        slack.Done[^1].ShouldStartWith("give up: `Slack:AppToken` is of the app A2");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"something_new"}""")]
    [InlineData("""{"type":"disconnect"}""")]
    [InlineData("""{"type":"slash_commands"}""")]
    [InlineData("""{"type":"hello","debug_info":{"approximate_connection_time":1e300}}""")]
    [InlineData("""{"type":"hello","debug_info":{"approximate_connection_time":-5}}""")]
    public void Whatever_comes_the_connection_goes_on(string text)
    {
        var slack = Connected();
        slack.Say(1, text);
        slack.Say(1, Event("e1", "Ev1"));
        slack.Answer(1);

        slack.Done[^1].ShouldBe("ack 1 e1");
        slack.IsLive.ShouldBeTrue();
    }
}
