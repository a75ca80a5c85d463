using System.Text.Json.Nodes;
using Bot.Testing.Slack.Blocks;

namespace Bot.Testing.Slack.Telling;

/// <summary>What was pressed, chosen and filled in, as it is told.</summary>
internal static class SlackForm
{
    /// <param name="value">What was chosen; null for a button.</param>
    public static JsonObject Acted(JsonArray blocks, string action, string? value, string at)
    {
        var (block, element) = blocks
            .OfType<JsonObject>()
            .SelectMany(block => BlockRules.All(block).Select(element => (block, element)))
            .FirstOrDefault(each => (string?)each.element["action_id"] == action);
        if (element is null)
        {
            throw new ArgumentException($"Nothing there has the action_id '{action}'.", nameof(action));
        }

        var acted = Filled(element, value ?? (string?)element["value"]);
        acted["action_id"] = action;
        acted["block_id"] = (string?)block["block_id"] ?? "made-by-slack";
        acted["action_ts"] = at;
        if (element["text"] is { } text)
        {
            acted["text"] = text.DeepClone();
        }

        return acted;
    }

    /// <summary>By block and action. What is not given is empty, or as it was to begin with.</summary>
    public static JsonObject Filled(SlackView view, IReadOnlyList<(string Block, string Value)> values)
    {
        var filled = new JsonObject();
        foreach (var block in view.Blocks.OfType<JsonObject>().Where(block => (string?)block["type"] == "input"))
        {
            var (id, element) = ((string)block["block_id"]!, (JsonObject)block["element"]!);
            var given = values.Where(each => each.Block == id).Select(each => each.Value).FirstOrDefault();
            if (
                given is null
                && (string?)element["initial_value"] is null
                && block["optional"]?.ToJsonString() != "true"
                && element["initial_option"] is null
            )
            {
                throw new ArgumentException($"Slack does not send a form off whose field '{id}' is empty.", nameof(values));
            }

            filled[id] = new JsonObject { [(string)element["action_id"]!] = Filled(element, given ?? (string?)element["initial_value"]) };
        }

        return filled;
    }

    public static JsonObject Element(SlackView view, string block) =>
        view.Blocks.OfType<JsonObject>().First(each => (string?)each["block_id"] == block)["element"]!.AsObject();

    /// <summary>The channel that was chosen to be answered in; null for none.</summary>
    public static string? Place(SlackView view, JsonObject filled) =>
        Asking(view) is { } block
            ? (string?)filled[(string)block["block_id"]!]![(string)block["element"]!["action_id"]!]!["selected_conversation"]
            : null;

    public static JsonObject Hook(SlackView view, string channel, string hook) =>
        new()
        {
            ["block_id"] = (string)Asking(view)!["block_id"]!,
            ["action_id"] = (string)Asking(view)!["element"]!["action_id"]!,
            ["channel_id"] = channel,
            ["response_url"] = hook,
        };

    private static JsonNode? Asking(SlackView view) =>
        view.Blocks.FirstOrDefault(block => block?["element"]?["response_url_enabled"]?.ToJsonString() == "true");

    private static JsonObject Filled(JsonObject element, string? value)
    {
        var type = (string)element["type"]!;
        var filled = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "button" when value is null:
                break;
            case "button" or "plain_text_input" or "number_input":
                filled["value"] = value;
                break;
            case "static_select" or "external_select" or "overflow" or "radio_buttons":
                filled["selected_option"] = Option(element, value)?.DeepClone();
                break;
            case "multi_static_select":
                filled["selected_options"] = new JsonArray([.. Many(value).Select(each => Option(element, each)!.DeepClone())]);
                break;
            case "multi_users_select":
                filled["selected_users"] = new JsonArray([.. Many(value).Select(each => (JsonNode)each)]);
                break;
            case "users_select":
                filled["selected_user"] = value;
                break;
            case "conversations_select":
                filled["selected_conversation"] = value;
                break;
            case "channels_select":
                filled["selected_channel"] = value;
                break;
            case "datepicker":
                filled["selected_date"] = value;
                break;
            default:
                throw new ArgumentException($"Nothing is known here of filling in '{type}'.", nameof(element));
        }

        return filled;
    }

    /// <summary>Of several, with spaces between.</summary>
    private static string[] Many(string? value) => (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Of those that are listed; a select that asks has been told them.</summary>
    private static JsonNode? Option(JsonObject element, string? value) =>
        value is null ? element["initial_option"]
        : (string)element["type"]! == "external_select"
            ? new JsonObject
            {
                ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value },
                ["value"] = value,
            }
        : Listed(element).FirstOrDefault(each => (string?)each["value"] == value)
            ?? throw new ArgumentException($"Nothing there has the value '{value}'.", nameof(value));

    private static IEnumerable<JsonObject> Listed(JsonObject element) =>
        (element["options"] as JsonArray ?? [])
            .Concat((element["option_groups"] as JsonArray ?? []).SelectMany(group => group!["options"] as JsonArray ?? []))
            .OfType<JsonObject>();
}
