using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>What allows to answer an interaction, for 15 minutes. Whoever has it can, so that it is never shown.</summary>
[JsonConverter(typeof(InteractionTokenConverter))]
internal readonly record struct InteractionToken(string Secret)
{
    public override string ToString() => "(token)";
}

internal sealed class InteractionTokenConverter : JsonConverter<InteractionToken>
{
    public override InteractionToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new InteractionToken(reader.GetString()!)
            : throw new JsonException("A token is a string.");

    public override void Write(Utf8JsonWriter writer, InteractionToken value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Secret);
}
