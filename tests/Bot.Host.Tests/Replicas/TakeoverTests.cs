using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Discord;
using Bot.Testing.Postgres;

namespace Bot.Host.Tests.Replicas;

/// <summary>Two replicas on one database, both set up for Discord's Gateway.</summary>
public sealed class TakeoverTests : IAsyncLifetime
{
    private readonly PrivatePostgres server = new();
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private RunningStandIn discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PrivatePostgres.IsThere, "No PostgreSQL here: `./test --install` brings it.");
        discord = await RunningStandIn.Start();
        discord.Rest.Limits.Usual = new StandInLimits.Limit("", 1_000, TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        if (discord is not null)
        {
            await discord.DisposeAsync();
        }

        await server.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task One_replica_connects_and_answers_and_the_other_takes_over_when_it_ends()
    {
        var database = await server.NewDatabase(Cancellation);
        discord.Gateway.Join(StandInWorld.Guild);
        var first = await Replica(database);
        await Until(() => discord.Gateway.IsConnected);
        await using var second = await Replica(database);

        (await first.Client.Get("/readyz", Cancellation)).Body["discord"]!.ToJsonString().ShouldBe("""{"state":"connected"}""");
        (await second.Client.Get("/readyz", Cancellation)).Body["discord"]!.ToJsonString().ShouldBe("""{"state":"standing by"}""");
        var before = Ask();
        await Until(() => before.Answer is not null);
        (before.Tries, discord.Gateway.Logins).ShouldBe((1, 1));

        await first.DisposeAsync();
        await Until(() => discord.Gateway.Logins == 2 && discord.Gateway.IsConnected);
        discord.Gateway.Connections[0].Code.ShouldBe(1000, "who stops says goodbye, or would be shown as there for minutes");

        var after = Ask();
        await Until(() => after.Answer is not null);
        after.Answer!["data"]!["content"]!.GetValue<string>().ShouldContain("closed");
        (before.Tries, after.Tries).ShouldBe((1, 1));
        (await second.Client.Get("/readyz", Cancellation)).Body["discord"]!.ToJsonString().ShouldBe("""{"state":"connected"}""");
        discord
            .Rest.Calls.Count(call => call.Method == "POST" && call.Template.EndsWith("/commands", StringComparison.Ordinal))
            .ShouldBe(discord.Rest.Commands.Count, "each command is registered once");
        discord.Violations.ShouldBeEmpty();
    }

    private Task<RunningHost> Replica(string database) =>
        RunningHost.Start(
            stories,
            Cancellation,
            settings:
            [
                ("Store:Provider", "postgres"),
                ("Store:ConnectionString", database),
                ("Discord:Mode", "gateway"),
                ("Discord:ApplicationId", discord.Rest.ApplicationId),
                ("Discord:BotToken", discord.Rest.Token),
                ("Discord:ApiBase", discord.Api.ToString()),
            ]
        );

    private StandInAnswers.Asked Ask() =>
        discord.People.Type(
            JsonNode.Parse("""{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is the bridge closed?"}]}""")!
        );

    private static async Task Until(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
