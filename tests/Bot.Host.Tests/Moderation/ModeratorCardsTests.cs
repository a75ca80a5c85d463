using System.Text.Json.Nodes;
using Bot.Core.Facts;
using Bot.Core.Moderation.Cards;
using Bot.Host.Tests.Discord;

namespace Bot.Host.Tests.Moderation;

/// <summary>What waits has a card in the moderators' channel, which is brought up to date where it stands; and who moderates decides there.</summary>
public sealed class ModeratorCardsTests : CardSide
{
    [Fact]
    public async Task What_is_reported_has_one_card_that_counts_on_and_says_in_the_end_what_was_decided()
    {
        var host = await Start();
        (await Choose()).ShouldStartWith("Done. Everybody here can read that channel");
        await Report(host, "Nobody has seen a fence.");
        await Until(() => Cards.Count == 1);
        var card = Cards[0];
        card.Content.ShouldStartWith("One member said that this is wrong.");
        Has(card, Story(host).Book[new FactId(Closed)].Says).ShouldBeTrue();
        Has(card, "Nobody has seen a fence.").ShouldBeTrue();
        DiscordSide.Button(card, "It stands").ShouldNotBeNull();

        await Report(host);
        await Until(() => card.Content.StartsWith("2 members said", StringComparison.Ordinal));
        await Reject(host);
        await Until(() => card.Content.StartsWith("Decided on 1 Jun 2026", StringComparison.Ordinal));

        card.Content.ShouldEndWith("the fact stands.");
        card.Components.ShouldBeEmpty();
        Has(card, Story(host).Book[new FactId(Closed)].Says).ShouldBeFalse();
        Has(card, "Nobody has seen a fence.").ShouldBeFalse();
        Cards.ShouldHaveSingleItem();
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_moderates_approves_in_the_channel_and_is_answered_alone_and_so_is_who_may_not()
    {
        var host = await Start();
        await Choose();
        await Propose(host);
        await Until(() => Cards.Count == 1);
        var (card, shown) = (Cards[0], Cards[0].TimesShown);

        var refused = await Press(card, "Approve", permissions: "274877908992");
        refused.Original!.IsEphemeral.ShouldBeTrue();
        refused.Original.Content.ShouldStartWith("That is for moderators.");
        card.TimesShown.ShouldBe(shown);

        var approved = await Press(card, "Approve", Moderates);
        (await Discord.Finished(approved, Cancellation)).ShouldStartWith("Approved");
        await Until(() => card.Content.StartsWith("Decided on", StringComparison.Ordinal));

        card.Content.ShouldEndWith("it was approved and done.");
        card.Components.ShouldBeEmpty();
        card.TimesShown.ShouldBe(shown + 1);
        Queue(host).Open.ShouldBeEmpty();
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Something_that_waits_for_a_day_is_reminded_of_once_a_day_and_nothing_is_said_when_nothing_waits()
    {
        var host = await Start();
        await Choose();
        await Report(host);
        await Until(() => Cards.Count == 1);
        await Hours(23);
        Reminders.ShouldBeEmpty();

        await Hours(2);
        await Until(() => Reminders.Count > 0);
        Reminders
            .ShouldHaveSingleItem()
            .Content.Replace("\u200B", "", StringComparison.Ordinal)
            .ShouldBe("One thing waits for moderators, the oldest since 1 June 2026, 09:00 UTC: see /fact queue.");
        await host.DisposeAsync();
        host = await Start();
        await Hours(20);
        Reminders.Count.ShouldBe(1);

        await Hours(5);
        await Until(() => Reminders.Count == 2);
        await Reject(host);
        await Hours(72);
        Reminders.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_nothing_can_be_posted_that_is_said_when_it_is_chosen_and_later_where_moderators_look()
    {
        var host = await Start();
        Discord.StandIn.World.Refusing[DiscordSide.Channel] = 50013;
        (await Choose()).ShouldStartWith("Nothing can be posted in that channel, so it was not chosen.");
        Discord.StandIn.World.Refusing.Clear();
        await Choose();

        Discord.StandIn.World.Refusing[DiscordSide.Channel] = 50013;
        await Report(host);
        await Until(async () => (await Known(host)) is [{ State: CardState.Refused, Tries: > 2 }]);
        const string Trouble = "What waits cannot be shown in the moderators";
        await Until(async () => (await Seen("fact", "queue")).Contains(Trouble, StringComparison.Ordinal));
        (await Seen("settings")).ShouldContain(Trouble);
        Cards.ShouldBeEmpty();

        Discord.StandIn.World.Refusing.Clear();
        await Until(() => Cards.Count == 1);
        await Until(async () => !(await Seen("fact", "queue")).Contains(Trouble, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_somebody_took_away_does_not_come_again_and_the_item_is_still_in_the_queue()
    {
        var host = await Start();
        await Choose();
        await Report(host);
        await Until(() => Cards.Count == 1);
        Cards[0].IsDeleted = true;
        await Report(host);
        await Until(async () => (await Known(host)) is [{ State: CardState.Lost }]);

        await Pass(TimeSpan.FromMinutes(2));
        Cards.ShouldBeEmpty();
        (await Seen("fact", "queue")).ShouldContain("Reported as wrong by 2 members");
    }

    [Fact]
    public async Task Two_replicas_make_one_card_and_one_reminder()
    {
        var host = await Start();
        await Choose();
        await using var other = await Start();
        await Report(host);
        await Until(() => Cards.Count == 1);
        await Report(other);
        await Until(() => Has(Cards[0], "2 members said"));
        await Hours(30);

        Cards.ShouldHaveSingleItem();
        Reminders.ShouldHaveSingleItem();
    }

    /// <summary>What a moderator reads who types something.</summary>
    private async Task<string> Seen(string name, string? under = null)
    {
        var typed = under is null ? Doing.Typed(name, Array.Empty<JsonNode>()) : Doing.Typed(name, under, []);
        var asked = await Discord.Do(typed with { Permissions = Moderates }, Cancellation);
        return Text(asked.Original!) + asked.Original!.Components.ToJsonString();
    }

    private async Task Hours(int hours)
    {
        for (var i = 0; i < hours; i++)
        {
            Time.Advance(TimeSpan.FromHours(1));
            await Pass(TimeSpan.FromSeconds(40));
        }
    }
}
