using Bot.Testing.Slack.Telling;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>Whole conversations with the stand-in, which notes whatever no app may do.</summary>
public sealed class SimulationTests
{
    [Fact]
    public void A_command_is_answered_over_the_connection_that_brought_it_and_an_event_is_acknowledged()
    {
        using var slack = SimulatedSlack.Connected();
        var (command, happened) = (slack.Ask(), slack.Ask(byEvent: true));
        slack.Pass(0.1);

        command.Ack.ShouldBeOfType<SlackAck.Taken>().Body!["text"]!.GetValue<string>().ShouldBe("ask who responded");
        happened.Ack.ShouldBeOfType<SlackAck.Taken>();
        (slack.TimesAnswered(command), slack.TimesAnswered(happened)).ShouldBe((1, 1));
        slack.Status.IsConnected.ShouldBeTrue();
        slack.Slack.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public void While_every_connection_is_replaced_nothing_is_missed_and_nothing_answered_twice(string reason)
    {
        using var slack = SimulatedSlack.Connected();
        slack.TicketTakes = TimeSpan.FromSeconds(2);
        var asked = new List<SlackTold> { slack.Ask() };
        for (var round = 0; round < 5; round++)
        {
            if (reason == "warning")
            {
                slack.Slack.Sockets.Warn();
            }
            else
            {
                slack.Slack.Sockets.Refresh();
            }

            for (var i = 0; i < 40; i++)
            {
                asked.Add(slack.Ask(byEvent: i % 2 == 0));
                slack.Pass(0.5);
            }
        }

        asked.ShouldAllBe(told => told.Ack is SlackAck.Taken);
        asked.ShouldAllBe(told => slack.TimesAnswered(told) == 1);
        slack.Slack.Sockets.Live.Count.ShouldBe(2);
        slack.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Connections_that_live_for_minutes_are_replaced_for_an_hour_without_a_gap()
    {
        using var slack = new SimulatedSlack();
        slack.Slack.Sockets.Life = TimeSpan.FromMinutes(6);
        slack.Start();
        slack.Pass(11);
        for (var second = 0; second < 3600; second += 5)
        {
            var asked = slack.Ask();
            slack.Pass(5);
            asked.Ack.ShouldBeOfType<SlackAck.Taken>($"after {second} s");
        }

        slack.Slack.Sockets.Connections.Count.ShouldBeGreaterThan(18);
        slack.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_connection_brought_that_vanished_is_answered_over_the_other_one_and_once()
    {
        using var slack = SimulatedSlack.Connected();
        var (one, other) = (slack.Slack.Sockets.Live[0], slack.Slack.Sockets.Live[1]);
        slack.Slack.Sockets.Choose = live => live.Contains(one) ? one : other;
        var asked = slack.Ask();
        one.IsDead = true;
        slack.World.Settle();
        slack.Pass(0.5);
        slack.Do(() => slack.Slack.Sockets.Repeat(asked, other));
        slack.Pass(0.1);

        asked.Ack.ShouldBeOfType<SlackAck.Taken>().Body.ShouldNotBeNull();
        slack.TimesAnswered(asked).ShouldBe(1);
        slack.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void What_both_bring_is_handed_on_once()
    {
        using var slack = SimulatedSlack.Connected();
        var asked = slack.Ask();
        var by = slack.Slack.Sockets.Live[1];
        for (var i = 0; i < 3; i++)
        {
            slack.Do(() => slack.Slack.Sockets.Repeat(asked, by));
            slack.Pass(1);
        }

        slack.TimesAnswered(asked).ShouldBe(1);
        slack.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void What_could_not_be_written_down_is_not_acknowledged_and_done_when_it_is_told_again()
    {
        using var slack = SimulatedSlack.Connected();
        slack.IsStoreAway = true;
        var happened = slack.Ask(byEvent: true);
        slack.Pass(2);
        slack.IsStoreAway = false;
        slack.Pass(70);

        happened.Ack.ShouldBeOfType<SlackAck.Taken>();
        happened.Deliveries.Count.ShouldBe(2);
        slack.TimesAnswered(happened).ShouldBe(1);
        slack.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_server_that_vanishes_for_ten_minutes_is_found_again_within_a_minute()
    {
        using var slack = SimulatedSlack.Connected();
        slack.Pass(60);
        slack.Slack.Sockets.IsAway = true;
        slack.Slack.Sockets.CloseAll(null);
        slack.Pass(600);
        slack.Status.IsConnected.ShouldBeFalse();
        slack.Slack.Sockets.IsAway = false;
        slack.World.PassUntil(() => slack.Status.IsConnected, TimeSpan.FromSeconds(61));
        var asked = slack.Ask();
        slack.Pass(0.1);

        asked.Ack.ShouldBeOfType<SlackAck.Taken>();
        slack.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Socket_Mode_that_is_switched_off_is_told_and_found_again_when_it_is_on()
    {
        using var slack = SimulatedSlack.Connected();
        slack.Slack.Sockets.Disable();
        slack.Pass(1);
        slack.Status.IsConnected.ShouldBeFalse();
        slack.Status.SwitchedOff!.ShouldContain("under Socket Mode");
        slack.Pass(1200);
        slack.Slack.Sockets.Connections.Count.ShouldBeLessThan(12);
        slack.Slack.Sockets.Disable(isDisabled: false);
        slack.World.PassUntil(() => slack.Status.IsConnected, TimeSpan.FromMinutes(6));

        slack.Status.SwitchedOff.ShouldBeNull();
        slack.Log.ShouldContain("Socket Mode is switched off");
    }

    [Fact]
    public void Stopping_it_acknowledges_what_came_and_says_goodbye()
    {
        using var slack = SimulatedSlack.Connected();
        var asked = slack.Ask();
        slack.Stop();

        asked.Ack.ShouldBeOfType<SlackAck.Taken>();
        slack.Slack.Sockets.Connections.ShouldAllBe(connection => !connection.IsOpen && connection.Code == 1000);
        slack.Status.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public void No_ticket_and_no_address_is_logged()
    {
        using var slack = SimulatedSlack.Connected();
        slack.Slack.Sockets.CloseAll(null);
        slack.Pass(5);

        slack.Log.ShouldContain("it is made again");
        slack.Log.ShouldNotContain("ticket=");
        slack.Log.ShouldNotContain("wss://");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Half_an_hour_in_which_all_goes_wrong_that_can(int seed)
    {
        using var run = new FaultRun(seed);
        run.Run(TimeSpan.FromMinutes(30));
        run.Check();
        run.Faults.ShouldBeGreaterThan(20);
        run.Asked.ShouldBeGreaterThan(400);
    }
}
