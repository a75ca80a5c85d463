using Bot.Discord.Gateway;
using Bot.Discord.Wire;
using Bot.Testing.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class ShardTests
{
    [Theory]
    [InlineData(1200000000000000002UL, 16, 9)]
    [InlineData(197038439483310086UL, 4, 2)]
    [InlineData(9223372036854775809UL, 3, 2)]
    [InlineData(18446744073709551615UL, 10, 3)]
    public void A_guild_is_with_the_shard_of_the_formula_also_where_its_id_is_above_half_of_all(ulong guild, int shards, int index)
    {
        ((guild >> 22) % (ulong)shards).ShouldBe((ulong)index);
        Enumerable.Range(0, shards).Where(shard => new Shard(shard, shards).Holds(new Snowflake(guild))).ShouldBe([index]);
        new Shard(0, shards).Holds(null).ShouldBeTrue();
        new Shard(1, shards).Holds(null).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 4, 15)]
    [InlineData(2, 4, 5)]
    [InlineData(16, 4, 0)]
    public void Shards_log_in_by_groups_five_seconds_apart(int atOnce, int shards, int seconds)
    {
        using var bot = new SimulatedBot(new StandInApplication { Shards = shards, MaxConcurrency = atOnce });
        var start = bot.Time.GetUtcNow();
        bot.Start();
        bot.UntilConnected();

        (bot.Time.GetUtcNow() - start).TotalSeconds.ShouldBeInRange(seconds, seconds * 1.2 + 1);
        bot.Discord.Logins.ShouldBe(shards);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Every_shard_answers_what_comes_by_it()
    {
        using var bot = SimulatedBot.Connected(new StandInApplication { Shards = 3, MaxConcurrency = 3 });
        string[] guilds = ["1200000000000000002", "1200000000004194306", "1200000000008388610"];
        var asked = guilds.Select(guild => bot.Ask(guild)).Append(bot.Ask(guild: null)).ToList();
        bot.Pass(1);

        asked.ShouldAllBe(each => each.Tries == 1 && each.Answer != null);
    }

    [Fact]
    public void When_the_logins_of_the_day_are_nearly_used_up_it_waits_until_there_are_new_ones()
    {
        using var bot = SimulatedBot.Connected();
        bot.Discord.Remaining = 3;
        bot.Discord.CloseAll(4009);
        bot.Pass(TimeSpan.FromMinutes(30));
        bot.Discord.Logins.ShouldBe(1);

        bot.Discord.Remaining = 1_000;
        bot.UntilConnected(3_700);
        bot.Discord.Logins.ShouldBe(2);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_session_that_ends_as_soon_as_it_begins_is_not_begun_again_without_pause()
    {
        using var bot = SimulatedBot.Connected();
        for (var seconds = 0; seconds < 3_600; seconds++)
        {
            bot.Discord.CloseAll(4009);
            bot.Pass(1);
        }

        bot.Discord.Logins.ShouldBeInRange(30, 120);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Where_Discord_cannot_be_asked_for_the_address_it_is_asked_again_and_a_token_it_does_not_take_ends_that()
    {
        using var bot = new SimulatedBot();
        bot.Api.IsAway = true;
        bot.Start();
        bot.Pass(TimeSpan.FromMinutes(5));
        bot.Api.Asked.ShouldBeInRange(5, 15);
        bot.Status.GivenUp.ShouldBeNull();

        bot.Api.IsAway = false;
        bot.UntilConnected();

        using var other = new SimulatedBot();
        other.Api.Refusing = 401;
        other.Start();
        other.Pass(1);
        other.Status.GivenUp.ShouldBe("Discord does not take the bot's token.");
    }
}
