using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>The events that something is done about (<see href="https://discord.com/developers/docs/events/gateway-events#receive-events"/>); all others are passed over.</summary>
internal static class Events
{
    public const string Ready = "READY";
    public const string Resumed = "RESUMED";
    public const string Interaction = "INTERACTION_CREATE";
    public const string Message = "MESSAGE_CREATE";
    public const string GuildHere = "GUILD_CREATE";
    public const string GuildGone = "GUILD_DELETE";

    /// <summary>Null for what is nothing of the sort.</summary>
    public static T? Read<T>(JsonElement data, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? data.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record ReadyEvent
{
    public required string SessionId { get; init; }
    public required string ResumeGatewayUrl { get; init; }

    /// <summary>The bot.</summary>
    public required User User { get; init; }

    /// <summary>Every guild of the shard, those in an outage too.</summary>
    public required List<GuildEvent> Guilds { get; init; }
}

/// <param name="Unavailable">Whether it is there at all tells an outage from a removal.</param>
internal sealed record GuildEvent([property: JsonRequired] Snowflake Id, bool? Unavailable);

internal sealed record MessageEvent
{
    /// <summary>What a person writes, and the same as a reply; all other types are written by Discord.</summary>
    public const int Ordinary = 0;
    public const int AsReply = 19;

    public required Snowflake Id { get; init; }
    public required Snowflake ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }
    public required MessageAuthor Author { get; init; }
    public Snowflake? WebhookId { get; init; }
    public string Content { get; init; } = "";
    public int Type { get; init; }
}

internal sealed record MessageAuthor([property: JsonRequired] Snowflake Id, bool Bot);
