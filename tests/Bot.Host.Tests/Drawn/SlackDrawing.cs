using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Testing.Slack;

namespace Bot.Host.Tests.Drawn;

/// <summary>A message as Slack shows it, block by block.</summary>
internal static partial class SlackDrawing
{
    public static string Of(SlackMessage message) =>
        (message.Blocks.Count == 0 ? $"<p>{Mrkdwn(message.Text)}</p>" : string.Concat(message.Blocks.Select(block => Block(block!))))
        + (message.IsEphemeral ? "<p class='small'>Only visible to you</p>" : "");

    private static string Block(JsonNode block) =>
        (string)block["type"]! switch
        {
            "header" => $"<h1>{Text(block["text"]!)}</h1>",
            "section" => $"<p>{Text(block["text"]!)}</p>",
            "context" => $"<p class='small'>{string.Join(" ", block["elements"]!.AsArray().Select(text => Text(text!)))}</p>",
            "divider" => "<hr>",
            "rich_text" => string.Concat(block["elements"]!.AsArray().Select(part => Rich(part!))),
            "actions" => $"<div class='row'>{string.Concat(block["elements"]!.AsArray().Select(control => Control(control!)))}</div>",
            var type => throw new NotSupportedException($"No drawing of a block of type {type}."),
        };

    private static string Rich(JsonNode part) =>
        (string)part["type"]! switch
        {
            "rich_text_section" => $"<p>{Inlines(part)}</p>",
            "rich_text_quote" => $"<q>{Inlines(part)}</q>",
            "rich_text_list" => $"<ul>{string.Concat(part["elements"]!.AsArray().Select(point => $"<li>{Inlines(point!)}</li>"))}</ul>",
            var type => throw new NotSupportedException($"No drawing of a {type}."),
        };

    private static string Inlines(JsonNode part) => string.Concat(part["elements"]!.AsArray().Select(inline => Inline(inline!)));

    private static string Inline(JsonNode inline)
    {
        var words = (string)inline["type"]! switch
        {
            "text" or "link" => Drawing.Words((string?)inline["text"] ?? (string)inline["url"]!),
            "date" => Drawing.Words((string)inline["fallback"]!),
            "channel" => "#newsroom",
            var type => throw new NotSupportedException($"No drawing of a {type} in a line."),
        };
        return (bool?)inline["style"]?["bold"] == true ? $"<b>{words}</b>"
            : (bool?)inline["style"]?["italic"] == true ? $"<i>{words}</i>"
            : words;
    }

    private static string Control(JsonNode control) =>
        (string)control["type"]! is "button"
            ? $"<span class='button {(string?)control["style"]}'>{Drawing.Words((string)control["text"]!["text"]!)}</span>"
            : $"<span class='menu'>{Drawing.Words((string?)control["placeholder"]?["text"] ?? "")}</span>";

    private static string Text(JsonNode text) =>
        (string)text["type"]! is "mrkdwn" ? Mrkdwn((string)text["text"]!) : Drawing.Words((string)text["text"]!);

    /// <summary>Slack's own three escapes are undone before ours are made.</summary>
    private static string Mrkdwn(string words) => Bold().Replace(Drawing.Words(WebUtility.HtmlDecode(words)), "<b>$1</b>");

    [GeneratedRegex(@"(?<!\w)\*(\S(?:.*?\S)?)\*(?!\w)")]
    private static partial Regex Bold();
}
