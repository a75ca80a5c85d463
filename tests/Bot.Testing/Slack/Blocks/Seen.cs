using System.Text.Json.Nodes;

namespace Bot.Testing.Slack.Blocks;

/// <summary>Blocks as somebody reads them: a line a text, with the marks that make it bold or a link.</summary>
public static class Seen
{
    public static IEnumerable<string> Lines(JsonArray blocks) => blocks.OfType<JsonObject>().SelectMany(Block);

    /// <summary>What was escaped, as it is read.</summary>
    public static string Plain(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>What can be pressed and chosen in, by its label.</summary>
    public static IEnumerable<JsonObject> Controls(JsonArray blocks) =>
        BlockRules.All(blocks).Where(element => element.ContainsKey("action_id"));

    public static string Label(JsonObject control) =>
        (string?)control["text"]?["text"] ?? (string?)control["placeholder"]?["text"] ?? (string)control["type"]!;

    private static IEnumerable<string> Block(JsonObject block) =>
        (string)block["type"]! switch
        {
            "divider" => ["\u2014"],
            "rich_text" => block["elements"]!.AsArray().SelectMany(Part),
            "image" => [$"<picture: {block["alt_text"]}>"],
            "table" => block["rows"]!
                .AsArray()
                .Select(row => string.Join(" | ", row!.AsArray().SelectMany(cell => Cell(cell!.AsObject())))),
            "context" => [string.Join(' ', block["elements"]!.AsArray().Select(each => Text(each) ?? $"<picture: {each!["alt_text"]}>"))],
            "input" => [$"{Text(block["label"])}:"],
            "actions" => [],
            _ => ((IEnumerable<string?>)[Text(block["text"]), .. (block["fields"] as JsonArray ?? []).Select(Text)]).OfType<string>(),
        };

    private static IEnumerable<string> Cell(JsonObject cell) =>
        cell["type"]!.ToString() == "rich_text" ? Block(cell) : [(string)cell["text"]!];

    private static IEnumerable<string> Part(JsonNode? part) =>
        (string)part!["type"]! == "rich_text_list"
            ? part["elements"]!.AsArray().Select(item => $"• {Words(item!)}")
            : [(string)part["type"]! == "rich_text_quote" ? $"> {Words(part)}" : Words(part)];

    private static string Words(JsonNode section) =>
        string.Concat(
            section["elements"]!
                .AsArray()
                .Select(each => (string?)each!["text"] ?? (string?)each["url"] ?? (string?)each["fallback"] ?? $":{each["name"]}:")
        );

    private static string? Text(JsonNode? text) =>
        (text as JsonObject)?["text"] is not { } words ? null
        : (string?)text["type"] == "mrkdwn" ? Plain((string)words!)
        : (string?)words;
}
