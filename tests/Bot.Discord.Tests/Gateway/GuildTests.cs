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

    private static IEnumerable<(string Guild, bool Here)> Known(SimulatedBot bot) =>
        bot
            .Communities.All(CancellationToken.None)
            .AsTask()
            .GetAwaiter()
            .GetResult()
            .Select(each => (each.Id.Value["discord:".Length..], each.Left is null));
}
