using System.Text.Json.Nodes;
using Bot.Testing.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

/// <summary>A time of people asking while everything goes wrong that can, by chance and repeatable; then quiet, and a look at what came of it.</summary>
internal sealed class FaultRun : IDisposable
{
    private static readonly int?[] Codes = [null, 1000, 1001, 1006, 1011, 4000, 4001, 4002, 4003, 4005, 4006, 4007, 4008, 4009, 4099];
    private readonly Random chance;
    private readonly SimulatedBot bot;
    private readonly List<(DateTimeOffset At, Action Mend)> mends = [];

    public FaultRun(int seed)
    {
        chance = new Random(seed);
        bot = new SimulatedBot(new StandInApplication { Shards = 2, MaxConcurrency = 1 + (seed % 2) }, seed);
    }

    public int Faults { get; private set; }
    public int Asked => bot.Interactions.All.Count;
    public int Resumes => bot.Discord.Resumes;
    public int Logins => bot.Discord.Logins;

    public void Run(TimeSpan length)
    {
        bot.Start();
        for (var end = bot.Time.GetUtcNow() + length; bot.Time.GetUtcNow() < end; )
        {
            Happen();
            bot.Pass(chance.NextDouble());
            foreach (var (_, mend) in mends.Where(one => one.At <= bot.Time.GetUtcNow()).ToList())
            {
                mend();
            }

            mends.RemoveAll(one => one.At <= bot.Time.GetUtcNow());
        }

        mends.ForEach(one => one.Mend());
        bot.UntilConnected(300);
        bot.Pass(30);
    }

    /// <summary>Nothing that Discord forbids was done, and every interaction that was told was answered once.</summary>
    public void Check()
    {
        bot.Discord.Violations.ShouldBeEmpty();
        bot.Discord.WrongAddress.ShouldBe(0);
        foreach (var made in bot.Interactions.All)
        {
            bot.Api.Answered.GetValueOrDefault(made.Id).ShouldBeInRange(bot.Discord.NotTold.Contains(made.Id) ? 0 : 1, 1, made.Id);
        }

        bot.Status.GivenUp.ShouldBeNull();
        var last = bot.Ask();
        bot.Pass(1);
        last.Answer.ShouldNotBeNull();
        bot.Stop();
    }

    public void Dispose() => bot.Dispose();

    private void Happen()
    {
        var drawn = chance.Next(500);
        Faults += drawn < 50 ? 1 : 0;
        switch (drawn)
        {
            case 0:
                Until(chance.Next(1, 60), bot.Discord.Vanish, bot.Discord.Return);
                break;
            case 1:
                Until(chance.Next(20, 90), () => bot.Discord.IsMute = true, () => bot.Discord.IsMute = false);
                break;
            case 2:
                Until(chance.Next(10, 60), () => bot.Discord.IsResumeGone = true, () => bot.Discord.IsResumeGone = false);
                break;
            case 3:
                Until(chance.Next(1, 10), () => bot.Api.IsAway = true, () => bot.Api.IsAway = false);
                break;
            case < 7:
                bot.Discord.CloseAll(Codes[chance.Next(Codes.Length)]);
                break;
            case < 10:
                bot.Discord.SayToAll(7, null);
                break;
            case < 12:
                bot.Discord.SayToAll(9, true);
                break;
            case 12:
                bot.Discord.SayToAll(9, false);
                bot.Discord.ForgetSessions();
                break;
            case < 20:
                bot.Discord.SayToAll(1, null);
                break;
            case < 30:
                bot.Discord.SendToAll(new string('{', chance.Next(1, 100)));
                break;
            case < 50:
                bot.Discord.Repeat(chance.Next(50));
                break;
            case < 100:
                bot.Discord.Join(Guild());
                break;
            case < 120:
                bot.Discord.Outage(Guild());
                break;
            case < 400:
                bot.People.Type(new JsonObject { ["name"] = "privacy", ["type"] = 1 }, Guild());
                break;
        }
    }

    /// <summary>Some belong to one shard and some to the other.</summary>
    private string Guild() => $"{1_200_000_000_000_000_000 + (chance.Next(6) << 22)}";

    private void Until(int seconds, Action begin, Action end)
    {
        begin();
        mends.Add((bot.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds), end));
    }
}
