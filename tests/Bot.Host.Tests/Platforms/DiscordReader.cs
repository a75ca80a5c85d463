using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Testing.Discord;

namespace Bot.Host.Tests.Platforms;

/// <summary>What Discord shows, read.</summary>
internal static partial class DiscordReader
{
    public static Shown Read(StandInMessage message)
    {
        var embeds = message.Embeds.OfType<JsonObject>().ToList();
        return new Shown(
            message.IsEphemeral,
            Reading.Words(Plain(message.Content)),
            [.. embeds.Where(IsCard).Select(Card)],
            [
                .. embeds
                    .Where(embed => !IsCard(embed))
                    .SelectMany(embed => ((string?)embed["description"] ?? "").Split('\n'))
                    .Select(line => Reading.Line(Plain(line))),
            ],
            [.. Buttons(message).Select(button => Reading.Words((string)button["label"]!))]
        );
    }

    public static IEnumerable<JsonNode> Buttons(StandInMessage message) =>
        message
            .Components.SelectMany(row => row!["components"] as JsonArray ?? [])
            .OfType<JsonNode>()
            .Where(button => (int)button["type"]! == 2);

    private static bool IsCard(JsonObject embed) => embed["fields"] is JsonArray { Count: > 0 };

    private static Card Card(JsonObject embed) =>
        new(
            Reading.Words(Plain(((string)embed["description"]!).Split('\n')[0])),
            Field(embed, "Speaker"),
            Field(embed, "Status"),
            Field(embed, "Date"),
            Reading.Sources(Field(embed, "Source"))
        );

    private static string Field(JsonObject embed, string name) =>
        Plain(
            (string)
                embed["fields"]!.AsArray().First(field => ((string)field!["name"]!).StartsWith(name, StringComparison.Ordinal))!["value"]!
        );

    /// <summary>Without markdown: marks go, and what was escaped stays.</summary>
    private static string Plain(string markdown) => Mark().Replace(markdown, found => found.Groups[1].Value);

    [GeneratedRegex(@"\\(.)|\*\*|(?<!\\)[*`]")]
    private static partial Regex Mark();
}
