using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Moderation;
using Bot.Testing.Discord;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Discord;

/// <summary>From a command in a server to the desk of its moderators in a browser.</summary>
public sealed partial class DeskLinkTests : IAsyncLifetime
{
    private const string Moderates = "8192";
    private const string Reads = "2048";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = new("bridge");
    private DiscordSide discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => discord = await DiscordSide.Open(time);

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Who_moderates_gets_a_link_for_themselves_that_opens_the_desk_of_that_server_once()
    {
        var host = await discord.Start(stories, Cancellation, settings: ("Public:BaseUrl", "https://dateline.example"));

        var asked = await Ask(Moderates);
        var told = await discord.Finished(asked, Cancellation);

        asked.Original!.IsEphemeral.ShouldBeTrue();
        var link = Address().Match(Shown(asked.Original));
        link.Success.ShouldBeTrue(told);
        using var ann = await Moderator.Redeem(host, link.Groups[1].Value);
        (await ann.Open("/moderate/queue")).Text.ShouldContain($"You moderate \u201Cdiscord:{DiscordSide.Guild}\u201D.");
        host.Log.Text.ShouldNotContain(link.Groups[1].Value);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_does_not_moderate_gets_none_and_without_an_address_nobody_does()
    {
        await discord.Start(stories, Cancellation);

        (await discord.Finished(await Ask(Reads), Cancellation)).ShouldContain("That is for moderators.");
        (await discord.Finished(await Ask(Moderates), Cancellation)).ShouldContain("This service has no address");
    }

    private Task<StandInAnswers.Asked> Ask(string permissions) =>
        discord.Do(
            Doing.Typed("fact", new JsonObject { ["name"] = "console", ["type"] = 1 }) with
            {
                Permissions = permissions,
            },
            Cancellation
        );

    private static string Shown(StandInMessage message) =>
        $"{message.Content}{message.Embeds.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}";

    [GeneratedRegex(@"\[Open the desk of moderators\]\(<https://dateline\.example/link/([\w-]{43})>\)")]
    private static partial Regex Address();
}
