using System.Text.Json.Nodes;
using Bot.Core.Corrections;
using Bot.Core.Moderation.Cards;
using Bot.Host.Tests.Corrections;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Moderation;

/// <summary>The service dies at every boundary between two steps of a card, and another is started over the same store.</summary>
public sealed class CardCrashTests : CardSide
{
    [Fact]
    public async Task Wherever_it_dies_there_is_one_card_for_each_thing_and_it_says_in_the_end_what_was_decided()
    {
        var host = await Start();
        await Choose();

        // Every post is looked at once for corrections: that of the choice too, and not among the steps of cards.
        await Pass(Grace + TimeSpan.FromMinutes(1));
        await Until(async () => (await Open(host)).Count == 0);
        await host.DisposeAsync();
        var deaths = new List<string>();
        var (call, after, things) = (1, false, 0);
        for (var alive = false; !alive; (call, after) = after ? (call + 1, false) : (call, true))
        {
            var doom = new Doom(post: null, call, after);
            host = await Start(doom.Over);
            things++;
            await Report(host);
            await Until(() => doom.DiedAt is not null || Shows("One member said"));
            await Report(host);
            await Until(() => doom.DiedAt is not null || Shows("2 members said"));
            await Reject(host);
            await Until(async () => doom.DiedAt is not null || await AllOver(host));
            alive = doom.DiedAt is null;
            deaths.Add($"{(after ? "after" : "before")} {doom.DiedAt}");
            await host.DisposeAsync();

            host = await Start();
            await Until(async () => await AllOver(host));
            await Pass(TimeSpan.FromMinutes(2));

            // What had no card when it was decided needs none.
            things = AllDecided(things) ? things : things - 1;
            AllDecided(things).ShouldBeTrue(deaths[^1]);
            Cards.Count.ShouldBe(things, deaths[^1]);
            await host.DisposeAsync();
        }

        // Each of these was met, before and after: or the test looks at other steps than there are.
        foreach (var step in (string[])["keep Sending", "post", "keep Posted", "edit", "keep Over"])
        {
            deaths.ShouldContain($"before {step}");
            deaths.ShouldContain($"after {step}");
        }

        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Where_it_dies_with_a_card_on_its_way_and_is_away_for_hours_it_looks_whether_the_card_is_there(
        bool arrived,
        bool decided
    )
    {
        await DieWithACardOnItsWay(arrived);

        Time.Advance(TimeSpan.FromHours(5));
        if (decided)
        {
            await Elsewhere(Reject);
        }

        var host = await Start();
        await Until(async () =>
            decided ? await AllOver(host) : Shows("One member said") && (await Known(host)) is [{ State: CardState.Posted }]
        );
        if (!decided)
        {
            await Report(host);
            await Until(() => Shows("2 members said"));
        }

        Cards.Count.ShouldBe(arrived || !decided ? 1 : 0);
        AllDecided(Cards.Count).ShouldBe(decided);
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_bot_may_not_read_what_was_said_before_no_second_card_is_sent_and_moderators_are_told(bool arrived)
    {
        await DieWithACardOnItsWay(arrived);
        Discord.StandIn.World.WithoutHistory.Add(DiscordSide.Channel);
        Discord.StandIn.World.Channels[DiscordSide.Channel]["permission_overwrites"] = new JsonArray(
            new JsonObject
            {
                ["id"] = DiscordSide.Guild,
                ["type"] = 0,
                ["allow"] = "0",
                ["deny"] = "65536",
            }
        );

        Time.Advance(TimeSpan.FromHours(5));
        var host = await Start();
        await Until(async () => (await Known(host)) is [{ State: CardState.Lost }]);

        Cards.Count.ShouldBe(arrived ? 1 : 0);
        var troubles = host.Services.GetRequiredService<CardTroubles>();
        await Until(() => troubles.Of(Community) is [var said] && said.StartsWith("Of a card nobody knows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_card_and_what_others_say_is_not_taken_for_the_one_that_is_looked_for()
    {
        await DieWithACardOnItsWay(arrived: false);
        await Elsewhere(other => Propose(other));
        var host = await Start();
        await Until(() => Shows("wants to"));
        await host.DisposeAsync();
        Discord.StandIn.World.Write(DiscordSide.Channel, DiscordSide.Other, "One member said that this is wrong.");

        Time.Advance(TimeSpan.FromHours(5));
        host = await Start();
        await Until(async () => (await Known(host)) is [{ State: CardState.Posted }, { State: CardState.Posted }]);

        Cards.Count(card => card.Author == Discord.StandIn.BotId && Has(card, "One member said")).ShouldBe(1);
        Cards.Count(card => Has(card, "wants to")).ShouldBe(1);
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 5)]
    [InlineData(true, 30)]
    [InlineData(false, 30)]
    public async Task Where_it_dies_with_the_reminder_on_its_way_it_looks_whether_it_is_there_and_nobody_is_reminded_twice_a_day(
        bool arrived,
        int hours
    )
    {
        await DieWithTheReminderOnItsWay(arrived);

        Time.Advance(TimeSpan.FromHours(hours));
        var host = await Start();
        var due = (arrived ? 1 : 0) + (arrived && hours < 24 ? 0 : 1);
        await Until(() => Reminders.Count == due);
        await Until(async () => (await Known(host)).Single(card => card.IsReminder).State == CardState.Posted);
        await Pass(TimeSpan.FromMinutes(5));
        Reminders.Count.ShouldBe(due);

        Time.Advance(TimeSpan.FromHours(arrived && hours < 24 ? 24 - hours - 1 : 23));
        await Pass(TimeSpan.FromMinutes(2));
        Reminders.Count.ShouldBe(due);
        Time.Advance(TimeSpan.FromHours(1));
        await Until(() => Reminders.Count == due + 1);
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_reminder_has_a_button_that_shows_whoever_moderates_what_waits()
    {
        var host = await Start();
        await Choose();
        await Report(host);
        await Until(() => Shows("One member said"));
        Time.Advance(TimeSpan.FromHours(25));
        await Until(() => Reminders.Count == 1);

        (await Discord.Finished(await Press(Reminders[0], "What waits", Moderates), Cancellation)).ShouldStartWith("One thing waits");
        (await Discord.Finished(await Press(Reminders[0], "What waits", "2048"), Cancellation)).ShouldStartWith("That is for moderators.");
    }

    /// <summary>Something waits for a day, and the service dies when it has asked Discord for the reminder or is about to.</summary>
    private async Task DieWithTheReminderOnItsWay(bool arrived)
    {
        var host = await Start();
        await Choose();
        await Report(host);
        await Until(() => Shows("One member said"));
        await Pass(Grace + TimeSpan.FromMinutes(1));
        await Until(async () => (await Open(host)).Count == 0);
        await host.DisposeAsync();
        Time.Advance(TimeSpan.FromHours(24));
        var doom = new Doom(post: null, at: 2, arrived);
        host = await Start(doom.Over);
        await Until(() => doom.DiedAt is not null);
        await host.DisposeAsync();
        (doom.DiedAt, Reminders.Count).ShouldBe(("post", arrived ? 1 : 0));
    }

    /// <summary>Something is reported, and the service dies when it has asked Discord for the card or is about to.</summary>
    private async Task DieWithACardOnItsWay(bool arrived)
    {
        var host = await Start();
        await Choose();
        await Pass(Grace + TimeSpan.FromMinutes(1));
        await Until(async () => (await Open(host)).Count == 0);
        await host.DisposeAsync();
        var doom = new Doom(post: null, at: 2, arrived);
        host = await Start(doom.Over);
        await Report(host);
        await Until(() => doom.DiedAt is not null);
        await host.DisposeAsync();
        (doom.DiedAt, Cards.Count).ShouldBe(("post", arrived ? 1 : 0));
    }

    /// <summary>Something is done at a replica that shows nothing.</summary>
    private async Task Elsewhere(Func<RunningHost, Task> act)
    {
        await using var host = await Start(new Doom(post: null, at: 1, after: false).Over);
        await act(host);
    }

    private async Task<IReadOnlyList<TrackedPost>> Open(RunningHost host) =>
        await host.Services.GetRequiredService<ICorrections>().Open(Time.GetUtcNow(), Time.GetUtcNow() - Grace, 1, Cancellation);

    private bool Shows(string words) => Cards.Exists(card => Has(card, words));

    private static async Task<bool> AllOver(RunningHost host) => (await Known(host)).All(card => card.State == CardState.Over);

    private bool AllDecided(int things) => Cards.Count(card => Has(card, "Decided on")) == things;
}
