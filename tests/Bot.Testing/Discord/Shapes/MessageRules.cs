using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Shapes;

/// <summary>What holds over several fields of a message.</summary>
internal static class MessageRules
{
    public const int V2 = 1 << 15;
    public const int Ephemeral = 1 << 6;

    /// <summary>Suppress embeds, suppress notifications, components.</summary>
    public const int ForChannels = (1 << 2) | (1 << 12) | V2;

    /// <param name="files">The names of those sent along.</param>
    /// <param name="flags">Which may be set.</param>
    public static void Check(JsonObject message, IReadOnlyList<string> files, int flags, string path, FormErrors errors)
    {
        var set = message["flags"] is JsonValue value && value.TryGetValue(out int number) ? number : 0;
        if ((set & ~flags) != 0)
        {
            errors.Add($"{path}flags", "BITFIELD_INVALID_FLAGS", $"{set & ~flags} cannot be set here.");
        }

        Embeds(message, path, errors);
        if (message["allowed_mentions"] is null)
        {
            errors.Note($"{path}allowed_mentions", "Without it everybody who is named is called.");
        }

        Mentions(message["allowed_mentions"] as JsonObject, path, errors);
        Attachments(message, files, path, errors);
        var components = message["components"] as JsonArray ?? [];
        Unique(components, path, errors);
        if ((set & V2) != 0)
        {
            Layout(message, components, path, errors);
        }
        else if (components.Count > 5 || components.Any(each => (int?)each?["type"] != 1))
        {
            errors.Add($"{path}components", "UNION_TYPE_CHOICES", "Without the flag for it, there are up to five rows and nothing else.");
        }
    }

    public static bool IsEmpty(JsonObject message, IReadOnlyList<string> files) =>
        files.Count == 0
        && ((string?)message["content"] ?? "").Trim().Length == 0
        && message["embeds"] is not JsonArray { Count: > 0 }
        && message["components"] is not JsonArray { Count: > 0 }
        && message["sticker_ids"] is not JsonArray { Count: > 0 };

    private static void Embeds(JsonObject message, string path, FormErrors errors)
    {
        var embeds = (message["embeds"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var length = embeds.Sum(embed =>
            Length(embed["title"])
            + Length(embed["description"])
            + Length(embed["footer"]?["text"])
            + Length(embed["author"]?["name"])
            + (embed["fields"] as JsonArray ?? []).Sum(field => Length(field?["name"]) + Length(field?["value"]))
        );
        if (length > 6_000)
        {
            errors.Add($"{path}embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
    }

    private static int Length(JsonNode? text) => text is JsonValue value && value.TryGetValue(out string? said) ? said.Trim().Length : 0;

    private static void Mentions(JsonObject? allowed, string path, FormErrors errors)
    {
        var parse = (allowed?["parse"] as JsonArray ?? []).Select(each => (string?)each).ToList();
        foreach (var kind in new[] { "users", "roles" })
        {
            if (parse.Contains(kind) && allowed?[kind] is JsonArray { Count: > 0 })
            {
                errors.Add(
                    $"{path}allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"{kind} are parsed or listed, not both."
                );
            }
        }
    }

    private static void Attachments(JsonObject message, IReadOnlyList<string> files, string path, FormErrors errors)
    {
        foreach (var (n, note) in (message["attachments"] as JsonArray ?? []).OfType<JsonObject>().Index())
        {
            if (
                int.TryParse((string?)note["id"], out var number)
                && number < 10
                && (number >= files.Count || (note.ContainsKey("filename") && (string?)note["filename"] != files[number]))
            )
            {
                errors.Add($"{path}attachments.{n}", "ATTACHMENT_NOT_FOUND", "No file of that number and name was sent.");
            }
        }

        foreach (var named in Strings(message).Where(text => text.StartsWith("attachment://", StringComparison.Ordinal)))
        {
            if (!files.Contains(named["attachment://".Length..]))
            {
                errors.Add(path.TrimEnd('.'), "ATTACHMENT_NOT_FOUND", $"{named} names a file that was not sent.");
            }
        }
    }

    private static void Layout(JsonObject message, JsonArray components, string path, FormErrors errors)
    {
        foreach (var field in new[] { "content", "embeds", "sticker_ids" })
        {
            if (message[field] is JsonArray { Count: > 0 } || (message[field] is JsonValue text && text.ToString().Length > 0))
            {
                errors.Add(
                    $"{path}{field}",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
                );
            }
        }

        if (All(components).Count() is var count and > 40)
        {
            errors.Add(
                $"{path}components",
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                $"There are {count} components, nested ones included, and 40 may be."
            );
        }
    }

    private static void Unique(JsonArray components, string path, FormErrors errors)
    {
        var all = All(components).ToList();
        foreach (
            var id in all.Select(each => (string?)each["custom_id"])
                .Where(id => id is not null)
                .GroupBy(id => id)
                .Where(same => same.Count() > 1)
        )
        {
            errors.Add($"{path}components", "COMPONENT_CUSTOM_ID_DUPLICATED", $"Component custom id cannot be duplicated: {id.Key}");
        }

        foreach (var button in all.Where(each => (int?)each["type"] == 2))
        {
            var isLink = (int?)button["style"] == 5;
            if (
                isLink == button.ContainsKey("custom_id")
                || isLink != button.ContainsKey("url")
                || (button["label"] is null && button["emoji"] is null)
            )
            {
                errors.Add(
                    $"{path}components",
                    "BUTTON_COMPONENT_INVALID",
                    "A link has a url, any other button a custom_id, and each a label or an emoji."
                );
            }
        }

        foreach (var row in all.Where(each => (int?)each["type"] == 1))
        {
            var inside = (row["components"] as JsonArray ?? []).Select(each => (int?)each?["type"]).ToList();
            if (inside.Exists(type => type != 2) && inside.Count > 1)
            {
                errors.Add($"{path}components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A row holds up to five buttons, or one menu.");
            }
        }
    }

    private static IEnumerable<JsonObject> All(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(All),
            JsonObject one when one.ContainsKey("type") => [one, .. All(one["components"]), .. All(one["accessory"])],
            _ => [],
        };

    private static IEnumerable<string> Strings(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(Strings),
            JsonObject one => one.SelectMany(each => Strings(each.Value)),
            JsonValue value when value.TryGetValue(out string? text) => [text],
            _ => [],
        };
}
