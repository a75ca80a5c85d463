using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Testing.Discord;

/// <summary>A command as a line, read by what is registered: <c>story who name:council</c>. What comes before the first name is the first option's.</summary>
public static class CommandLine
{
    private const int Slash = 1;
    private const int Subcommand = 1;
    private const int Integer = 4;
    private const int Boolean = 5;

    /// <param name="isTyping">The last option is not finished yet.</param>
    /// <param name="data">As <c>data</c> of an interaction.</param>
    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? Read(IReadOnlyList<JsonObject> registered, string line, bool isTyping, out JsonObject data)
    {
        var (name, rest) = Word(line);
        data = new JsonObject { ["name"] = name, ["type"] = Slash };
        if (registered.FirstOrDefault(each => (string?)each["name"] == name && (int)each["type"]! == Slash) is not { } command)
        {
            return $"There is no command /{name}, but: {string.Join(", ", registered.Select(each => each["name"]))}.";
        }

        data["id"] = (string)command["id"]!;
        var options = All(command);
        if (options.Count == 0 || (int)options[0]["type"]! != Subcommand)
        {
            data["options"] = Options(options, rest, isTyping);
            return null;
        }

        (name, rest) = Word(rest);
        if (options.Find(each => (string?)each["name"] == name) is not { } chosen)
        {
            return $"After /{line.Split(' ')[0]} comes one of: {string.Join(", ", options.Select(each => each["name"]))}.";
        }

        data["options"] = new JsonArray(
            new JsonObject
            {
                ["name"] = name,
                ["type"] = Subcommand,
                ["options"] = Options(All(chosen), rest, isTyping),
            }
        );
        return null;
    }

    private static JsonArray Options(List<JsonObject> known, string text, bool isTyping)
    {
        if (known.Count == 0)
        {
            return [];
        }

        var names = string.Join('|', known.Select(option => Regex.Escape((string)option["name"]!)));
        var parts = Regex.Split(text, $@"(?:^|\s+)({names}):", RegexOptions.None, TimeSpan.FromSeconds(1));
        var given = parts.Skip(1).Chunk(2).Select(pair => (Name: pair[0], Value: pair[1].Trim())).ToList();
        if (parts[0].Length > 0 || (isTyping && given.Count == 0))
        {
            given.Insert(0, ((string)known[0]["name"]!, parts[0]));
        }

        var options = new JsonArray([
            .. given.Select(each => Option(known.First(option => (string?)option["name"] == each.Name), each.Value)),
        ]);
        if (isTyping)
        {
            options[^1]!["focused"] = true;
        }

        return options;
    }

    private static JsonObject Option(JsonObject known, string value) =>
        new()
        {
            ["name"] = (string)known["name"]!,
            ["type"] = (int)known["type"]!,
            ["value"] = (int)known["type"]! switch
            {
                Integer when long.TryParse(value, CultureInfo.InvariantCulture, out var number) => number,
                Boolean => value is "true" or "yes",
                _ => value,
            },
        };

    private static List<JsonObject> All(JsonObject command) => [.. (command["options"] as JsonArray ?? []).OfType<JsonObject>()];

    private static (string First, string After) Word(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (text[..at], text[(at + 1)..].Trim()) : (text, "");
}
