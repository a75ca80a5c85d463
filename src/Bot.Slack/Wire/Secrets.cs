using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Slack.Wire;

/// <summary>Where an interaction can be answered: five times within 30 minutes. Whoever has it can, so that it is never shown, nor kept.</summary>
[JsonConverter(typeof(ResponseUrlConverter))]
internal readonly record struct ResponseUrl(string Secret)
{
    public override string ToString() => "(address)";
}

internal sealed class ResponseUrlConverter : JsonConverter<ResponseUrl>
{
    public override ResponseUrl Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new ResponseUrl(reader.GetString()!)
            : throw new JsonException("An address is a string.");

    public override void Write(Utf8JsonWriter writer, ResponseUrl value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Secret);
}
