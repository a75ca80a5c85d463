using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Wire;

namespace Bot.Discord.Api;

/// <summary>What a refusal says of itself (<see href="https://discord.com/developers/docs/reference#error-messages"/>). It may be a page, or nothing.</summary>
internal static class ErrorBody
{
    private const int LongestText = 500;

    public static Failure.Refused Read(int status, byte[] body, Route route)
    {
        var said = Parsed(body);
        var code =
            said?["code"] is JsonValue value && value.TryGetValue(out int number) ? number.ToString(CultureInfo.InvariantCulture) : "";
        var told = said?["errors"] is { } errors ? string.Join("; ", Flat(errors, "")) : Word(said?["message"]);
        return new Failure.Refused(status, code, Sentences.Of(status, code, Shortened(told), route)) { Unread = status is 401 or 429 };
    }

    /// <summary>As in <c>embeds[0].title: BASE_TYPE_MAX_LENGTH Must be 256 or fewer in length.</c></summary>
    private static IEnumerable<string> Flat(JsonNode? node, string path) =>
        node is not JsonObject tree
            ? []
            : tree.SelectMany(each =>
                each is { Key: "_errors", Value: JsonArray errors }
                    ? errors.Select(error => $"{(path.Length == 0 ? "all" : path)}: {Word(error?["code"])} {Word(error?["message"])}")
                    : Flat(each.Value, Below(path, each.Key))
            );

    private static string Below(string path, string key) =>
        key.All(char.IsAsciiDigit) ? $"{path}[{key}]"
        : path.Length == 0 ? key
        : $"{path}.{key}";

    private static JsonObject? Parsed(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Word(JsonNode? node) => node is JsonValue value ? value.ToString() : "no reason given";

    private static string Shortened(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";
}
