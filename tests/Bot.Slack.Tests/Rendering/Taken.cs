using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Slack.Wire;

namespace Bot.Slack.Tests.Rendering;

/// <summary>What Slack takes, and what it would make of it: looked at on the wire, as it looks.</summary>
internal static partial class Taken
{
    private static readonly Dictionary<string, string[]> Children = new(StringComparer.Ordinal)
    {
        ["rich_text"] = ["rich_text_section", "rich_text_list", "rich_text_quote"],
        ["rich_text_section"] = ["text"],
        ["rich_text_quote"] = ["text"],
        ["rich_text_list"] = ["rich_text_section"],
        ["context"] = ["mrkdwn"],
        ["actions"] = ["button", "static_select", "multi_static_select", "multi_users_select"],
    };

    /// <summary>Within every limit, and nothing in it alive.</summary>
    public static void Fits(MessageBody body, string what, int mostBlocks = 50)
    {
        body.Text.Length.ShouldBeInRange(1, 4_000, what);
        IsDead(body.Text, what);
        Fits(JsonSerializer.SerializeToNode(body.Blocks, SlackJson.Default.IReadOnlyListBlock)!.AsArray(), what, mostBlocks);
    }

    public static void Fits(View view, string what)
    {
        var json = JsonSerializer.SerializeToNode(view, SlackJson.Default.View)!;
        json.ToJsonString().Length.ShouldBeLessThan(250 * 1024, what);
        ((string?)json["title"]?["text"] ?? "").Length.ShouldBeLessThanOrEqualTo(24, what);
        ((string?)json["submit"]?["text"] ?? "").Length.ShouldBeLessThanOrEqualTo(24, what);
        Fits(json["blocks"]!.AsArray(), what, mostBlocks: 100);
    }

    private static void Fits(JsonArray blocks, string what, int mostBlocks)
    {
        blocks.Count.ShouldBeInRange(1, mostBlocks, what);
        blocks.Sum(Length).ShouldBeLessThanOrEqualTo(12_000, what);
        blocks.Select(block => (string?)block!["block_id"]).OfType<string>().ShouldBeUnique(what);
        foreach (var block in blocks)
        {
            Fits(block!, what);
        }
    }

    private static void Fits(JsonNode node, string what)
    {
        var type = (string)node["type"]!;
        if (Children.TryGetValue(type, out var children))
        {
            var elements = node["elements"]!.AsArray();
            elements.Count.ShouldBeInRange(
                1,
                type == "actions" ? 25
                    : type == "context" ? 10
                    : int.MaxValue,
                what
            );
            elements.ShouldAllBe(element => children.Contains((string)element!["type"]!), what);
            foreach (var element in elements)
            {
                Fits(element!, what);
            }
        }

        switch (type)
        {
            case "mrkdwn":
                ((bool)node["verbatim"]!).ShouldBeTrue(what);
                ((string)node["text"]!).Length.ShouldBeInRange(1, 3_000, what);
                IsDead((string)node["text"]!, what);
                break;
            case "text":
                ((string)node["text"]!).Length.ShouldBeInRange(1, 3_000, what);
                break;
            case "header":
                ((string)node["text"]!["text"]!).Length.ShouldBeInRange(1, 150, what);
                break;
            case "actions":
                node["elements"]!.AsArray().Select(element => (string)element!["action_id"]!).ShouldBeUnique(what);
                break;
            case "button":
                ((string)node["text"]!["text"]!).Trim().Length.ShouldBeInRange(1, 75, what);
                ((string)node["action_id"]!).Length.ShouldBeInRange(1, 255, what);
                break;
            case "static_select":
                Fits(node["options"]!.AsArray(), node["initial_option"], what);
                break;
        }
    }

    private static void Fits(JsonArray options, JsonNode? initial, string what)
    {
        options.Count.ShouldBeInRange(1, 100, what);
        foreach (var option in options)
        {
            ((string)option!["text"]!["text"]!).Length.ShouldBeInRange(1, 75, what);
            ((string)option["value"]!).Length.ShouldBeInRange(1, 75, what);
        }

        (initial is null || options.Any(option => JsonNode.DeepEquals(option, initial))).ShouldBeTrue(what);
    }

    /// <summary>A text where Slack reads marks: nothing in it is one.</summary>
    public static void IsDead(string text, string what)
    {
        Alive().Match(text).Value.ShouldBeEmpty($"{what}: {text}");
        text.ShouldAllBe(c => c == '\n' || !char.IsControl(c), what);
    }

    private static int Length(JsonNode? node) =>
        node switch
        {
            JsonObject tree => tree.Where(each => each.Key is "text" or "elements" or "fields").Sum(each => Length(each.Value)),
            JsonArray list => list.Sum(Length),
            JsonValue value => value.ToString().Length,
            _ => 0,
        };

    /// <summary>A token, half an entity, a call, an address, a picture, or words in a form.</summary>
    [GeneratedRegex(
        @"[<>]|&(?!amp;|lt;|gt;)|@(?:here|channel|everyone)|https?://|mailto:(?!\u200B)|:[a-z_]+:|(?<!\u200B)[*_~`]|[*_~`](?!\u200B)|^&gt;",
        RegexOptions.Multiline
    )]
    private static partial Regex Alive();
}
