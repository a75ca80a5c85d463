using System.Text.Json;

namespace Bot.Slack.SocketMode;

/// <summary>All that is ever sent over a socket: that something came, with the answer to it where it takes one.</summary>
internal static class Ack
{
    /// <param name="payload">JSON; null for none.</param>
    public static byte[] Of(string envelopeId, byte[]? payload)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id", envelopeId);
            if (payload is not null)
            {
                json.WritePropertyName("payload");
                json.WriteRawValue(payload);
            }

            json.WriteEndObject();
        }

        return text.ToArray();
    }
}
