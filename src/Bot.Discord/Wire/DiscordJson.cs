using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Wire;

/// <summary>How all of this stands on the wire: snake case, what is null left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(WebhookEvent))]
[JsonSerializable(typeof(ApplicationCommand))]
[JsonSerializable(typeof(MessageData))]
[JsonSerializable(typeof(MessageCreate))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(FollowUp))]
[JsonSerializable(typeof(OpenDirect))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(IReadOnlyList<PostedMessage>))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(BotUser))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(IReadOnlyList<OwnGuild>))]
[JsonSerializable(typeof(GuildMember))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(IReadOnlyList<GuildMember>))]
[JsonSerializable(typeof(JsonArray))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>Null for what is no interaction.</summary>
    public static Interaction? Read(ReadOnlySpan<byte> body) => Read(body, Default.Interaction);

    /// <summary>Null for what is no event.</summary>
    public static WebhookEvent? ReadEvent(ReadOnlySpan<byte> body) => Read(body, Default.WebhookEvent);

    public static byte[] Write(InteractionResponse response) => JsonSerializer.SerializeToUtf8Bytes(response, Default.InteractionResponse);

    private static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
