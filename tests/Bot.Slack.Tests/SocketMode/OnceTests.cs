using static Bot.Slack.Tests.SocketMode.ScriptedSession;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>Each thing is answered once, however often and wherever it comes, and acknowledged every time.</summary>
public sealed class OnceTests
{
    private const string Reply = """{"text":"a"}""";

    [Fact]
    public void What_both_connections_bring_is_handed_on_once_and_the_same_envelope_is_acknowledged_the_same()
    {
        var slack = Connected();
        slack.Say(1, Command("e1"));
        slack.Say(2, Command("e1"));
        slack.Answer(1, Reply);
        slack.Say(2, Command("e1"));

        slack.Done.ShouldBe(["deliver 1", $"ack 1 e1 {Reply}", $"ack 2 e1 {Reply}", $"ack 2 e1 {Reply}"]);
    }

    [Fact]
    public void Another_envelope_of_the_same_command_does_not_bring_the_answer_again()
    {
        var slack = Connected();
        slack.Say(1, Command("e1"));
        slack.Say(2, Command("e2"));
        slack.Answer(1, Reply);
        slack.Say(2, Command("e3"));
        slack.Done.ShouldBe(["deliver 1", $"ack 1 e1 {Reply}", "ack 2 e2", "ack 2 e3"]);

        slack.Lose(1);
        slack.Say(2, Command("e4"));
        slack.Done.ShouldContain($"ack 2 e4 {Reply}");
    }

    [Fact]
    public void Where_the_connection_that_brought_it_is_lost_the_answer_goes_over_the_other_one()
    {
        var slack = Connected();
        slack.Say(1, Command("e1"));
        slack.Lose(1);
        slack.Answer(1, Reply);
        slack.Done.ShouldBe(["deliver 1"]);
        slack.Say(2, Command("e1"));
        slack.Done.ShouldBe(["deliver 1", $"ack 2 e1 {Reply}"]);

        slack.Lose(2);
        slack.Pass(0.6);
        slack.Live(3);
        slack.Say(3, Command("e1"));
        slack.Done.ShouldContain($"ack 3 e1 {Reply}");
        slack.Pass(10);
        slack.Say(3, Command("e1"));
        slack.Done[^1].ShouldBe("ack 3 e1");
        slack.Done.Count(act => act.StartsWith("deliver", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_repetition_that_waits_gets_the_answer_where_the_first_connection_is_lost()
    {
        var slack = Connected();
        slack.Say(1, Command("e1"));
        slack.Say(2, Command("e2"));
        slack.Lose(1);
        slack.Answer(1, Reply);

        slack.Done.ShouldBe(["deliver 1", $"ack 2 e2 {Reply}"]);
    }

    [Fact]
    public void Answers_may_come_in_another_order_than_what_they_answer()
    {
        var slack = Connected();
        slack.Say(1, Command("e1", "t1"));
        slack.Say(2, Command("e2", "t2"));
        slack.Say(1, Command("e3", "t3"));
        slack.Answer(3, """{"text":"3"}""");
        slack.Answer(1, """{"text":"1"}""");
        slack.Answer(2, """{"text":"2"}""");
        slack.Answer(2, """{"text":"2"}""");

        slack.Done.Skip(3).ShouldBe(["""ack 1 e3 {"text":"3"}""", """ack 1 e1 {"text":"1"}""", """ack 2 e2 {"text":"2"}"""]);
    }

    [Fact]
    public void An_event_is_known_by_its_id_a_message_by_its_place_and_a_press_by_its_trigger()
    {
        const string Mention = """{"type":"app_mention","channel":"C1","ts":"1.2","user":"U1"}""";
        var slack = Connected();
        slack.Say(1, Event("e1", "Ev1"));
        slack.Say(1, Event("e2", "Ev1"));
        slack.Say(1, Event("e3", "Ev3", Mention));
        slack.Say(2, Event("e4", "Ev4", Mention));
        slack.Say(2, Event("e5", "Ev5", Mention.Replace("1.2", "1.3", StringComparison.Ordinal)));
        slack.Say(2, Event("e6", "Ev6", """{"type":"message","subtype":"message_changed","channel":"C1","ts":"1.2"}"""));
        slack.Say(2, Command("e7", "t7"));
        slack.Say(1, Command("e8", "t7"));

        slack.Done.ShouldBe(["deliver 1", "deliver 2", "deliver 3", "deliver 4", "deliver 5"]);
        Enumerable.Range(1, 5).ToList().ForEach(number => slack.Answer(number));
        slack
            .Done.Skip(5)
            .Order()
            .ShouldBe(["ack 1 e1", "ack 1 e2", "ack 1 e3", "ack 1 e8", "ack 2 e4", "ack 2 e5", "ack 2 e6", "ack 2 e7"]);
    }

    [Fact]
    public void After_a_quarter_of_an_hour_it_is_forgotten()
    {
        var slack = Connected();
        slack.Say(1, Event("e1", "Ev1"));
        slack.Answer(1);
        slack.Pass((14 * 60) + 59);
        slack.Say(1, Event("e2", "Ev1"));
        slack.Done[^1].ShouldBe("ack 1 e2");
        slack.Pass(1);
        slack.Say(1, Event("e3", "Ev1"));
        slack.Done[^1].ShouldBe("deliver 2");
    }

    [Fact]
    public void What_was_not_taken_is_not_acknowledged_and_is_taken_when_it_comes_again()
    {
        var slack = Connected();
        slack.Say(1, Event("e1", "Ev1"));
        slack.Drop(1);
        slack.Say(2, Event("e1", "Ev1"));
        slack.Answer(2);

        slack.Done.ShouldBe(["deliver 1", "deliver 2", "ack 2 e1"]);
    }

    [Fact]
    public void An_answer_goes_along_only_where_it_is_taken()
    {
        var slack = Connected();
        slack.Say(1, Command("e1", takes: false));
        slack.Answer(1, Reply);

        slack.Done[^1].ShouldBe("ack 1 e1");
    }

    [Fact]
    public void What_is_of_an_unknown_kind_is_acknowledged_too()
    {
        var slack = Connected();
        slack.Say(1, """{"type":"something_new","envelope_id":"e1","payload":{}}""");

        slack.Done.ShouldBe(["ack 1 e1"]);
    }
}
