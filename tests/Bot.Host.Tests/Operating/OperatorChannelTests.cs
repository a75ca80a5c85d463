using System.Text.Json.Nodes;
using Bot.Core.Digests;
using Bot.Core.Operating;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Discord;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Operating;

/// <summary>What needs a person is said where whoever runs the service reads it.</summary>
public sealed class OperatorChannelTests : IAsyncLifetime
{
    private const string Channel = "1200000000000000077";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 8, 30, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private DiscordSide discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<StandInMessage> Told => discord.Seen.Where(message => message.Channel == Channel);

    public async ValueTask InitializeAsync()
    {
        discord = await DiscordSide.Open(time);
        discord.StandIn.World.Channels[Channel] = new JsonObject
        {
            ["id"] = Channel,
            ["type"] = 0,
            ["guild_id"] = DiscordSide.Guild,
            ["name"] = "operators",
            ["parent_id"] = null,
            ["permission_overwrites"] = new JsonArray(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        SqliteConnection.ClearAllPools();
        stories.Dispose();
    }

    [Fact]
    public async Task Digests_that_were_paused_are_told_once_by_one_of_two_replicas_and_again_when_it_happens_again()
    {
        var (first, second) = (await Start(), await Start());
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));
        await Look(first, second);
        Told.ShouldBeEmpty();

        await PauseByFailing(first);
        await Look(first, second);
        await Look(second, first);

        Told.ShouldHaveSingleItem().Content.ShouldContain("are paused");
        Told.Single().Content.ShouldContain("goes on");

        discord.StandIn.World.Refusing.Clear();
        await Type("resume");
        await Look(first, second);
        await PauseByFailing(second);
        await Look(second, first);

        Told.Count().ShouldBe(2);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_channel_does_not_take_stands_in_the_log_and_is_told_later()
    {
        var host = await Start();
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));
        await PauseByFailing(host);
        discord.StandIn.World.Refusing[Channel] = 50013;

        await Look(host);
        Told.ShouldBeEmpty();
        host.Log.Text.ShouldContain("The operator's channel was not told");

        discord.StandIn.World.Refusing.Remove(Channel);
        await Look(host);
        Told.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("operators", "write discord:SERVER/CHANNEL")]
    [InlineData("slack:T1/C1", "cannot say anything")]
    public async Task A_channel_that_cannot_be_spoken_in_is_refused_at_the_start(string channel, string says)
    {
        var refused = await Should.ThrowAsync<StartupRefusedException>(() => Start(channel));

        refused.Message.ShouldContain("`Operator:Channel`");
        refused.Message.ShouldContain(says);
    }

    private Task<RunningHost> Start(string channel = $"discord:{DiscordSide.Guild}/{Channel}") =>
        discord.Start(
            stories,
            Cancellation,
            settings:
            [
                ("Store:Provider", "sqlite"),
                ("Store:ConnectionString", Path.Combine(stories.Root, "data", "dateline.db")),
                ("Operator:Channel", channel),
                ("Digests:PauseAfter", "1.00:00:00"),
            ]
        );

    /// <summary>Nothing can be posted for longer than digests are tried.</summary>
    private async Task PauseByFailing(RunningHost host)
    {
        discord.StandIn.World.Refusing[DiscordSide.Channel] = 50013;
        var (round, digests) = (host.Services.GetRequiredService<DigestRound>(), host.Services.GetRequiredService<IDigests>());
        for (var tries = 0; tries < 60 && (await digests.All(Cancellation))[0].Paused is null; tries++)
        {
            time.Jump(TimeSpan.FromDays(1));
            await round.Turn(Cancellation);
        }

        (await digests.All(Cancellation))[0].Paused.ShouldNotBeNull();
    }

    private static async Task Look(params RunningHost[] hosts)
    {
        foreach (var host in hosts)
        {
            await host.Services.GetRequiredService<OperatorRound>().Turn(Cancellation);
        }
    }

    private async Task Type(string command, params (string Name, string Value)[] options) =>
        await discord.Finished(
            await discord.Do(Doing.Typed("digest", command, options) with { Permissions = "274877917184" }, Cancellation),
            Cancellation
        );
}
