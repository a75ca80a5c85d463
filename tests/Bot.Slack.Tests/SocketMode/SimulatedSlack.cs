using System.Text;
using Bot.Core.Replicas;
using Bot.Slack.Api;
using Bot.Slack.Events;
using Bot.Slack.SocketMode;
using Bot.Slack.Wire;
using Bot.Testing;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Bot.Testing.Sockets;
using Bot.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>All of Socket Mode on one thread and a fake clock, before the stand-in; what answers says what it was asked, and counts.</summary>
internal sealed class SimulatedSlack : ISlackEvents, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CollectedLog log = new();
    private readonly SlackSockets sockets;
    private Task running = Task.CompletedTask;

    public SimulatedSlack(int seed = 1)
    {
        Slack = new StandInSlack(World.Time, new SlackApp { IsSocketMode = true });
        var random = new Random(seed);
        var loggers = log.From(LogLevel.Trace);
        var events = new SocketEvents(this, work => _ = work(CancellationToken.None), Faulty, loggers.CreateLogger<SocketEvents>());
        sockets = new SlackSockets(
            () =>
                new SocketRunner(
                    new SocketSession(SlackSockets.AppOf(Slack.App.AppToken), random.NextBytes),
                    Ticket,
                    new ScriptedSockets(Slack.Sockets),
                    events.Take,
                    Status,
                    World.Time,
                    Faulty,
                    loggers.CreateLogger<SocketRunner>()
                ),
            events,
            Status,
            SoleReplica.Instance,
            World.Time,
            loggers.CreateLogger<SlackSockets>()
        );
    }

    public Simulation World { get; } = new();
    public FakeTimeProvider Time => World.Time;
    public StandInSlack Slack { get; }
    public SocketModeStatus Status { get; } = new();
    public string Log => log.Text;

    /// <summary>How often each thing was handed on, by trigger or event.</summary>
    public Dictionary<string, int> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>What happens cannot be written down.</summary>
    public bool IsStoreAway { get; set; }

    /// <summary>Slack gives no tickets.</summary>
    public bool IsApiAway { get; set; }

    /// <summary>How long Slack takes to give a ticket.</summary>
    public TimeSpan TicketTakes { get; set; }

    public static SimulatedSlack Connected(int seed = 1)
    {
        var slack = new SimulatedSlack(seed);
        slack.Start();
        slack.Pass(11);
        slack.Slack.Sockets.Live.Count.ShouldBe(2);
        return slack;
    }

    public void Start() => Do(() => running = sockets.Run(stopping.Token));

    /// <summary>Does something on the one thread there is.</summary>
    public void Do(Action act) =>
        _ = World.Start(() =>
        {
            act();
            return Task.CompletedTask;
        });

    public void Pass(double seconds) => World.Pass(TimeSpan.FromSeconds(seconds));

    public void Stop()
    {
        Do(stopping.Cancel);
        World.PassUntil(() => running.IsCompleted, TimeSpan.FromSeconds(10));
    }

    /// <summary>Somebody types a command, or writes to the bot.</summary>
    public SlackTold Ask(bool byEvent = false)
    {
        SlackTold told = null!;
        Do(() =>
        {
            if (byEvent)
            {
                Slack.People.WriteTo("who responded?");
                told = Slack.Told[^1];
            }
            else
            {
                told = Slack.People.Type("ask who responded");
            }
        });
        return told;
    }

    public int TimesAnswered(SlackTold told) =>
        Answered.GetValueOrDefault((string?)told.Payload["trigger_id"] ?? (string)told.Payload["event_id"]!);

    public void Dispose()
    {
        stopping.Dispose();
        log.Dispose();
    }

    Handled ISlackEvents.Command(SlashCommand command)
    {
        Count(command.TriggerId!);
        return new Handled(Encoding.UTF8.GetBytes($$"""{"response_type":"ephemeral","text":"{{command.Text}}"}"""));
    }

    Task<Handled> ISlackEvents.Interaction(Interaction interaction) => Task.FromResult(new Handled());

    Task<bool> ISlackEvents.Happened(EventCallback happened)
    {
        if (!IsStoreAway)
        {
            Count(happened.EventId!);
        }

        return Task.FromResult(!IsStoreAway);
    }

    private void Count(string key) => Answered[key] = Answered.GetValueOrDefault(key) + 1;

    private async Task<Outcome<SocketAnswer>> Ticket(CancellationToken cancellation)
    {
        await Task.Delay(TicketTakes, Time, cancellation);
        return IsApiAway
            ? new Outcome<SocketAnswer>.NotDone(new Failure.Unreachable("away"))
            : new Outcome<SocketAnswer>.Done(new SocketAnswer($"{Slack.Sockets.Ticket()}"));
    }

    private string Faulty(Exception fault, string where) => IsStoreAway ? where : throw new InvalidOperationException(where, fault);
}
