namespace Bot.Discord.Tests.Gateway;

public sealed class CloseCodeTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(1011)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    public void After_these_the_session_goes_on(int? code)
    {
        using var bot = SimulatedBot.Connected();
        bot.Pass(60);
        bot.Discord.CloseAll(code);
        bot.UntilConnected(30);

        (bot.Discord.Logins, bot.Discord.Resumes).ShouldBe((1, 1));
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4009)]
    [InlineData(4099)]
    public void After_these_a_new_one_begins(int code)
    {
        using var bot = SimulatedBot.Connected();
        bot.Pass(60);
        bot.Discord.CloseAll(code);
        bot.UntilConnected(30);

        (bot.Discord.Logins, bot.Discord.Resumes).ShouldBe((2, 0));
        bot.Connection.Asked.AbsolutePath.ShouldBe("/");
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4004, "`Discord:BotToken`")]
    [InlineData(4010, "start again")]
    [InlineData(4011, "start again")]
    [InlineData(4012, "`Discord:Mode=http`")]
    [InlineData(4013, "`Discord:Mode=http`")]
    [InlineData(4014, "Developer Portal")]
    public void After_these_it_gives_up_and_says_what_to_change(int code, string remedy)
    {
        using var bot = SimulatedBot.Connected();
        bot.Pass(60);
        bot.Discord.CloseAll(code);
        bot.Pass(TimeSpan.FromHours(1));

        bot.Discord.Connections.Count.ShouldBe(1);
        bot.Status.IsConnected.ShouldBeFalse();
        bot.Status.GivenUp.ShouldNotBeNull().ShouldContain(remedy);
        bot.Status.GivenUp.ShouldContain($"{code}");
    }

    [Fact]
    public void Too_many_messages_are_followed_by_a_pause()
    {
        using var bot = SimulatedBot.Connected();
        bot.Discord.CloseAll(4008);

        bot.Pass(9.5);
        bot.Discord.Connections.Count.ShouldBe(1);
        bot.UntilConnected(5);
    }
}
