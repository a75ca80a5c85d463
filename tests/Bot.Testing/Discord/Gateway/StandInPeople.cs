using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Gateway;

/// <summary>What people do at the stand-in, told over its Gateway. Their interactions are answered over its REST half: see <see cref="StandInDiscord.Interactions"/>.</summary>
public sealed class StandInPeople(StandInGateway gateway, StandInDiscord discord)
{
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;

    /// <summary>Somebody types a command.</summary>
    /// <param name="data">As <c>data</c> of an interaction.</param>
    /// <param name="guild">Null: in a direct message.</param>
    public StandInAnswers.Asked Type(JsonNode data, string? guild = StandInWorld.Guild) => Interact(2, data, guild, null);

    /// <summary>Somebody is typing a command, and an option is to be completed.</summary>
    public StandInAnswers.Asked Complete(JsonNode data, string? guild = StandInWorld.Guild) => Interact(4, data, guild, null);

    /// <summary>Somebody presses a button.</summary>
    public StandInAnswers.Asked Press(StandInMessage on, string customId, string? guild = StandInWorld.Guild) =>
        Interact(3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 }, guild, on);

    /// <summary>Somebody chooses an entry in the menu of a message.</summary>
    /// <param name="command">As it is registered.</param>
    public StandInAnswers.Asked Choose(JsonObject command, StandInMessage on, string? guild = StandInWorld.Guild) =>
        Interact(
            2,
            new JsonObject
            {
                ["id"] = (string)command["id"]!,
                ["name"] = (string)command["name"]!,
                ["type"] = 3,
                ["target_id"] = on.Id,
                ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [on.Id] = on.Json() } },
            },
            guild,
            null
        );

    /// <summary>Somebody writes a message, for all to see.</summary>
    public StandInMessage Write(string content, string? guild = StandInWorld.Guild)
    {
        var message = discord.Locked(() => discord.World.Write((string)Channel(guild)["id"]!, StandInWorld.Person, content));
        var told = message.Json();
        if (guild is not null)
        {
            told["guild_id"] = guild;
            told["member"] = Member();
        }

        gateway.Tell("MESSAGE_CREATE", told, guild, guild is null ? DirectMessages : GuildMessages);
        return message;
    }

    private StandInAnswers.Asked Interact(int type, JsonNode data, string? guild, StandInMessage? on)
    {
        var channel = discord.Locked(() => Channel(guild));
        var id = discord.Locked(discord.World.NextId);
        var asked = discord.Interactions.Open(id, $"token-of-{id}", type, (string)channel["id"]!, on);
        var told = new JsonObject
        {
            ["id"] = asked.Id,
            ["application_id"] = gateway.Application.ApplicationId,
            ["type"] = type,
            ["token"] = asked.Token,
            ["version"] = 1,
            ["data"] = data.DeepClone(),
            ["channel_id"] = asked.Channel,
            ["channel"] = channel,
            ["context"] = guild is null ? 1 : 0,
            ["locale"] = "en-GB",
            ["app_permissions"] = StandInWorld.BotPermissions,
            ["attachment_size_limit"] = 10_485_760,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild ?? "0" },
            ["entitlements"] = new JsonArray(),
        };
        if (guild is null)
        {
            told["user"] = StandInWorld.User(StandInWorld.Person, "jo");
        }
        else
        {
            told["guild_id"] = guild;
            told["guild_locale"] = "en-GB";
            told["guild"] = new JsonObject
            {
                ["id"] = guild,
                ["locale"] = "en-GB",
                ["features"] = new JsonArray(),
            };
            told["member"] = Member();
            told["member"]!["user"] = StandInWorld.User(StandInWorld.Person, "jo");
            told["member"]!["permissions"] = "2048";
        }

        if (on is not null)
        {
            told["message"] = on.Json();
        }

        gateway.Tell("INTERACTION_CREATE", told, guild);
        return asked;
    }

    private JsonObject Channel(string? guild) =>
        guild is null ? discord.World.Direct(StandInWorld.Person) : discord.World.Channels[StandInWorld.Channel].DeepClone().AsObject();

    private static JsonObject Member() =>
        new()
        {
            ["nick"] = null,
            ["roles"] = new JsonArray(),
            ["joined_at"] = "2025-03-01T09:30:00.000000+00:00",
            ["deaf"] = false,
            ["mute"] = false,
            ["pending"] = false,
            ["flags"] = 0,
        };
}
