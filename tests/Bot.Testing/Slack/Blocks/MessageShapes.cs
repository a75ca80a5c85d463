using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Blocks;

/// <summary>Messages as the bot may send them (<see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>).</summary>
internal static class MessageShapes
{
    /// <summary>What is beyond it is cut off.</summary>
    private const int MostText = 40_000;
    private const int MostMetadata = 1_024;

    private static readonly Field[] Shown =
    [
        new("text", new Text(MostText)),
        new("blocks", BlockShapes.InMessage),
        new("mrkdwn", new YesNo()),
        new("parse", new OneOf("none", "full", "client")),
        new("link_names", new YesNo()),
        new("thread_ts", new Text(20, 17)),
        new("unfurl_links", new YesNo()),
        new("unfurl_media", new YesNo()),
        new(
            "metadata",
            new Fields(
                new Field("event_type", new Text(255, 1), Required: true),
                new Field("event_payload", new Whatever(), Required: true)
            )
        ),
    ];

    public static Fields Post { get; } = new([Id("channel"), .. Shown, new Field("reply_broadcast", new YesNo())]);

    /// <summary>Without metadata, and without links that unfold.</summary>
    public static Fields PostEphemeral { get; } =
        new([Id("channel"), Id("user"), .. Shown.Where(field => field.Name is not ("metadata" or "unfurl_links" or "unfurl_media"))]);

    public static Fields Update { get; } =
        new([
            Id("channel"),
            new Field("ts", new Text(20, 17), Required: true),
            .. Shown.Where(field => field.Name is not ("thread_ts" or "unfurl_links" or "unfurl_media")),
            new Field("reply_broadcast", new YesNo()),
        ]);

    /// <summary>To a command at once, or by its URL.</summary>
    public static Fields Answer { get; } =
        new([
            .. Shown,
            new Field("response_type", new OneOf("ephemeral", "in_channel")),
            new Field("replace_original", new YesNo()),
            new Field("delete_original", new YesNo()),
        ]);

    /// <summary>What holds over several fields.</summary>
    public static void Check(JsonObject message, SlackErrors errors)
    {
        if (errors.Any)
        {
            return;
        }

        var blocks = message["blocks"] as JsonArray ?? [];
        BlockRules.Check(blocks, "blocks", errors);
        if (blocks.Count > 0 && ((string?)message["text"] ?? "").Length == 0)
        {
            errors.Note("text", "With blocks alone there is nothing to be read aloud or announced.");
        }

        if (BlockRules.Mentions((string?)message["text"]))
        {
            errors.Note("text", $"Somebody is called: {message["text"]}");
        }

        if (message["link_names"] is not null)
        {
            errors.Note("link_names", "It makes live what somebody only wrote.");
        }

        if (message["metadata"]?.ToJsonString().Length > MostMetadata)
        {
            errors.Refuse("metadata_too_large", "metadata", $"more than {MostMetadata} characters");
        }
    }

    /// <summary>A post that may unfold links, or read some into words, which no post of the bot's does.</summary>
    public static void CheckQuiet(JsonObject message, SlackErrors errors)
    {
        foreach (var unfurl in (string[])["unfurl_links", "unfurl_media"])
        {
            if (message[unfurl]?.ToJsonString() != "false")
            {
                errors.Note(unfurl, "Without false, links unfold.");
            }
        }
    }

    /// <summary>An edit that does not say how it is read, which is then read as a person's.</summary>
    public static void CheckParse(JsonObject message, SlackErrors errors)
    {
        if ((string?)message["parse"] != "none" && message["text"] is not null)
        {
            errors.Note("parse", "Without 'none', an edit is read as if a person had typed it.");
        }
    }

    public static Field Id(string name) => new(name, new Text(30, 1), Required: true);
}
