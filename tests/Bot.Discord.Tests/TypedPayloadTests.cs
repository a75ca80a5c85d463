using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Core.Conversation.Settings;
using Bot.Discord.Api;
using Bot.Discord.Gateway;
using Bot.Discord.Rendering;
using Bot.Discord.Settings;
using Bot.Discord.Wire;
using Bot.Testing.Conversation;
using Bot.Testing.Discord.OpenApi;
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
        var payloads = new TypedPayloads(("discord", "discord-api-types/v10"));
        var nonce = Nonce.Of("a message");
        var file = new AttachmentNote("0", "timeline.png", "The timeline as a picture");

        var (desk, shelf) = await Replies.Loaded();
        var messages = Replies
            .Of(desk, shelf)
            .Concat(
                Enumerable
                    .Range(0, 100)
                    .Select(seed => (Line: string.Create(CultureInfo.InvariantCulture, $"seed {seed}"), Reply: Replies.Hostile(seed)))
            )
            .Select(shown => (shown.Line, Message: Renderer.Render(shown.Reply)));
        foreach (var (line, message) in messages)
        {
            Respond(line, InteractionResponse.Privately(message));
            Add(
                line,
                "discord.RESTPostAPIChannelMessageJSONBody",
                MessageCreate.Of(message, nonce) with
                {
                    MessageReference = new MessageReference(new Snowflake(1)),
                }
            );
            Add(
                line,
                "discord.RESTPatchAPIChannelMessageJSONBody",
                MessageEdit.To(message) with
                {
                    Attachments = Change.To<IReadOnlyList<AttachmentNote>>([file]),
                }
            );
            Add(line, "discord.RESTPatchAPIInteractionOriginalResponseJSONBody", MessageEdit.To(message));
            Add(line, "discord.RESTPostAPIInteractionFollowupJSONBody", FollowUpOf(message));
        }

        var options = shelf.Now.Stories.Values.Select(story => new MenuOption(
            story.Story.Title,
            story.Story.Slug.Value,
            story.Story.IsDefault
        ));
        var menus = new[] { SettingsCard.Row(new Menu("1:set:story", "The story", [.. options])) };
        Respond("settings", InteractionResponse.Privately(MessageData.Of("Settings") with { Components = menus }));

        // The word for a role is a value of an enumeration there, which no JSON is taken for: so none is chosen.
        Respond(
            "settings of moderators",
            InteractionResponse.Privately(MessageData.Of("Settings") with { Components = [SettingsCard.Roles(default)] })
        );
        foreach (var (line, form) in Forms.Of(shelf))
        {
            var response = Modals.Of(form);
            Respond(line, response);
            (
                OpenApiDescription.AtHand?.WrongWith("ModalInteractionCallbackRequest", JsonNode.Parse(DiscordJson.Write(response))!) ?? []
            ).ShouldBeEmpty(line);
        }

        Respond("an update later", InteractionResponse.UpdateLater);
        Respond("pong", InteractionResponse.Pong);
        Respond("later", InteractionResponse.Later);
        Respond("no suggestion", InteractionResponse.Suggest([]));
        Respond("suggestions", InteractionResponse.Suggest([.. Enumerable.Repeat(new Choice("@everyone", "x"), 25)]));
        Add(
            "nothing stays",
            "discord.RESTPatchAPIChannelMessageJSONBody",
            new MessageEdit { Content = Change.Clear<string>(), Flags = 64 }
        );
        Add("a person", "discord.RESTPostAPICurrentUserCreateDMChannelJSONBody", new OpenDirect(new Snowflake(1)));
        foreach (var command in CommandList.All.Concat(CommandList.InGuild))
        {
            Add(command.Name, "discord.RESTPostAPIApplicationCommandsJSONBody", command);
        }

        payloads.Add("identify", "discord.GatewayIdentify", Text(Outgoing.Identify(new GatewayLogin("token", new Shard(0, 1)))));
        payloads.Add("resume", "discord.GatewayResume", Text(Outgoing.Resume(new GatewayLogin("token", new Shard(0, 1)), "session", 7)));
        payloads.Add("first heartbeat", "discord.GatewayHeartbeat", Text(Outgoing.Heartbeat(null)));
        payloads.Add("heartbeat", "discord.GatewayHeartbeat", Text(Outgoing.Heartbeat(7)));

        (await payloads.Check(Cancellation)).ShouldBeEmpty();
        output.WriteLine($"Right by discord-api-types: {payloads.Counts}.");

        void Respond(string name, InteractionResponse response) =>
            payloads.Add(name, "discord.APIInteractionResponse", Text(DiscordJson.Write(response)));

        void Add<T>(string name, string type, T payload) =>
            payloads.Add(name, type, JsonSerializer.Serialize(payload, DiscordJson.Default.Options));
    }

    [Fact]
    public async Task A_payload_of_another_type_is_found()
    {
        await Need();
        var payloads = new TypedPayloads(("discord", "discord-api-types/v10"));
        payloads.Add("right", "discord.APIInteractionResponse", """{"type":1}""");
        payloads.Add("a field misspelt", "discord.RESTPostAPIChannelMessageJSONBody", """{"contents":"x"}""");
        payloads.Add("a text for a number", "discord.APIInteractionResponse", """{"type":4,"data":{"flags":"64"}}""");

        var wrong = await payloads.Check(Cancellation);

        wrong.Count.ShouldBe(2);
        wrong[0].ShouldStartWith("a field misspelt");
        wrong[1].ShouldStartWith("a text for a number");
    }

    private static FollowUp FollowUpOf(MessageData message) =>
        new()
        {
            Content = message.Content,
            Embeds = message.Embeds,
            Components = message.Components,
            Flags = 64,
        };

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    private static async Task Need()
    {
        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
