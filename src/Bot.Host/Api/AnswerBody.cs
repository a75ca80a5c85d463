using System.Text.Json.Serialization;

namespace Bot.Host.Api;

/// <summary>An answer of the HTTP API, as README.md shows it under "Over HTTP". Names and shape are a contract with whoever calls.</summary>
internal sealed record AnswerBody
{
    public required string Question { get; init; }
    public required string Outcome { get; init; }
    public required string? Reason { get; init; }
    public required string Text { get; init; }
    public required double Confidence { get; init; }
    public required IReadOnlyList<FactBody> Facts { get; init; }
    public required IReadOnlyList<FactBody> Nearest { get; init; }
    public required IReadOnlyList<PassageBody> Passages { get; init; }
    public required AsOfBody AsOf { get; init; }
    public required long ElapsedMicroseconds { get; init; }
}

internal sealed record FactBody
{
    public required string Id { get; init; }
    public required int Revision { get; init; }
    public required string Kind { get; init; }
    public required string Status { get; init; }
    public required string Says { get; init; }
    public required string? Quote { get; init; }
    public required string Speaker { get; init; }
    public required string? Actor { get; init; }
    public required string? On { get; init; }
    public required string Known { get; init; }

    /// <summary>The day by which somebody last looked; null where none is known.</summary>
    public required string? Checked { get; init; }

    /// <summary>Disputed, superseded, corrected …, each in words; empty for most.</summary>
    public required IReadOnlyList<string> Marks { get; init; }
    public required IReadOnlyList<SourceBody> Sources { get; init; }
    public required double Score { get; init; }
}

/// <summary>A source stands here once for each sentence of it that the fact rests on; a page that is only cited has no sentence.</summary>
internal sealed record SourceBody(string Id, string Title, string? Publisher, string? Url, string Origin, string? Sentence);

/// <summary>One sentence of a document. Offsets are UTF-16 code units, end exclusive.</summary>
internal sealed record PassageBody(string Document, int Start, int End, string Text, double Score);

internal sealed record AsOfBody(DateOnly? Known, DateOnly? Happened);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerBody))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    public static AnswerJson Readable { get; } = new(ReadableJson.Options());
}
