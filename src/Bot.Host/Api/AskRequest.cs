using System.Globalization;
using System.Text.Json;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Host.Api;

/// <summary>A question as it comes in by the HTTP API.</summary>
/// <param name="Story">As it was written; null for the default story.</param>
internal sealed record AskRequest(string Question, AsOf AsOf, string? Story)
{
    /// <summary>Longer texts are no questions.</summary>
    public const int LongestQuestion = 2_000;

    private static readonly string[] Keys = ["question", "asOf", "story"];
    private static readonly string[] Clocks = ["known", "happened"];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the JSON of a request.</summary>
    /// <exception cref="RefusedException">It cannot be taken, and the message says why in a sentence for people.</exception>
    public static AskRequest Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            throw new RefusedException(
                string.Create(CultureInfo.InvariantCulture, $"The body is not valid JSON: it breaks at line {line}, byte {column}.")
            );
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json says so only when a string is taken out: half of a surrogate pair is no character.
            throw new RefusedException("A text of the body holds half a character (a lone surrogate): send whole ones.");
        }
    }

    /// <summary>Says what keeps a question from being answered; null when nothing does.</summary>
    public static string? Unanswerable(string question) =>
        string.IsNullOrEmpty(question) || question.All(IsInvisible) ? "There is no question: `question` is empty."
        : question.Length > LongestQuestion
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The question has {question.Length:N0} characters, and at most {LongestQuestion:N0} are read: ask one thing in a sentence or two."
            )
        : null;

    private static AskRequest Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedException("The body must be a JSON object with a `question`.");
        }

        RefuseStrangers(body, "", Keys);
        var question = Text(body, "question", "question") ?? throw new RefusedException("There is no question: send `question` as text.");
        if (Unanswerable(question) is { } sentence)
        {
            throw new RefusedException(sentence);
        }

        return new AskRequest(question, ReadAsOf(body), Text(body, "story", "story"));
    }

    private static AsOf ReadAsOf(JsonElement body)
    {
        if (!body.TryGetProperty("asOf", out var clocks) || clocks.ValueKind == JsonValueKind.Null)
        {
            return new AsOf();
        }

        if (clocks.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedException("`asOf` must be an object with `known` or `happened`, each a date such as 2025-09-25.");
        }

        RefuseStrangers(clocks, "asOf.", Clocks);
        return new AsOf(Day(clocks, "known"), Day(clocks, "happened"));
    }

    private static DateOnly? Day(JsonElement clocks, string key) =>
        Text(clocks, key, $"asOf.{key}") is not { } text ? null
        : PartialDate.TryParse(text) is { } date ? date.Last
        : throw new RefusedException($"`asOf.{key}` is no real date: write it as 2025-09-25, 2025-09 or 2025.");

    private static string? Text(JsonElement owner, string key, string shown) =>
        !owner.TryGetProperty(key, out var value)
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => throw new RefusedException($"`{shown}` must be text."),
            };

    private static void RefuseStrangers(JsonElement owner, string prefix, string[] known)
    {
        foreach (var property in owner.EnumerateObject().Where(property => !known.Contains(property.Name)))
        {
            var near = NearMiss.Of(property.Name, known);
            var name = property.Name.Length <= 40 ? property.Name : property.Name[..40] + "…";
            throw new RefusedException(
                $"`{prefix}{name}` is not known here."
                    + (
                        near is null
                            ? $" What is read: {string.Join(", ", known.Select(key => $"`{prefix}{key}`"))}."
                            : $" Did you mean `{prefix}{near}`?"
                    )
            );
        }
    }

    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c)
        || char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
