using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Facts;

namespace Bot.Storage.Events;

/// <summary>A value that is written as one text.</summary>
internal sealed class TextConverter<T>(Func<string, T?> read) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? "") ?? throw new JsonException($"'{reader.GetString()}' is no {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue($"{value}");
}

internal sealed class EventDateConverter : JsonConverter<EventDate>
{
    public override EventDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EventDate.TryParse(reader.GetString() ?? "") ?? throw new JsonException($"'{reader.GetString()}' is no date.");

    public override void Write(Utf8JsonWriter writer, EventDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A value of a closed list, by its word in the formats.</summary>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Vocabulary.Read<T>(reader.GetString() ?? "")
        ?? throw new JsonException($"'{reader.GetString()}' is no {typeof(T).Name}: {Vocabulary.All<T>()}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Vocabulary.Word(value));
}

/// <summary>Who speaks: <c>{"people": [ids]}</c> or <c>{"source": id}</c>.</summary>
internal sealed class SpeakerConverter : JsonConverter<Speaker>
{
    private sealed record Written(IReadOnlyList<EntityId>? People = null, SourceId? Source = null);

    public override Speaker Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Written>(ref reader, options) switch
        {
            { People: { Count: > 0 } people, Source: null } => new Speaker.People(people),
            { People: null, Source: { } source } => new Speaker.Carrier(source),
            _ => throw new JsonException("A speaker is people or a source."),
        };

    public override void Write(Utf8JsonWriter writer, Speaker value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer,
            value switch
            {
                Speaker.People people => new Written(people.Ids, null),
                Speaker.Carrier carrier => new Written(null, carrier.Id),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            options
        );
}

/// <summary>A fact as the type its kind has.</summary>
internal sealed class FactConverter : JsonConverter<Fact>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Fact);

    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Fact? fact = Kind(reader) switch
        {
            FactKind.Account => JsonSerializer.Deserialize<Account>(ref reader, options),
            FactKind.NonAnswer => JsonSerializer.Deserialize<NonAnswer>(ref reader, options),
            _ => JsonSerializer.Deserialize<Assertion>(ref reader, options),
        };
        return fact ?? throw new JsonException("A fact is missing.");
    }

    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);

    /// <summary>Looks ahead in a copy of the reader.</summary>
    private static FactKind Kind(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals("kind"u8);
            ahead.Read();
            if (found)
            {
                return Vocabulary.Read<FactKind>(ahead.GetString() ?? "")
                    ?? throw new JsonException($"'{ahead.GetString()}' is no FactKind: {Vocabulary.All<FactKind>()}.");
            }

            ahead.Skip();
        }

        throw new JsonException("A fact has no kind.");
    }
}
