using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>What becomes of a field in an edit: left out it stays as it is, and null clears it. The first is the default.</summary>
[JsonConverter(typeof(ChangeConverterFactory))]
internal readonly record struct Change<T>
    where T : class
{
    private Change(T? value) => (IsSaid, Value) = (true, value);

    public bool IsSaid { get; }

    /// <summary>Null where the field is cleared, or nothing is said of it.</summary>
    public T? Value { get; }

    internal static Change<T> Said(T? value) => new(value);
}

internal static class Change
{
    public static Change<T> To<T>(T value)
        where T : class => Change<T>.Said(value);

    public static Change<T> Clear<T>()
        where T : class => Change<T>.Said(null);
}

internal sealed class ChangeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Change<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ChangeConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

internal sealed class ChangeConverter<T> : JsonConverter<Change<T>>
    where T : class
{
    public override bool HandleNull => true;

    public override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A change is only sent.");

    public override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options)
    {
        if (value.Value is { } to)
        {
            JsonSerializer.Serialize(writer, to, options.GetTypeInfo(typeof(T)));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
