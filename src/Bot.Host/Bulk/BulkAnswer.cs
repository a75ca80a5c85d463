using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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
    public required IReadOnlyList<BulkPassage> Passages { get; init; }
}

/// <summary>One sentence. Offsets are UTF-16 code units in the text of the input, end exclusive.</summary>
internal sealed record BulkPassage(string Document, int Start, int End, string Text, double Score);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BulkAnswer))]
internal sealed partial class BulkJson : JsonSerializerContext
{
    public static BulkJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            }
        );
}
