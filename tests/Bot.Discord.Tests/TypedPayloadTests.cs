using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Testing.Node;

namespace Bot.Discord.Tests;

/// <summary>All that is sent, against the types of <c>discord-api-types</c>.</summary>
public sealed class TypedPayloadTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_payload_is_of_the_type_that_discord_gives_it()
    {
        await Need();
        var payloads = new TypedPayloads("discord-api-types/v10");

        var (desk, shelf) = await Replies.Loaded();
        foreach (var (line, reply) in Replies.Of(desk, shelf))
        {
            Respond(line, InteractionResponse.Privately(Renderer.Render(reply)));
        }

        for (var seed = 0; seed < 100; seed++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"seed {seed}");
            Respond(name, InteractionResponse.Privately(Renderer.Render(Replies.Hostile(seed))));
        }

        Respond("pong", InteractionResponse.Pong);
        Respond("no suggestion", InteractionResponse.Suggest([]));
        Respond("suggestions", InteractionResponse.Suggest([.. Enumerable.Repeat(new Choice("@everyone", "x"), 25)]));
        foreach (var command in CommandList.All)
        {
            payloads.Add(
                command.Name,
                "RESTPostAPIApplicationCommandsJSONBody",
                JsonSerializer.Serialize(command, DiscordJson.Default.ApplicationCommand)
            );
        }

        (await payloads.Check(Cancellation)).ShouldBeEmpty();
        output.WriteLine($"Right by discord-api-types: {payloads.Counts}.");

        void Respond(string name, InteractionResponse response) =>
            payloads.Add(name, "APIInteractionResponse", Encoding.UTF8.GetString(DiscordJson.Write(response)));
    }

    [Fact]
    public async Task A_payload_of_another_type_is_found()
    {
        await Need();
        var payloads = new TypedPayloads("discord-api-types/v10");
        payloads.Add("right", "APIInteractionResponse", """{"type":1}""");
        payloads.Add("a field misspelt", "RESTPostAPIChannelMessageJSONBody", """{"contents":"x"}""");
        payloads.Add("a text for a number", "APIInteractionResponse", """{"type":4,"data":{"flags":"64"}}""");

        var wrong = await payloads.Check(Cancellation);

        wrong.Count.ShouldBe(2);
        wrong[0].ShouldStartWith("a field misspelt");
        wrong[1].ShouldStartWith("a text for a number");
    }

    private static async Task Need()
    {
        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
