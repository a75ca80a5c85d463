using System.Text.Json;
using Bot.Testing;

namespace Bot.Core.Tests.Cases;

/// <summary>What somebody asked of a report, in their own words.</summary>
/// <param name="Expect"><c>answer</c>, <c>not-said</c> or <c>false-premise</c>.</param>
internal sealed record DocumentQuestion(string Q, string Expect)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public string Story { get; init; } = "";

    /// <summary>The sentences that answer it, or that contradict its premise.</summary>
    public IReadOnlyList<string> Right { get; init; } = [];

    /// <summary>All that was asked of one report.</summary>
    public static IEnumerable<DocumentQuestion> Of(string story) =>
        File.ReadLines(Path.Combine(Repository.Folder("tests", "documents", "questions"), $"{story}.jsonl"))
            .Select(line => JsonSerializer.Deserialize<DocumentQuestion>(line, Format)! with { Story = story });

    /// <summary>Whether a sentence is one of the right ones, or a part of one.</summary>
    public bool IsRight(string sentence) =>
        Right.Any(right =>
            right.Contains(sentence.Trim(' ', '-'), StringComparison.Ordinal) || sentence.Contains(right, StringComparison.Ordinal)
        );
}
