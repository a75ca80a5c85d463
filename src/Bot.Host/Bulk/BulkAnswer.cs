using System.Text.Json.Serialization;
using Bot.Host.Api;

namespace Bot.Host.Bulk;

/// <summary>One line of the output. Passages are listed also when abstained, so that finding and refusing can be measured apart.</summary>
internal sealed record BulkAnswer
{
    public required string Document { get; init; }
    public required string Question { get; init; }
    public required string Outcome { get; init; }
    public required string? Reason { get; init; }
    public required double Confidence { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<PassageBody> Passages { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BulkAnswer))]
internal sealed partial class BulkJson : JsonSerializerContext
{
    public static BulkJson Readable { get; } = new(ReadableJson.Options());
}
