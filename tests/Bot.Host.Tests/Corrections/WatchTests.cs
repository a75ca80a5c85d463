using Bot.Core.Communities;
using Bot.Core.Corrections.Watching;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Corrections;

/// <summary>Whoever asked privately is told once when the answer turns out otherwise, and then forgotten.</summary>
public sealed class WatchTests : PostedSide
{
    private const string Label = "Tell me if this changes";
    private const string Question = "is the bridge closed?";

    [Fact]
    public async Task Whoever_wants_to_be_told_is_told_once_after_the_grace_time_and_forgotten_across_a_restart()
    {
        var host = await Start();
        var fact = await Press();
        var watch = (await Watches(host)).ShouldHaveSingleItem();
        watch.Facts.ShouldContain(shown => shown.Fact == fact);
        watch.ToString().ShouldNotContain(Person);
        var was = Story(host).Book[fact].Says;

        await Make(host, new Change.Retract(fact, Today));
        await Pass(Grace - TimeSpan.FromSeconds(40));
        Told.ShouldBeEmpty();
        await host.DisposeAsync();
        host = await Start();
        await Until(() => Told.Count > 0);

        var told = Told.ShouldHaveSingleItem();
        Text(told).ShouldContain("something that you wanted to be told of has changed");
        Text(told).ShouldContain("its source took it back");
        Text(told).ShouldContain("forgotten that you asked");
        Text(told).ShouldNotContain(was);
        await Until(async () => (await Watches(host)).Count == 0);
        await Make(host, new Change.Undo(fact));
        await Pass(TimeSpan.FromMinutes(30));
        Told.Count.ShouldBe(1);
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_undone_or_only_checked_is_told_to_nobody()
    {
        var host = await Start();
        var fact = await Press();

        await Make(host, new Change.Retract(fact, Today));
        await Pass(TimeSpan.FromMinutes(4));
        await Make(host, new Change.Undo(fact));
        await Pass(TimeSpan.FromMinutes(10));
        await Make(host, new Change.Hold(fact));
        await Pass(TimeSpan.FromMinutes(10));

        Told.ShouldBeEmpty();
        (await Watches(host)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_forgotten_or_takes_no_messages_is_not_written_to_and_not_kept()
    {
        var host = await Start();
        var fact = await Press();
        await Press(Other);
        (await Watches(host)).Count.ShouldBe(2);
        await host.Services.GetRequiredService<IPeople>().Forget(new UserId(Person), null, Cancellation);
        Discord.StandIn.World.Refusing[(string)Discord.StandIn.World.Direct(Other)["id"]!] = 50007;

        await Make(host, new Change.Retract(fact, Today));
        await Until(async () => (await Watches(host)).Count == 0);

        Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_kept_for_ever()
    {
        var host = await Start();
        await Press();

        Time.Jump(Watch.KeptFor);

        await Until(async () => (await Watches(host)).Count == 0);
        Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_token_or_a_community_it_says_that_it_cannot_and_keeps_nothing()
    {
        var host = await Start(token: false);
        var asked = await Discord.Ask(Question, Cancellation);

        var pressed = await Discord.Press(Button(asked.Original!, Label)!, Cancellation);
        (await Discord.Finished(pressed, Cancellation)).ShouldContain("without the bot\u2019s token");

        (await Watches(host)).ShouldBeEmpty();
        Button((await Discord.Ask("who killed the mayor?", Cancellation)).Original!, Label).ShouldBeNull();
    }

    /// <returns>A fact of the answer.</returns>
    private async Task<FactId> Press(string by = Person)
    {
        var asked = await Discord.Ask(Question, Cancellation);
        var pressed = await Discord.Press(Button(asked.Original!, Label)!, Cancellation, doing => doing with { By = by });
        (await Discord.Finished(pressed, Cancellation)).ShouldStartWith("I will write to you once");
        return new FactId("bridge-closed");
    }

    private List<StandInMessage> Told => [.. Discord.Seen.Where(message => message.Channel != Channel)];

    private async Task<IReadOnlyList<Watch>> Watches(RunningHost host) =>
        await host.Services.GetRequiredService<IWatches>().All(DateTimeOffset.MaxValue, Cancellation);
}
