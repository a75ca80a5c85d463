using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord;

namespace Bot.Host.Tests.Discord;

/// <summary>The verb <c>doctor</c> against a stand-in Discord.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-doctor-");
    private readonly StandInDiscord discord = new(TimeProvider.System);
    private StandInServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await StandInServer.On("http://127.0.0.1:0", discord);
        discord.InteractionsEndpoint = "https://dateline.example.org/discord/interactions";
        discord.World.Members[(StandInWorld.Guild, discord.BotId)] = new JsonObject
        {
            ["user"] = StandInWorld.User(discord.BotId, "dateline", isBot: true),
            ["nick"] = null,
            ["roles"] = new JsonArray(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_is_wrong_where_settings_portal_and_channel_agree_but_that_the_commands_are_not_registered_yet()
    {
        var said = await Examine([], "--channel", StandInWorld.Channel);

        said.Code.ShouldBe(0, said.Out + said.Error);
        said.Out.ShouldContain("the token is valid", Case.Insensitive);
        said.Out.ShouldContain("The public key is this application's.");
        said.Out.ShouldContain("Discord sends what people do to https://dateline.example.org/discord/interactions.");
        said.Out.ShouldContain("look   Not registered as they are here: ask, ");
        said.Out.ShouldContain("In #general the bot may do all that posting takes.");
        said.Out.ShouldContain($"client_id={discord.ApplicationId}&scope=bot+applications.commands&permissions=274878024704");
        discord.Violations.ShouldBeEmpty();
        discord.Calls.ShouldAllBe(call => call.Method == "GET");
    }

    [Fact]
    public async Task A_token_that_discord_does_not_know_is_told_and_never_shown()
    {
        var said = await Examine([("Discord:BotToken", "MTIz.not.it")]);

        said.Code.ShouldBe(1);
        said.Out.ShouldContain("Discord does not know the token");
        said.Out.ShouldContain("Reset Token");
        (said.Out + said.Error).ShouldNotContain("MTIz");
    }

    [Fact]
    public async Task The_id_and_the_key_of_another_application_are_told_with_the_right_ones()
    {
        var said = await Examine([
            ("Discord:ApplicationId", "77"),
            ("Discord:PublicKey", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
        ]);

        said.Code.ShouldBe(1);
        said.Out.ShouldContain($"`Discord:ApplicationId` is 77, and the token belongs to {discord.ApplicationId}.");
        said.Out.ShouldContain($"Set it to {discord.PublicKey}");
    }

    [Fact]
    public async Task A_way_of_delivery_that_contradicts_the_settings_is_told()
    {
        (await Examine([("Discord:Mode", "gateway")])).Out.ShouldContain(
            "WRONG  `Discord:Mode` is gateway, but the application has an Interactions"
        );

        discord.InteractionsEndpoint = null;
        (await Examine([])).Out.ShouldContain("set it to https://dateline.example.org/discord/interactions");
    }

    [Fact]
    public async Task Each_permission_that_lacks_in_a_channel_is_told_with_what_it_is_for()
    {
        discord.World.Channels[StandInWorld.Channel]["permission_overwrites"] = new JsonArray(
            new JsonObject
            {
                ["id"] = StandInWorld.Guild,
                ["type"] = 0,
                ["allow"] = "0",
                ["deny"] = $"{(1 << 14) | (1 << 15)}",
            },
            new JsonObject
            {
                ["id"] = discord.BotId,
                ["type"] = 1,
                ["allow"] = $"{1 << 15}",
                ["deny"] = "0",
            }
        );

        var said = await Examine([], "--channel", StandInWorld.Channel);

        said.Code.ShouldBe(1);
        said.Out.ShouldContain("In #general the bot lacks \u201CEmbed Links\u201D, for the cards");
        said.Out.ShouldNotContain("Attach Files");
    }

    [Fact]
    public async Task A_channel_that_is_none_or_cannot_be_seen_is_told()
    {
        (await Examine([], "--channel", "general")).Out.ShouldContain("\u201Cgeneral\u201D is no channel's id.");

        var unknown = await Examine([], "--channel", "42");
        unknown.Code.ShouldBe(1);
        unknown.Out.ShouldContain("The channel 42 could not be looked at.");
    }

    [Fact]
    public async Task Without_a_token_it_says_where_to_get_one()
    {
        var said = await Terminal.Run(
            folder.FullName,
            [("Discord:Mode", "http"), ("Discord:PublicKey", discord.PublicKey)],
            ["doctor"],
            TestContext.Current.CancellationToken
        );

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("`Discord:BotToken`");
    }

    private Task<Terminal> Examine(IEnumerable<(string Key, string Value)> changed, params string[] arguments) =>
        Terminal.Run(
            folder.FullName,
            new Dictionary<string, string>
            {
                ["Discord:Mode"] = "http",
                ["Discord:ApplicationId"] = discord.ApplicationId,
                ["Discord:PublicKey"] = discord.PublicKey,
                ["Discord:BotToken"] = discord.Token,
                ["Discord:ApiBase"] = server.Api.ToString(),
                ["Public:BaseUrl"] = "https://dateline.example.org",
            }
                .Select(setting => (setting.Key, setting.Value))
                .Where(setting => !changed.Any(other => other.Key == setting.Key))
                .Concat(changed),
            ["doctor", .. arguments]
        );
}
