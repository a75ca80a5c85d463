using Bot.Testing.Slack.SocketMode;
using Bot.Testing.Slack.Telling;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>A time of people asking while everything goes wrong that can, by chance and repeatable; then quiet, and a look at what came of it.</summary>
internal sealed class FaultRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Random chance;
    private readonly SimulatedSlack slack;
    private readonly List<(DateTimeOffset At, Action Mend)> mends = [];
    private readonly List<(SlackTold Told, bool IsQuiet)> asked = [];
    private DateTimeOffset quietFrom;

    public FaultRun(int seed)
    {
        chance = new Random(seed);
        slack = new SimulatedSlack(seed);
        slack.Slack.Sockets.Life = TimeSpan.FromMinutes(2 + (seed % 5));
    }

    public int Faults { get; private set; }
    public int Asked => asked.Count;

    public void Run(TimeSpan length)
    {
        slack.Start();
        slack.Pass(12);
        for (var end = slack.Time.GetUtcNow() + length; slack.Time.GetUtcNow() < end; )
        {
            Happen();
            slack.Pass(chance.NextDouble() * 2);
            foreach (var (_, mend) in mends.Where(one => one.At <= slack.Time.GetUtcNow()).ToList())
            {
                mend();
            }

            mends.RemoveAll(one => one.At <= slack.Time.GetUtcNow());
        }

        mends.ForEach(one => one.Mend());
        slack.Pass(360);
    }

    /// <summary>Nothing that Slack forbids was done, nothing was handed on twice, and nothing got lost that came while all was well.</summary>
    public void Check()
    {
        slack.Slack.Violations.ShouldBeEmpty();
        foreach (var (told, isQuiet) in asked)
        {
            slack.TimesAnswered(told).ShouldBeInRange(isQuiet || told.Ack is SlackAck.Taken ? 1 : 0, 1);
            if (isQuiet)
            {
                told.Ack.ShouldBeOfType<SlackAck.Taken>();
            }
        }

        asked.Count(each => each.IsQuiet).ShouldBeGreaterThan(50);
        slack.Status.IsConnected.ShouldBeTrue();
        slack.Slack.Sockets.Live.Count.ShouldBeInRange(2, 3);
        var last = slack.Ask();
        slack.Pass(0.1);
        last.Ack.ShouldBeOfType<SlackAck.Taken>();
        slack.Stop();
    }

    public void Dispose() => slack.Dispose();

    private void Happen()
    {
        var drawn = chance.Next(200);
        Faults += drawn < 16 ? 1 : 0;
        switch (drawn)
        {
            case 0:
                Until(chance.Next(1, 60), Vanish, () => slack.Slack.Sockets.IsAway = false);
                break;
            case 1:
                Until(chance.Next(5, 60), () => slack.Slack.Sockets.IsMute = true, () => slack.Slack.Sockets.IsMute = false);
                break;
            case 2:
                Until(chance.Next(1, 20), () => slack.IsApiAway = true, () => slack.IsApiAway = false);
                break;
            case 3 when Some() is { } dead:
                Until(chance.Next(10, 40), () => dead.IsDead = true, () => dead.Close(null));
                break;
            case < 6 when Some() is { } closed:
                Until(0, () => closed.Close(chance.Next(2) == 0 ? null : 1000), () => { });
                break;
            case < 9:
                slack.Slack.Sockets.Warn();
                break;
            case < 12:
                slack.Slack.Sockets.Refresh();
                break;
            case < 16:
                slack.Slack.Sockets.SendToAll(new string('{', chance.Next(1, 100)));
                break;
            case < 150:
                asked.Add((slack.Ask(byEvent: chance.Next(2) == 0), slack.Time.GetUtcNow() >= quietFrom && mends.Count == 0));
                break;
            case < 180
                when asked.Count > 0
                    && Some() is { } by
                    && asked[^chance.Next(1, Math.Min(asked.Count, 5) + 1)].Told is { Ack: SlackAck.Taken } told:
                slack.Do(() => slack.Slack.Sockets.Repeat(told, by));
                break;
        }
    }

    private SlackConnection? Some() => slack.Slack.Sockets.Live is { Count: > 0 } live ? live[chance.Next(live.Count)] : null;

    private void Vanish()
    {
        slack.Slack.Sockets.IsAway = true;
        slack.Slack.Sockets.CloseAll(null);
    }

    /// <summary>After a fault it takes as long as the longest pause until all is well again.</summary>
    private void Until(int seconds, Action begin, Action end)
    {
        begin();
        mends.Add((slack.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds), end));
        quietFrom = slack.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds + 75) + Patience;
    }
}
