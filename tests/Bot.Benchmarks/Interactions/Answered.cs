using System.Net;
using System.Text.Json;

namespace Bot.Benchmarks.Interactions;

/// <summary>What the service said to an interaction. Closed.</summary>
internal abstract record Answered
{
    private const int Message = 4;
    private const int Choices = 8;

    private Answered() { }

    public sealed record Told : Answered;

    public sealed record Suggestions(int Count) : Answered;

    /// <param name="How">What it said instead.</param>
    public sealed record Wrong(string How) : Answered;

    public static Answered Read(HttpStatusCode status, byte[] body)
    {
        if (status != HttpStatusCode.OK)
        {
            return new Wrong($"status {(int)status}");
        }

        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        return root.GetProperty("type").GetInt32() switch
        {
            Message
                when root.GetProperty("data").GetProperty("content").GetString() is { } said
                    && said.Contains("went wrong on our side", StringComparison.Ordinal) => new Wrong(said),
            Message => new Told(),
            Choices => new Suggestions(root.GetProperty("data").GetProperty("choices").GetArrayLength()),
            var other => new Wrong($"an answer of type {other}"),
        };
    }
}
