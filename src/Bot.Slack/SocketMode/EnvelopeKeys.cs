using System.Text.Json;

namespace Bot.Slack.SocketMode;

/// <summary>
/// What an envelope is known by when it comes again: over the other connection, after one was lost, or as another event of the same message
/// (<see href="https://docs.slack.dev/apis/events-api"/>).
/// </summary>
internal static class EnvelopeKeys
{
    public static IEnumerable<string> Of(SocketFrame frame)
    {
        yield return $"envelope {frame.EnvelopeId}";
        if (Text(frame.Payload, "event_id") is { } happened)
        {
            yield return $"event {happened}";
        }

        if (Text(frame.Payload, "trigger_id") is { } trigger)
        {
            yield return $"trigger {trigger}";
        }

        if (
            Member(frame.Payload, "event") is { } inner
            && Text(inner, "type") is "app_mention" or "message"
            && Text(inner, "subtype") is null
            && Text(inner, "channel") is { } channel
            && Text(inner, "ts") is { } ts
        )
        {
            yield return $"message {Text(frame.Payload, "team_id")} {channel} {ts}";
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
