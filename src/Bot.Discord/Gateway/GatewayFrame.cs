using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Gateway;

/// <summary>One message of the Gateway's (<see href="https://discord.com/developers/docs/events/gateway-events#payload-structure"/>).</summary>
/// <param name="Op">What sort it is, see <see cref="Ops"/>.</param>
/// <param name="D">What it carries.</param>
/// <param name="S">The number of an event; null for all but events.</param>
/// <param name="T">The name of an event.</param>
internal sealed record GatewayFrame(int Op, JsonElement D, long? S, string? T)
{
    /// <summary>Null for what is no such message.</summary>
    public static GatewayFrame? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, GatewayJson.Default.GatewayFrame);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What it carries; null where that is nothing of the sort.</summary>
    public TData? Data<TData>(JsonTypeInfo<TData> type)
        where TData : class => Events.Read(D, type);
}

/// <summary>The sorts of messages (<see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway"/>) that are used here.</summary>
internal static class Ops
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}

/// <param name="HeartbeatInterval">In milliseconds.</param>
internal sealed record Hello([property: JsonRequired] double HeartbeatInterval);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(ReadyEvent))]
[JsonSerializable(typeof(GuildEvent))]
[JsonSerializable(typeof(MessageEvent))]
internal sealed partial class GatewayJson : JsonSerializerContext;
