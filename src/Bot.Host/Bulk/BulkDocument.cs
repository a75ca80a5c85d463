using System.Text.Json;

namespace Bot.Host.Bulk;

/// <summary>A text with questions about it: one line of the input.</summary>
internal sealed record BulkDocument(string Id, string? Title, string Text, IReadOnlyList<BulkQuestion> Questions)
{
    /// <exception cref="FormatException">The line is none, and the message says why.</exception>
    public static BulkDocument Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("a document is a JSON object with `id`, `text` and `questions`.");
            }

            var text = Required(root, "text");
            return string.IsNullOrWhiteSpace(text)
                ? throw new FormatException("`text` is empty.")
                : new BulkDocument(Required(root, "id"), Optional(root, "title"), text, Asked(root));
        }
        catch (JsonException broken)
        {
            throw new FormatException($"this is not valid JSON (byte {(broken.BytePositionInLine ?? 0) + 1}).", broken);
        }
        catch (InvalidOperationException half)
        {
            throw new FormatException("a text holds half a character (a lone surrogate).", half);
        }
    }

    private static List<BulkQuestion> Asked(JsonElement root)
    {
        if (!root.TryGetProperty("questions", out var questions) || questions.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("`questions` must be a list of {id, q}.");
        }

        return
        [
            .. questions
                .EnumerateArray()
                .Select(question =>
                    question.ValueKind == JsonValueKind.Object
                        ? new BulkQuestion(Required(question, "id"), Required(question, "q"))
                        : throw new FormatException("`questions` must be a list of {id, q}.")
                ),
        ];
    }

    private static string Required(JsonElement owner, string key) =>
        Optional(owner, key) ?? throw new FormatException($"`{key}` is missing.");

    private static string? Optional(JsonElement owner, string key) =>
        !owner.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"`{key}` must be text.");
}

internal sealed record BulkQuestion(string Id, string Q);
