using System.Text.Json.Serialization;

namespace Bot.Host.Api;

/// <summary>What went wrong, as one sentence for people.</summary>
internal sealed record Trouble(string Error)
{
    public static IResult Result(int status, string sentence) =>
        Results.Json(new Trouble(sentence), TroubleJson.Readable.Trouble, statusCode: status);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Trouble))]
internal sealed partial class TroubleJson : JsonSerializerContext
{
    public static TroubleJson Readable { get; } = new(ReadableJson.Options());
}
