using Bot.Core.Communities;
using Bot.Testing.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class GuildTests
{
    private const string First = "1200000000000000002";
    private const string Second = "1200000000000000010";

    [Fact]
    public void Joining_and_leaving_are_written_down_and_an_outage_is_neither()
    {
        using var bot = SimulatedBot.Connected();
        bot.Discord.Join(First);
        bot.Discord.Join(Second);
        bot.Pass(1);
        Known(bot).ShouldBe([(First, true), (Second, true)]);

        bot.Discord.Outage(First);
        bot.Discord.Remove(Second);
        bot.Pass(1);
        Known(bot).ShouldBe([(First, true), (Second, false)]);

        bot.Discord.Join(Second);
        bot.Pass(1);
        Known(bot).ShouldBe([(First, true), (Second, true)]);
    }

    [Fact]
    public void Guilds_that_were_there_before_are_written_down_at_the_start()
    {
        using var bot = new SimulatedBot();
        bot.Discord.Join(First);
        bot.Start();
        bot.UntilConnected();
        bot.Pass(1);

        Known(bot).ShouldBe([(First, true)]);
    }

    [Fact]
    public void One_that_was_left_while_nothing_came_through_is_missed_in_the_next_session()
    {
        using var bot = SimulatedBot.Connected();
        bot.Discord.Join(First);
        bot.Discord.Join(Second);
        bot.Pass(60);

        bot.Discord.Vanish();
        bot.Discord.Remove(Second);
        bot.Pass(TimeSpan.FromMinutes(10));
        Known(bot).ShouldBe([(First, true), (Second, true)]);
        bot.Discord.Return();
        bot.UntilConnected();
        bot.Pass(1);

        Known(bot).ShouldBe([(First, true), (Second, false)]);
    }

    [Fact]
    public async Task One_that_was_left_while_the_service_was_stopped_is_missed_by_its_shard_at_the_start()
    {
        var (here, gone) = (OfShards(), OfShards(from: 2));
        using var bot = new SimulatedBot(new StandInApplication { Shards = 2, MaxConcurrency = 1 });
        await bot.Communities.Left(new CommunityId($"discord:{First}"), CancellationToken.None);
        foreach (var known in here.Concat(gone).Select(guild => $"discord:{guild}").Append("slack:T1"))
        {
            await bot.Communities.Seen(new CommunityId(known), CancellationToken.None);
        }

        var leftBefore = bot.Time.GetUtcNow();
        bot.Discord.Join(here[0]);
        bot.Discord.Join(here[1]);
        bot.Start();

        bot.World.PassUntil(() => bot.Discord.Logins == 1, TimeSpan.FromSeconds(60));
        bot.Pass(1);
        await Left(bot, First, gone[0]);

        bot.UntilConnected();
        bot.Pass(1);
        await Left(bot, First, gone[0], gone[1]);
        (await bot.Communities.All(CancellationToken.None)).Single(each => each.Id.Value == $"discord:{First}").Left.ShouldBe(leftBefore);
    }

    private static async Task Left(SimulatedBot bot, params string[] guilds) =>
        (await bot.Communities.All(CancellationToken.None))
            .Where(each => each.Left is not null)
            .Select(each => each.Id.Value)
            .ShouldBe(guilds.Select(guild => $"discord:{guild}"), ignoreOrder: true);

    /// <summary>A guild of the first of two shards, and one of the second.</summary>
    private static string[] OfShards(int from = 0) =>
        [$"{(1_200_000_000_000UL + (ulong)from) << 22}", $"{(1_200_000_000_001UL + (ulong)from) << 22}"];

    private static IEnumerable<(string Guild, bool Here)> Known(SimulatedBot bot) =>
        bot
            .Communities.All(CancellationToken.None)
            .AsTask()
            .GetAwaiter()
            .GetResult()
            .Select(each => (each.Id.Value["discord:".Length..], each.Left is null));
}
