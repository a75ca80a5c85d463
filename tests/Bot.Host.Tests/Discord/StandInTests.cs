using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Discord;

/// <summary>Somebody stands in for a second moderator of a server who is away: named on the card of <c>/settings</c>, for some days.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private const string ManagesServer = "2080";
    private const string Moderates = "8192";
    private const string Reads = "2048";

    private static readonly FactId Closed = new("bridge-closed");
    private static readonly CommunityId Here = new($"discord:{DiscordSide.Guild}");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = new("bridge");
    private DiscordSide discord = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Shelf Shelf => host.Services.GetRequiredService<Shelf>();

    private StorySnapshot Story => Shelf.Story(Shelf.Now, Here)!;

    public async ValueTask InitializeAsync()
    {
        discord = await DiscordSide.Open(time);
        host = await discord.Start(stories, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Who_stands_in_approves_what_was_proposed_and_changes_nothing_else()
    {
        var item = await Proposed();
        (await Said(DiscordSide.Other, "approve", ("item", item.Value))).ShouldStartWith("That is for moderators. Here it takes");

        (await Named(DiscordSide.Other, "1")).ShouldContain(
            $"Until 2 June 2026, 09:00 UTC these stand in for a second moderator: <@{DiscordSide.Other}>"
        );
        (await Why(DiscordSide.Other)).ShouldStartWith("You stand in for a second moderator until 2 June 2026, 09:00 UTC.");
        (await Said(DiscordSide.Other, "add")).ShouldStartWith(
            "That is for moderators. You stand in for a second moderator until 2 June 2026, 09:00 UTC. Who stands in"
        );
        (await Said(DiscordSide.Other, "change", ("fact", Closed.Value))).ShouldStartWith("That is for moderators. You stand in");

        (await Said(DiscordSide.Other, "queue", ("item", item.Value))).ShouldStartWith("A moderator wants to retract");
        (await Said(DiscordSide.Other, "approve", ("item", item.Value))).ShouldStartWith("Approved.");
        Story.IsTakenBack(Closed).ShouldBeTrue();
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_time_is_over_nobody_stands_in_any_more_and_that_is_said()
    {
        var item = await Proposed();
        await Named(DiscordSide.Other, "1");
        time.Jump(TimeSpan.FromDays(1));

        (await Said(DiscordSide.Other, "approve", ("item", item.Value))).ShouldStartWith(
            "That is for moderators. You stood in for a second moderator until 2 June 2026, 09:00 UTC. Here it takes"
        );
        (await Why(DiscordSide.Other)).ShouldStartWith("You do not moderate here. You stood in");
        Below((await discord.Do(Doing.Typed("settings") with { Permissions = Reads }, Cancellation)).Original!)
            .ShouldNotContain("stand in");
        Story.IsTakenBack(Closed).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_proposed_something_does_not_approve_it_by_standing_in()
    {
        var item = await Proposed();
        await Named($"{DiscordSide.Person} {DiscordSide.Other}", "14");

        (await Said(DiscordSide.Person, "approve", ("item", item.Value))).ShouldStartWith("You proposed this yourself");
        Story.IsTakenBack(Closed).ShouldBeFalse();
        (await Said(DiscordSide.Other, "hold", ("fact", Closed.Value))).ShouldStartWith("Held: ");
        (await Said(DiscordSide.Other, "undo", ("fact", Closed.Value))).ShouldStartWith("That is for moderators.");
    }

    [Fact]
    public async Task Whoever_manages_the_server_no_more_when_the_form_comes_back_names_nobody_and_who_is_forgotten_stands_in_no_more()
    {
        var form = await Form();
        var sent = await discord.Do(
            Doing.Submitted(form, ("people", DiscordSide.Other), ("days", "7")) with
            {
                Permissions = Moderates,
            },
            Cancellation
        );
        ((string)sent.Answer!["data"]!["content"]!).ShouldStartWith("Only who may manage this server");
        Shelf.Settings(Here).ShouldBe(CommunitySettings.Default);

        await Named(DiscordSide.Other, "7");
        await host.Services.GetRequiredService<IPeople>().Forget(new UserId(DiscordSide.Other), community: null, Cancellation);
        (await Why(DiscordSide.Other)).ShouldStartWith("You do not moderate here. Here it takes");
        await Named("", "7");
        Shelf.Settings(Here).StandIns.ShouldBeNull();
    }

    [Fact]
    public async Task Who_stands_in_is_offered_what_to_decide_about_while_typing_and_nobody_else_is()
    {
        var item = await Proposed();
        await Named(DiscordSide.Other, "1");

        foreach (var command in (string[])["approve", "reject", "queue"])
        {
            (await Offered(DiscordSide.Other, command, "item")).ShouldBe([item.Value]);
            (await Offered(DiscordSide.Person, command, "item")).ShouldBeEmpty();
        }

        (await Offered(DiscordSide.Other, "hold", "fact")).ShouldContain(Closed.Value);
        (await Offered(DiscordSide.Other, "add", "draft")).ShouldBeEmpty();
        await Said(DiscordSide.Other, "hold", ("fact", Closed.Value));
        (await Offered(DiscordSide.Other, "hold", "fact")).ShouldNotContain(Closed.Value);
        (await Offered(DiscordSide.Other, "undo", "fact")).ShouldNotContain(Closed.Value);

        time.Jump(TimeSpan.FromDays(1));
        (await Offered(DiscordSide.Other, "approve", "item")).ShouldBeEmpty();
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    private async Task<ItemId> Proposed()
    {
        var retract = Doing.Typed("fact", "retract", ("fact", Closed.Value), ("reason", "They took it back.")) with
        {
            Permissions = Moderates,
        };
        await discord.Finished(await discord.Do(retract, Cancellation), Cancellation);
        return Shelf.Queue(Here, Story.Story.Slug).Open.ShouldHaveSingleItem().Id;
    }

    /// <summary>Whoever manages the server names some, with spaces between.</summary>
    /// <returns>What the card says then.</returns>
    private async Task<string> Named(string people, string days)
    {
        var sent = Doing.Submitted(await Form(), ("people", people), ("days", days)) with { Permissions = ManagesServer };
        var asked = await discord.Do(sent, Cancellation);
        (await discord.Finished(asked, Cancellation)).ShouldStartWith("Done.");
        return Below(asked.Original!);
    }

    /// <summary>What the card says below its first sentence.</summary>
    private static string Below(StandInMessage card) =>
        Plain(string.Concat(card.Json()["embeds"]!.AsArray().Select(embed => (string?)embed!["description"])));

    /// <summary>Without what keeps words from being read as marks.</summary>
    private static string Plain(string said) => said.Replace("\u200B", "", StringComparison.Ordinal);

    /// <summary>What is offered to somebody who only reads there, while they type.</summary>
    private async Task<IReadOnlyList<string>> Offered(string by, string command, string name)
    {
        var option = Doing.Option(name, "");
        option["focused"] = true;
        var under = new JsonObject
        {
            ["name"] = command,
            ["type"] = 1,
            ["options"] = new JsonArray(option),
        };
        var asked = await discord.Do(Doing.Typed("fact", under) with { Type = 4, By = by, Permissions = Reads }, Cancellation);
        return [.. asked.Answer!["data"]!["choices"]!.AsArray().Select(choice => (string)choice!["value"]!)];
    }

    private async Task<JsonObject> Form()
    {
        var chosen = Doing.Chosen("1:set:second", 3, "stand-in") with { Permissions = ManagesServer };
        return (await discord.Do(chosen, Cancellation)).Answer!["data"]!.AsObject();
    }

    private async Task<string> Why(string by) =>
        Plain(
            (await discord.Do(Doing.Typed("why", Doing.Option("about", "denied")) with { By = by, Permissions = Reads }, Cancellation))
                .Original!
                .Content
        );

    /// <summary>What follows a command of somebody who only reads there.</summary>
    private async Task<string> Said(string by, string command, params (string Name, string Value)[] options)
    {
        var asked = await discord.Do(Doing.Typed("fact", command, options) with { By = by, Permissions = Reads }, Cancellation);
        return Plain(await discord.Finished(asked, Cancellation));
    }
}
