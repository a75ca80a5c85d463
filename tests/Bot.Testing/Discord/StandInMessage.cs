using System.Text.Json.Nodes;

namespace Bot.Testing.Discord;

/// <summary>A message at the stand-in.</summary>
public sealed class StandInMessage(string id, string channel, JsonObject author)
{
    private JsonArray attachments = [];

    public string Id => id;
    public string Channel => channel;
    public string Author => (string)author["id"]!;
    public required DateTimeOffset At { get; init; }
    public string? Nonce { get; init; }
    public DateTimeOffset? Edited { get; set; }
    public bool IsDeleted { get; set; }

    /// <summary>Deferred: there is nothing to see yet.</summary>
    public bool IsLoading { get; internal set; }
    public string Content { get; private set; } = "";
    public JsonArray Embeds { get; private set; } = [];
    public JsonArray Components { get; private set; } = [];
    public int Flags { get; internal set; }
    public JsonNode? Reference { get; private set; }
    public IReadOnlyList<SentFile> Files { get; private set; } = [];

    /// <summary>How often it was shown otherwise.</summary>
    public int TimesShown { get; private set; }

    /// <summary>Only whoever asked sees it.</summary>
    public bool IsEphemeral => (Flags & 64) != 0;

    /// <summary>What is said replaces what was there; what is not said stays.</summary>
    internal void Show(JsonObject said, IReadOnlyList<SentFile> files, Func<string> nextId)
    {
        TimesShown += said.Count > 0 ? 1 : 0;
        Content = said.ContainsKey("content") ? (string?)said["content"] ?? "" : Content;
        Embeds = said.ContainsKey("embeds") ? List(said["embeds"]) : Embeds;
        Components = said.ContainsKey("components") ? List(said["components"]) : Components;
        Reference = said["message_reference"]?.DeepClone() ?? Reference;
        if (said["flags"] is { } flags)
        {
            // Whether it is ephemeral is decided once.
            Flags = (Flags & 64) | (int)flags;
        }

        var kept = said["attachments"] is JsonArray named
            ? [.. named.Select(each => (string)each!["id"]!)]
            : attachments.Select(each => (string)each!["id"]!).ToHashSet();
        var notes = (said["attachments"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        attachments = new JsonArray([
            .. attachments.Where(each => kept.Contains((string)each!["id"]!)).Select(each => each!.DeepClone()),
            .. files.Index().Select(file => Note(file, notes, nextId)),
        ]);
        Files = [.. Files, .. files];
    }

    /// <summary>As Discord tells it.</summary>
    public JsonObject Json()
    {
        var told = new JsonObject
        {
            ["id"] = id,
            ["channel_id"] = channel,
            ["author"] = author.DeepClone(),
            ["content"] = Content,
            ["timestamp"] = At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz"),
            ["edited_timestamp"] = Edited?.ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz"),
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = attachments.DeepClone(),
            ["embeds"] = Embeds.DeepClone(),
            ["components"] = Components.DeepClone(),
            ["pinned"] = false,
            ["type"] = Reference is null ? 0 : 19,
            ["flags"] = Flags | (IsLoading ? 128 : 0),
            ["nonce"] = Nonce,
        };
        if (Reference is { } answered)
        {
            told["message_reference"] = answered.DeepClone();
        }

        return told;
    }

    private static JsonObject Note((int Index, SentFile Item) file, List<JsonObject> notes, Func<string> nextId)
    {
        var newId = nextId();
        return new JsonObject
        {
            ["id"] = newId,
            ["filename"] = file.Item.Name,
            ["size"] = file.Item.Bytes.Length,
            ["content_type"] = file.Item.Type,
            ["description"] = notes.FirstOrDefault(note => (string?)note["id"] == $"{file.Index}")?["description"]?.DeepClone(),
            ["url"] = $"https://cdn.discordapp.com/attachments/1/{newId}/{file.Item.Name}?ex=1",
            ["proxy_url"] = $"https://media.discordapp.net/attachments/1/{newId}/{file.Item.Name}?ex=1",
        };
    }

    private static JsonArray List(JsonNode? node) => node?.DeepClone() as JsonArray ?? [];
}
