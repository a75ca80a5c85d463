using System.Text.Json.Nodes;
using Bot.Testing;
using Bot.Testing.Discord;
using Bot.Testing.Node;

namespace Bot.Discord.Tests;

/// <summary>
/// The stand-in is held against somebody else's reading of the protocol: <c>discord.js</c> logs in to it, is told things, answers, writes, and waits for its limits. The script
/// is <c>tests/node/discord-js.mjs</c>.
/// </summary>
public sealed class DiscordJsTests : IAsyncLifetime
{
    private static readonly string[] Steps =
    [
        "ready | dateline | Test | general",
        "registered | weigh | 1",
        "replied | A feather weighs 3 kg | true",
        "followed up | Only you see this | true",
        "edited the follow-up | Changed",
        "updated | again | A feather weighs 3 kg, still",
        "read | jo | <@1200000000000000006> how much?",
        "deferred and edited | Done | scales.png",
        "completed | fea",
        "posted | Here | Scales | image/png | A pair of scales",
        "edited | There",
        "deleted",
        "posted many | 0123456",
        "left",
    ];

    /// <summary>What discord.js sends where nothing is documented that would take it; Discord passes over it.</summary>
    private static readonly string[] Differences =
    [
        "data.enforce_nonce: There is no such field here.",
        "enforce_nonce: There is no such field here.",
        "tts: There is no such field here.",
    ];

    private RunningStandIn discord = null!;
    private Task<(int ExitCode, string Output)> script = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => discord = await RunningStandIn.Start();

    public ValueTask DisposeAsync() => discord.DisposeAsync();

    [Fact]
    public async Task Discord_js_takes_the_stand_in_for_Discord_and_does_nothing_that_it_refuses()
    {
        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
        discord.Gateway.Join(StandInWorld.Guild);
        string[] arguments = ["discord-js.mjs", new Uri(discord.Api, "..").ToString().TrimEnd('/'), discord.Rest.Token];
        script = NodePrograms.Run(Repository.Folder("tests", "node"), arguments, Cancellation);

        await Until(() => discord.Rest.Commands.Count > 0);
        var typed = discord.People.Type(Weigh("A feather"));
        await Until(() => typed.FollowUps is [{ Edited: not null }]);
        var pressed = discord.People.Press(typed.Original!, "again");
        await Until(() => pressed.Answer is not null);

        discord.Gateway.SayToAll(1, null);
        await Until(() => discord.Gateway.Connections[0].Received.Any(said => (int)said["op"]! == 1));
        discord.Gateway.CloseAll(4000);
        discord.People.Write($"<@{discord.Rest.BotId}> how much?");
        await Until(() => discord.Gateway.Resumes > 0);

        var slow = discord.People.Type(Weigh("A mountain"));
        await Until(() => slow.Original is { IsLoading: false });
        var completed = discord.People.Complete(Weigh("fea", isFocused: true));
        await Until(() => completed.Answer is not null);

        var (exitCode, output) = await script;
        output.TrimEnd().Split('\n').ShouldBe(Steps, string.Join('\n', [output, .. discord.Violations]));
        exitCode.ShouldBe(0);
        discord
            .Violations.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])
            .Distinct()
            .ShouldBe(Differences, ignoreOrder: true);
        (discord.Gateway.Logins, discord.Gateway.Resumes, discord.Rest.Limits.Exceeded).ShouldBe((1, 1, 0));
        discord.Rest.Interactions.All.ShouldAllBe(asked => asked.Tries == 1);
        slow.Original!.IsEphemeral.ShouldBeTrue();
        slow.Original.Files.ShouldHaveSingleItem().Bytes.Length.ShouldBe(8);
        discord.Rest.Commands.ShouldBeEmpty();
    }

    private static JsonNode Weigh(string what, bool isFocused = false)
    {
        var option = new JsonObject
        {
            ["name"] = "what",
            ["type"] = 3,
            ["value"] = what,
        };
        if (isFocused)
        {
            option["focused"] = true;
        }

        return new JsonObject
        {
            ["id"] = "1200000000000000005",
            ["name"] = "weigh",
            ["type"] = 1,
            ["options"] = new JsonArray(option),
        };
    }

    private async Task Until(Func<bool> holds)
    {
        while (!holds())
        {
            if (script.IsCompleted)
            {
                Assert.Fail(string.Join('\n', ["The script ended early.", (await script).Output, .. discord.Violations]));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
