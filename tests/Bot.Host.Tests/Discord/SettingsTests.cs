using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Discord;

/// <summary>A server set up from Discord, on the card of <c>/settings</c>.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private const string Story = "1:set:story";
    private const string Sharing = "1:set:sharing";
    private const string ManagesServer = "2080";
    private const string IsAdministrator = "8";

    private static readonly CommunityId Here = new($"discord:{DiscordSide.Guild}");

    private readonly TemporaryStories stories = new("bridge", "tunnel");
    private DiscordSide discord = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CommunitySettings Settings => host.Services.GetRequiredService<Shelf>().Settings(Here);

    public async ValueTask InitializeAsync()
    {
        discord = await DiscordSide.Open(new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero)));
        host = await discord.Start(stories, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Everybody_may_read_the_card_and_only_who_manages_the_server_chooses_on_it()
    {
        var read = await Type("settings", "2048");
        read.Components.ShouldBeEmpty();
        read.Json().ToJsonString().ShouldContain("Answers may be shared in every channel.");

        var chosen = await Type("settings", ManagesServer);
        Menus(chosen).ShouldBe([Story, Sharing, "1:set:second", "1:set:cards", DiscordSide.RolesMenu]);
        Default(chosen, Sharing).ShouldBe("everywhere");
        Default(chosen, Story).ShouldBe("bridge");
    }

    [Fact]
    public async Task Another_story_is_followed_from_the_moment_it_is_chosen()
    {
        (await Choose(Story, "tunnel", ManagesServer)).ShouldStartWith("Done. Here questions are answered from");

        Settings.Story!.Value.Value.ShouldBe("tunnel");
        Default(await Type("settings", ManagesServer), Story).ShouldBe("tunnel");
    }

    [Fact]
    public async Task Sharing_is_switched_off_kept_to_a_channel_and_on_again()
    {
        await Choose(Sharing, "nowhere", ManagesServer);
        Settings.Sharing.ShouldBe(SharingPlaces.Nowhere);

        await Choose(Sharing, "here", IsAdministrator);
        Settings.Sharing!.Value.Places.ShouldHaveSingleItem().Value.ShouldBe(DiscordSide.Channel);

        await Choose(Sharing, "everywhere", ManagesServer);
        Settings.Sharing.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_who_choose_roles_on_cards_that_showed_the_same_both_have_their_way()
    {
        await Roles(await Type("settings", ManagesServer), "71", "72");
        var (one, other) = (await Type("settings", ManagesServer), await Type("settings", IsAdministrator));

        await Roles(one, "71", "72", "73");
        await Roles(other, "72", "74");

        Settings.Moderators!.Value.All.ShouldBe(["72", "73", "74"]);
        (await Type("settings", ManagesServer)).Json().ToJsonString().ShouldContain("\"74\"");
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1:set:roles")]
    [InlineData("1:set:roles:0badcafe")]
    [InlineData($"{DiscordSide.RolesMenu}0badcafe")]
    public async Task A_menu_of_roles_of_which_nobody_knows_what_it_showed_changes_nothing_and_says_where_there_is_another(string menu)
    {
        var said = await discord.Do(Doing.Chosen(menu, 6, "71") with { Permissions = ManagesServer }, Cancellation);

        ((string)said.Answer!["data"]!["content"]!).ShouldBe(
            "This card is too old to tell what it showed, so nothing was changed. Type /settings for a new one."
        );
        Settings.ShouldBe(CommunitySettings.Default);
    }

    [Fact]
    public async Task Whoever_may_not_manage_the_server_any_more_changes_nothing_and_is_told()
    {
        var said = await Pick(Sharing, "nowhere", "2048");

        ((string)said.Answer!["data"]!["content"]!).ShouldStartWith("Only who may manage this server");
        Settings.ShouldBe(CommunitySettings.Default);
    }

    [Theory]
    [InlineData(Story, "no-such-story")]
    [InlineData(Sharing, "in my garden")]
    [InlineData(Sharing, "")]
    public async Task What_cannot_be_chosen_is_told_and_changes_nothing(string menu, string value)
    {
        var said = await Pick(menu, value, ManagesServer);

        ((string)said.Answer!["data"]!["content"]!).ShouldBe("That cannot be chosen any more. Type /settings to see what can.");
        Settings.ShouldBe(CommunitySettings.Default);
    }

    [Fact]
    public async Task The_same_choice_delivered_twice_is_made_once()
    {
        var first = await Pick(Sharing, "nowhere", ManagesServer, "1399999999999999999");
        await discord.Finished(first, Cancellation);
        var events = await Events();

        var again = await Pick(Sharing, "nowhere", ManagesServer, "1399999999999999999");
        await discord.Finished(again, Cancellation);

        (await Events()).ShouldBe(events);
    }

    [Fact]
    public async Task That_nothing_is_set_up_is_told_once_and_only_to_who_may_change_it()
    {
        const string Told = "nothing is set up yet";

        (await Type("ask", "2048")).Json().ToJsonString().ShouldNotContain(Told);
        (await Type("ask", ManagesServer)).Json().ToJsonString().ShouldContain(Told);
        (await Type("ask", ManagesServer)).Json().ToJsonString().ShouldNotContain(Told);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    private async Task<int> Events() => await host.Services.GetRequiredService<IJournal>().Read(0, Cancellation).CountAsync(Cancellation);

    private async Task<StandInMessage> Type(string command, string permissions) =>
        (await discord.Do(Doing.Typed(command) with { Permissions = permissions }, Cancellation)).Original!;

    private Task<StandInAnswers.Asked> Pick(string menu, string value, string permissions, string? id = null) =>
        discord.Do(Doing.Chosen(menu, 3, value) with { Id = id, Permissions = permissions }, Cancellation);

    private async Task<string> Choose(string menu, string value, string permissions) =>
        await discord.Finished(await Pick(menu, value, permissions), Cancellation);

    private async Task Roles(StandInMessage card, params string[] roles)
    {
        var menu = Menus(card).Single(id => id.StartsWith("1:set:roles", StringComparison.Ordinal));
        var chosen = await discord.Do(Doing.Chosen(menu, 6, roles) with { Permissions = ManagesServer }, Cancellation);
        (await discord.Finished(chosen, Cancellation)).ShouldStartWith("Done.");
    }

    private static IEnumerable<string> Menus(StandInMessage message) =>
        message.Components.SelectMany(row => row!["components"]!.AsArray()).Select(menu => (string)menu!["custom_id"]!);

    private static string? Default(StandInMessage message, string menu) =>
        message.Components.SelectMany(row => row!["components"]!.AsArray()).Single(each => (string)each!["custom_id"]! == menu)!["options"]!
            .AsArray()
            .Where(option => (bool)option!["default"]!)
            .Select(option => (string)option!["value"]!)
            .SingleOrDefault();
}
