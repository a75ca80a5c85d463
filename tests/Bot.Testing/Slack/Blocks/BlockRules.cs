using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Testing.Slack.Blocks;

/// <summary>What holds over several fields of blocks.</summary>
public static partial class BlockRules
{
    /// <summary>Not documented; reported at a little more.</summary>
    private const int MostText = 13_200;
    private const int MostMarkdown = 12_000;

    /// <param name="path">Where the blocks are.</param>
    internal static void Check(JsonArray blocks, string path, SlackErrors errors)
    {
        Unique(blocks, "block_id", path, errors);
        foreach (var (n, block) in blocks.OfType<JsonObject>().Index())
        {
            Block(block, $"{path}.{n}", errors);
        }

        if (blocks.Count(block => Type(block) == "table") > 1)
        {
            errors.Refuse("invalid_attachments", path, "only_one_table_allowed");
        }

        if (blocks.Where(block => Type(block) == "markdown").Sum(block => Length(block!["text"])) > MostMarkdown)
        {
            errors.Add(path, "markdown_text_too_long", $"must be less than {MostMarkdown + 1} characters in all markdown blocks");
        }

        if (blocks.Sum(Text) > MostText)
        {
            errors.Refuse("msg_blocks_too_long", path, $"more than {MostText} characters in all blocks");
        }
    }

    /// <summary>What only a modal may hold.</summary>
    internal static void CheckView(JsonObject view, string path, SlackErrors errors)
    {
        var blocks = view["blocks"] as JsonArray ?? [];
        var isModal = (string?)view["type"] == "modal";
        if (isModal && view["submit"] is null && blocks.Any(block => Type(block) == "input"))
        {
            errors.Add($"{path}.submit", "", "submit is required when an input is within blocks");
        }

        if (All(view).Count(each => Is(each["focus_on_load"])) > 1)
        {
            errors.Add($"{path}.blocks", "", "focus_on_load can only be true for one element");
        }

        foreach (var each in All(view).Where(each => Is(each["response_url_enabled"])))
        {
            if (!isModal || !blocks.Any(block => Type(block) == "input" && block!["element"] == each))
            {
                errors.Add($"{path}.blocks", "", "response_url_enabled is for input blocks of modals");
            }
        }
    }

    /// <summary>Whether a text calls people, or leads to a channel.</summary>
    public static bool Mentions(string? text) => text is not null && Mention().IsMatch(text);

    /// <summary>All that has a type, itself and within.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(All),
            JsonObject one => one.ContainsKey("type")
                ? [one, .. one.SelectMany(each => All(each.Value))]
                : one.SelectMany(each => All(each.Value)),
            _ => [],
        };

    private static void Block(JsonObject block, string path, SlackErrors errors)
    {
        if (Type(block) == "section" && block["text"] is null && block["fields"] is null)
        {
            errors.Add(path, "", "a section needs text or fields");
        }

        Unique(block["elements"] as JsonArray ?? [], "action_id", $"{path}.elements", errors);
        foreach (var element in All(block))
        {
            if (Type(element) == "image" && (element["image_url"] is null) == (element["slack_file"] is null))
            {
                errors.Add(path, "", "an image has either an image_url or a slack_file");
            }

            if (
                Type(element) is "static_select" or "multi_static_select"
                && (element["options"] is null) == (element["option_groups"] is null)
            )
            {
                errors.Add(path, "", "a select has either options or option_groups");
            }

            if (Type(element) == "mrkdwn" && !Is(element["verbatim"]))
            {
                errors.Note(path, "Without verbatim, links and channels that somebody only wrote become live.");
            }

            if (
                Type(element) is "user" or "usergroup" or "broadcast"
                || (Type(element) is "mrkdwn" or "markdown" && Mentions((string?)element["text"]))
            )
            {
                errors.Note(path, $"Somebody is called: {element.ToJsonString()}");
            }
        }

        if (Type(block) == "table")
        {
            Table(block, path, errors);
        }
    }

    private static void Table(JsonObject table, string path, SlackErrors errors)
    {
        var rows = table["rows"] as JsonArray ?? [];
        if (rows.SelectMany(row => row as JsonArray ?? []).Sum(Text) > 10_000)
        {
            errors.Refuse("msg_blocks_too_long", path, "more than 10000 characters in all cells");
        }
    }

    private static void Unique(JsonArray list, string field, string path, SlackErrors errors)
    {
        foreach (var same in list.Select(each => (string?)each?[field]).OfType<string>().GroupBy(id => id).Where(same => same.Count() > 1))
        {
            errors.Add(path, "", $"{field} '{same.Key}' already exists");
        }
    }

    private static int Text(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.Sum(Text),
            JsonObject one => one.Sum(each =>
                each.Key is "text" or "alt_text" && each.Value is JsonValue ? Length(each.Value) : Text(each.Value)
            ),
            _ => 0,
        };

    private static int Length(JsonNode? text) => text is JsonValue value && value.TryGetValue(out string? said) ? said.Length : 0;

    private static bool Is(JsonNode? flag) => flag is JsonValue value && value.TryGetValue(out bool set) && set;

    private static string? Type(JsonNode? node) =>
        (node as JsonObject)?["type"] is JsonValue value && value.TryGetValue(out string? type) ? type : null;

    [GeneratedRegex(@"<[@#!][^<>]*>")]
    private static partial Regex Mention();
}
