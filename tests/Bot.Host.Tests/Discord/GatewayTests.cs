using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

/// <summary>The real service, connected to a stand-in for Discord over real connections.</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private const string Guild = StandInWorld.Guild;

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private readonly UnhurriedTime time = new();
    private RunningStandIn discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string)[] Settings =>
        [
            ("Discord:Mode", "gateway"),
            ("Discord:ApplicationId", discord.Rest.ApplicationId),
            ("Discord:BotToken", discord.Rest.Token),
            ("Discord:ApiBase", discord.Api.ToString()),
        ];

    public async ValueTask InitializeAsync()
    {
        discord = await RunningStandIn.Start(time: time);
        discord.Rest.Limits.Usual = new StandInLimits.Limit("", 1_000, TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Commands_and_mentions_are_answered_and_servers_joined_and_left_written_down_also_after_the_connection_was_lost()
    {
        discord.Gateway.Join(Guild);
        await using var host = await Connected();
        var first = Ask();
        await Until(() => first.Answer is not null);
        first.Answer!["type"]!.GetValue<int>().ShouldBe(4);
        first.Answer["data"]!["content"]!.GetValue<string>().ShouldContain("closed");
        first.Answer["data"]!["flags"]!.GetValue<int>().ShouldBe(64);

        discord.Gateway.CloseAll(null);
        var missed = Ask();
        await Until(() => missed.Answer is not null && discord.Gateway.IsConnected);
        (discord.Gateway.Logins, discord.Gateway.Resumes).ShouldBe((1, 1));

        var mention = discord.People.Write($"<@{discord.Rest.BotId}> is the bridge closed?");
        await Until(() => Replies(mention).Any());
        var reply = Replies(mention).ShouldHaveSingleItem();
        reply.Channel.ShouldBe(StandInWorld.Channel);
        reply.Content.ShouldContain("closed");
        discord.Rest.Calls.Single(call => call.Template == "/channels/{channel_id}/messages").Json["allowed_mentions"]!["parse"]!
            .AsArray()
            .ShouldBeEmpty();

        var communities = host.Services.GetRequiredService<ICommunities>();
        var known = (await communities.All(Cancellation)).ShouldHaveSingleItem();
        (known.Id.Value, known.Left is null).ShouldBe(($"discord:{Guild}", true));
        discord.Gateway.Remove(Guild);
        await UntilAsync(async () => (await communities.All(Cancellation))[0].Left is not null);

        (await host.Client.Get("/readyz", Cancellation)).Body["discord"]!.ToJsonString().ShouldBe("""{"state":"connected"}""");
        (first.Tries, missed.Tries).ShouldBe((1, 1));
        discord.Violations.ShouldBeEmpty();
        Warnings(host).ShouldBeEmpty();
        host.Log.Text.ShouldNotContain(discord.Rest.Token);
        host.Log.Text.ShouldNotContain(first.Token);
    }

    [Fact]
    public async Task When_it_has_to_give_up_the_service_goes_on_and_says_so()
    {
        await using var host = await Connected();
        discord.Gateway.CloseAll(4014);
        await Until(() => host.Log.Entries.Any(entry => entry.Level == LogLevel.Critical));

        var ready = await host.Client.Get("/readyz", Cancellation);
        ready.Status.ShouldBe(200);
        ready.Text("status").ShouldBe("degraded");
        ready.Body["discord"]!["state"]!.GetValue<string>().ShouldBe("given up");
        ready.Body["discord"]!["problem"]!.GetValue<string>().ShouldContain("Developer Portal");
        (await host.Client.Ask("is the bridge closed?", Cancellation)).Text("outcome").ShouldBe("answered");
        host.Log.Text.ShouldNotContain(discord.Rest.Token);
    }

    [Fact]
    public async Task Where_the_portal_sends_interactions_elsewhere_that_is_said()
    {
        discord.Rest.InteractionsEndpoint = "https://other.example/discord/interactions";
        await using var host = await Connected();
        await Until(() => Warnings(host).Any());

        Warnings(host).ShouldHaveSingleItem().ShouldContain("Empty it in the Developer Portal");
    }

    [Theory]
    [InlineData(null, "Discord sends nothing here")]
    [InlineData("https://other.example/discord/interactions", "this service is at https://bot.example/discord/interactions")]
    [InlineData("https://bot.example/discord/interactions", null)]
    public async Task Over_HTTP_the_same_is_looked_at(string? endpoint, string? sentence)
    {
        discord.Rest.InteractionsEndpoint = endpoint;
        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            settings:
            [
                .. Settings,
                ("Discord:Mode", "http"),
                ("Discord:PublicKey", discord.Rest.PublicKey),
                ("Public:BaseUrl", "https://bot.example"),
                ("Public:Urls", $"http://127.0.0.1:{FreePort.Find()}"),
            ]
        );
        await Until(() => host.Log.Text.Contains("Commands registered", StringComparison.Ordinal));

        if (sentence is null)
        {
            Warnings(host).ShouldBeEmpty();
        }
        else
        {
            await Until(() => Warnings(host).Any());
            Warnings(host).ShouldHaveSingleItem().ShouldContain(sentence);
        }

        discord.Gateway.Connections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_token_it_does_not_start()
    {
        var refused = await Should.ThrowAsync<StartupRefusedException>(() =>
            RunningHost.Start(stories, Cancellation, settings: [("Discord:Mode", "gateway")])
        );

        refused.Sentences.ShouldHaveSingleItem().ShouldContain("`Discord:BotToken` is empty");
    }

    private async Task<RunningHost> Connected()
    {
        var host = await RunningHost.Start(stories, Cancellation, time, settings: Settings);
        await Until(() => discord.Gateway.IsConnected);
        return host;
    }

    private StandInAnswers.Asked Ask() =>
        discord.People.Type(
            JsonNode.Parse("""{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is the bridge closed?"}]}""")!
        );

    private IEnumerable<StandInMessage> Replies(StandInMessage to) =>
        discord.Rest.Messages.Where(message => (string?)message.Reference?["message_id"] == to.Id);

    private static IEnumerable<string> Warnings(RunningHost host) =>
        host.Log.Entries.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Text);

    private static Task Until(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
