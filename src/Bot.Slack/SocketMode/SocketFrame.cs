using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Slack.SocketMode;

/// <summary>One message of Slack's over a socket (<see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>).</summary>
/// <param name="Type">What sort it is, see <see cref="FrameTypes"/>.</param>
/// <param name="EnvelopeId">What is to be acknowledged; null for what is not.</param>
/// <param name="Reason">Of a farewell.</param>
/// <param name="AcceptsResponsePayload">Whether the acknowledgement may carry an answer.</param>
internal sealed record SocketFrame(
    string Type,
    string? EnvelopeId,
    JsonElement Payload,
    string? Reason,
    bool AcceptsResponsePayload,
    ConnectionInfo? ConnectionInfo,
    DebugInfo? DebugInfo
)
{
    /// <summary>Null for what is no such message.</summary>
    public static SocketFrame? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SocketJson.Default.SocketFrame) is { Type: not null } frame ? frame : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="AppId">Whose socket it is.</param>
internal sealed record ConnectionInfo(string? AppId);

/// <param name="ApproximateConnectionTime">After how many seconds Slack will want another connection in its place.</param>
internal sealed record DebugInfo(double? ApproximateConnectionTime);

internal static class FrameTypes
{
    public const string Hello = "hello";
    public const string Disconnect = "disconnect";
    public const string Command = "slash_commands";
    public const string Event = "events_api";
    public const string Interaction = "interactive";
}

/// <summary>Why Slack says farewell to a connection. Any other reason is as <see cref="Refresh"/>.</summary>
internal static class FarewellReasons
{
    /// <summary>In about ten seconds.</summary>
    public const string Warning = "warning";
    public const string Refresh = "refresh_requested";

    /// <summary>Somebody switched Socket Mode off.</summary>
    public const string Off = "link_disabled";

    /// <summary>More than ten of the app at once.</summary>
    public const string TooMany = "too_many_websockets";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SocketFrame))]
internal sealed partial class SocketJson : JsonSerializerContext;
