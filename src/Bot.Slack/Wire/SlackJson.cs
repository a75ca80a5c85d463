using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Slack.Wire;

/// <summary>How all of this stands on the wire: snake case, what is null left out, ids as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(EventCallback))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(SubmissionAnswer))]
[JsonSerializable(typeof(OptionList))]
[JsonSerializable(typeof(IReadOnlyList<Block>))]
internal sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>Null for what is none.</summary>
    public static SlashCommand? ReadCommand(ReadOnlySpan<byte> body) => Read(body, Default.SlashCommand);

    /// <summary>Null for what is none.</summary>
    public static Interaction? ReadInteraction(ReadOnlySpan<byte> body) => Read(body, Default.Interaction);

    /// <summary>Null for what is none.</summary>
    public static EventCallback? ReadEvent(ReadOnlySpan<byte> body) => Read(body, Default.EventCallback);

    public static byte[] Write(ResponseMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Default.ResponseMessage);

    public static byte[] Write(SubmissionAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, Default.SubmissionAnswer);

    public static byte[] Write(OptionList options) => JsonSerializer.SerializeToUtf8Bytes(options, Default.OptionList);

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
