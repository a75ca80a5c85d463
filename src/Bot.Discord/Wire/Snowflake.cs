using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>An id of Discord's: an unsigned number of 64 bits, on the wire a string (<see href="https://discord.com/developers/docs/reference#snowflakes"/>).</summary>
[JsonConverter(typeof(SnowflakeConverter))]
internal readonly record struct Snowflake(ulong Value)
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Snowflake? TryParse(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new Snowflake(value) : null;

    /// <summary>One that is older than all that is made from a moment on.</summary>
    public static Snowflake At(DateTimeOffset moment) =>
        new((ulong)Math.Max(0, (moment - Epoch).Ticks / TimeSpan.TicksPerMillisecond) << 22);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Snowflake.TryParse(reader.GetString()) is { } id
            ? id
            : throw new JsonException("An id is a string of digits.");

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
