using System.Text;
using System.Text.Json.Nodes;
using Bot.Slack.SocketMode;
using Bot.Wire;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>A session whose Slack is written line by line, and whose clock goes when it is told to.</summary>
internal sealed class ScriptedSession(string? app = null)
{
    private readonly SocketSession session = new(app, bytes => bytes.Clear());
    private readonly HashSet<int> closed = [];

    /// <summary>What was done, in order, as in <c>open 1</c>, <c>ack 1 e1</c>, <c>ack 1 e1 {"text":"a"}</c>, <c>close 1</c>.</summary>
    public List<string> Done { get; } = [];

    public TimeSpan Now { get; private set; }
    public bool IsLive => session.IsLive;

    /// <summary>Two connections, ten seconds apart.</summary>
    public static ScriptedSession Connected()
    {
        var scripted = new ScriptedSession();
        scripted.Start();
        scripted.Live(1);
        scripted.Pass(10);
        scripted.Live(2);
        scripted.Done.ShouldBe(["open 1", "open 2"]);
        scripted.Done.Clear();
        return scripted;
    }

    public static string Command(string envelope, string trigger = "1.2.abc", bool takes = true) =>
        $$"""{"envelope_id":"{{envelope}}","type":"slash_commands","accepts_response_payload":{{(takes ? "true" : "false")}},"payload":{"command":"/ask","trigger_id":"{{trigger}}"} }""";

    public static string Event(string envelope, string id, string inner = """{"type":"app_home_opened"}""") =>
        $$"""{"envelope_id":"{{envelope}}","type":"events_api","accepts_response_payload":false,"payload":{"type":"event_callback","event_id":"{{id}}","team_id":"T1","event":{{inner}} } }""";

    public static string Farewell(string reason) => $$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"h1"} }""";

    public void Start() => Do(session.Tick(Now));

    /// <summary>Lets seconds go by, looked at whenever the session wants to.</summary>
    public void Pass(double seconds)
    {
        var end = Now + TimeSpan.FromSeconds(seconds);
        while (session.Due <= end)
        {
            Now = session.Due > Now ? session.Due : Now;
            Do(session.Tick(Now));
        }

        Now = end;
    }

    /// <summary>A connection is made, and Slack says hello.</summary>
    public void Live(int link, string more = "\"approximate_connection_time\":3600", string from = "A1")
    {
        Do(session.Opened(link, Now));
        Say(link, $$"""{"type":"hello","num_connections":1,"connection_info":{"app_id":"{{from}}"},"debug_info":{ {{more}} } }""");
    }

    public void Opened(int link) => Do(session.Opened(link, Now));

    public void Say(int link, string text) => Do(session.Hear(link, new Heard.Message(Encoding.UTF8.GetBytes(text)), Now));

    public void Lose(int link)
    {
        closed.Add(link);
        Do(session.Hear(link, new Heard.Closed(null, "lost"), Now));
    }

    public void NoTicket(int link, Failure why) => Do(session.NoTicket(link, why, Now));

    /// <summary>What was handed on is answered.</summary>
    public void Answer(int number, string? json = null) =>
        Do(session.Answer(number, new Reaction.Taken(json is null ? null : Encoding.UTF8.GetBytes(json)), Now));

    public void Drop(int number) => Do(session.Answer(number, new Reaction.NotTaken(), Now));

    /// <summary>The time until it opens the next connection, in seconds.</summary>
    public double UntilOpen()
    {
        var (before, count) = (Now, Done.Count(act => act.StartsWith("open", StringComparison.Ordinal)));
        while (Done.Count(act => act.StartsWith("open", StringComparison.Ordinal)) == count)
        {
            Now = session.Due;
            Do(session.Tick(Now));
        }

        return (Now - before).TotalSeconds;
    }

    private void Do(IReadOnlyList<Act> acts)
    {
        foreach (var act in acts)
        {
            switch (act)
            {
                case Act.Open open:
                    Done.Add($"open {open.Link}");
                    break;
                case Act.Send send:
                    closed.ShouldNotContain(send.Link, "it was sent over a connection that is gone");
                    var ack = JsonNode.Parse(send.Text.Span)!;
                    Done.Add($"ack {send.Link} {ack["envelope_id"]} {ack["payload"]?.ToJsonString()}".TrimEnd());
                    break;
                case Act.Deliver deliver:
                    Done.Add($"deliver {deliver.Number}");
                    break;
                case Act.Close close:
                    closed.Add(close.Link).ShouldBeTrue("it was closed already");
                    Done.Add($"close {close.Link}");
                    break;
                case Act.SwitchedOff:
                    Done.Add("switched off");
                    break;
                case Act.GiveUp give:
                    Done.Add($"give up: {give.Sentence}");
                    break;
            }
        }
    }
}
