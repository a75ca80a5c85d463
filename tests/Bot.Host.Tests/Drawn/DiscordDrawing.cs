using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Testing.Discord;

namespace Bot.Host.Tests.Drawn;

/// <summary>A message as Discord shows it: content, embeds, buttons.</summary>
internal static partial class DiscordDrawing
{
    public static string Of(StandInMessage message) =>
        $"<p>{Marked(message.Content)}</p>"
        + string.Concat(message.Embeds.Select(embed => Embed(embed!.AsObject())))
        + string.Concat(message.Components.Select(row => Row(row!["components"]!.AsArray())))
        + (message.IsEphemeral ? "<p class='small'>Only you can see this</p>" : "");

    private static string Embed(JsonObject embed) =>
        $"""<section style="border-color: {Colour(embed)}">"""
        + Part(embed, "title", "b")
        + Part(embed, "description", "p")
        + string.Concat((embed["fields"] as JsonArray ?? []).Select(field => Field(field!)))
        + (embed["footer"] is { } footer ? $"<p class='small'>{Drawing.Words((string)footer["text"]!)}</p>" : "")
        + "</section>";

    private static string Colour(JsonObject embed) => embed["color"] is { } colour ? $"#{(int)colour:x6}" : "#b5bac1";

    private static string Part(JsonObject embed, string name, string tag) =>
        (string?)embed[name] is { Length: > 0 } words ? $"<{tag}>{Marked(words)}</{tag}>" : "";

    private static string Field(JsonNode field) =>
        $"<div class='field{((bool?)field["inline"] == true ? " inline" : "")}'><b>{Marked((string)field["name"]!)}</b><br>{Marked((string)field["value"]!)}</div>";

    private static string Row(JsonArray row) => $"<div class='row'>{string.Concat(row.Select(Control))}</div>";

    private static string Control(JsonNode? control) =>
        (int)control!["type"]! switch
        {
            2 => $"<span class='button'>{Drawing.Words((string)control["label"]!)}</span>",
            3 or 5 or 6 or 8 => $"<span class='menu'>{Drawing.Words((string?)control["placeholder"] ?? "")}</span>",
            var type => throw new NotSupportedException($"No drawing of a component of type {type}."),
        };

    /// <summary>Bold, small print and quotes; whatever is escaped stays as it is written.</summary>
    private static string Marked(string markdown)
    {
        var lines = markdown.Replace("\u200B", "", StringComparison.Ordinal).Split('\n').Select(Line);
        return string.Join("<br>", lines);
    }

    private static string Line(string line) =>
        line.StartsWith("-# ", StringComparison.Ordinal) ? $"<span class='small'>{Inline(line[3..])}</span>"
        : line.StartsWith("> ", StringComparison.Ordinal) ? $"<q>{Inline(line[2..])}</q>"
        : Inline(line);

    private static string Inline(string line) =>
        Escaped().Replace(Bold().Replace(Drawing.Words(line), "<b>$1</b>"), found => found.Groups[1].Value);

    [GeneratedRegex(@"\\([\\*_~`|>:()\[\]#.\-])")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"(?<!\\)\*\*(.+?)(?<!\\)\*\*")]
    private static partial Regex Bold();
}
