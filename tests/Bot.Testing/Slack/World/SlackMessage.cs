using System.Text.Json.Nodes;

namespace Bot.Testing.Slack;

/// <summary>A message at the stand-in.</summary>
/// <param name="author">Who wrote it; the app's own user for a bot.</param>
public sealed class SlackMessage(string team, string channel, string ts, string author)
{
    public string Team => team;
    public string Channel => channel;
    public string Ts => ts;
    public string Author => author;

    /// <summary>Null where a person wrote it.</summary>
    public string? BotId { get; init; }
    public DateTimeOffset At { get; internal set; }
    public DateTimeOffset? Edited { get; internal set; }
    public bool IsDeleted { get; internal set; }

    /// <summary>Who alone sees it; null where the whole channel does.</summary>
    public string? OnlyFor { get; init; }
    public bool IsEphemeral => OnlyFor is not null;
    public string Text { get; private set; } = "";
    public JsonArray Blocks { get; private set; } = [];
    public string? Thread { get; private set; }
    public JsonObject? Metadata { get; private set; }

    /// <summary>How it is read, as it was said last.</summary>
    public string Parse { get; private set; } = "none";
    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    /// <summary>Text without blocks takes the old blocks away; neither leaves all as it was.</summary>
    internal void Show(JsonObject said, string usualParse = "none")
    {
        if (said.ContainsKey("text") || said.ContainsKey("blocks"))
        {
            Text = (string?)said["text"] ?? "";
            Blocks = said["blocks"]?.DeepClone() as JsonArray ?? [];
        }

        Thread ??= (string?)said["thread_ts"];
        Parse = (string?)said["parse"] ?? usualParse;
        Metadata = said.ContainsKey("metadata") ? said["metadata"]?.DeepClone() as JsonObject : Metadata;
    }

    /// <summary>As Slack tells it.</summary>
    /// <param name="withMetadata">Only who asks for it is told.</param>
    internal JsonObject Json(bool withMetadata = false)
    {
        var told = new JsonObject
        {
            ["type"] = "message",
            ["user"] = author,
            ["ts"] = ts,
            ["team"] = team,
            ["text"] = Text,
        };
        if (BotId is not null)
        {
            told["bot_id"] = BotId;
        }

        if (Blocks.Count > 0)
        {
            told["blocks"] = Blocks.DeepClone();
        }

        if (Thread is not null)
        {
            told["thread_ts"] = Thread;
        }

        if (Edited is { } at)
        {
            told["edited"] = new JsonObject { ["user"] = author, ["ts"] = $"{at.ToUnixTimeSeconds()}.000000" };
        }

        if (Files.Count > 0)
        {
            told["files"] = new JsonArray([.. Files.Select(file => file.Json(this))]);
        }

        if (withMetadata && Metadata is not null)
        {
            told["metadata"] = Metadata.DeepClone();
        }

        return told;
    }
}
