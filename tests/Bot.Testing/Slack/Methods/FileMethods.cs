using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using Bot.Testing.Slack.Blocks;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Methods;

/// <summary>Files, in three calls: where to, the bytes, and in which channel (<see href="https://docs.slack.dev/messaging/working-with-files"/>).</summary>
internal sealed class FileMethods(StandInSlack slack)
{
    private readonly Dictionary<string, Announced> uploads = new(StringComparer.Ordinal);

    private sealed record Announced(string Id, string Name, int Length, string? AltText)
    {
        public byte[]? Bytes { get; set; }
        public DateTimeOffset? Complete { get; set; }
    }

    /// <summary>So long after a file is complete it is made out what it is.</summary>
    private static readonly TimeSpan MadeOut = TimeSpan.FromSeconds(1.5);

    public IEnumerable<SlackMethod> All =>
        [
            new("files.getUploadURLExternal", Where)
            {
                Scopes = _ => ["files:write"],
                Often = 100,
                Takes = new Fields(
                    new Field("filename", new Text(255, 1), Required: true),
                    new Field("length", new Whole(1, 1_000_000_000), Required: true),
                    new Field("alt_txt", new Text(1_000)),
                    new Field("alt_text", new Text(1_000)),
                    new Field("snippet_type", new Text(30))
                ),
            },
            new("files.completeUploadExternal", Complete)
            {
                Scopes = _ => ["files:write"],
                Often = 100,
                Takes = new Fields(
                    new Field(
                        "files",
                        new List(new Fields(MessageShapes.Id("id"), new Field("title", new Text(255))), 10, 1),
                        Required: true
                    ),
                    new Field("channel_id", new Text(30, 1)),
                    new Field("channels", new Text(3_000, 1)),
                    new Field("initial_comment", new Text(4_000)),
                    new Field("thread_ts", new Text(20, 17)),
                    new Field("blocks", BlockShapes.InMessage)
                ),
            },
        ];

    /// <summary>The bytes, as they are or as one part of a form.</summary>
    internal SlackReply Upload(SlackCall call)
    {
        if (!uploads.TryGetValue(call.Path.Split('/')[^1], out var upload) || upload.Bytes is not null)
        {
            return new SlackReply(404, null, "no such upload");
        }

        if (call.Authorization is not null)
        {
            slack.Violate(call, "the bot's token was shown where the address is enough");
        }

        var bytes = call.Parts is [var part] ? part.Bytes : call.Bytes;
        if (bytes.Length != upload.Length)
        {
            slack.Violate(call, $"{bytes.Length} bytes where {upload.Length} were announced");
            return new SlackReply(400, null, "size mismatch");
        }

        upload.Bytes = bytes;
        return new SlackReply(200, null, string.Create(CultureInfo.InvariantCulture, $"OK - {bytes.Length}"));
    }

    /// <summary>Whether all files that blocks show are there, and were made out by now.</summary>
    internal bool AreKnown(JsonNode? blocks, DateTimeOffset at) =>
        BlockRules
            .All(blocks)
            .Select(block => (string?)block["slack_file"]?["id"])
            .OfType<string>()
            .All(id => uploads.Values.Any(upload => upload.Id == id && upload.Complete + MadeOut <= at));

    private SlackReply Where(SlackCall call)
    {
        var ticket = slack.World.NextId("ticket");
        var upload = new Announced(
            slack.World.NextId("F"),
            call["filename"]!,
            (int)call.Arguments["length"]!,
            call["alt_txt"] ?? call["alt_text"]
        );
        uploads[ticket] = upload;
        return SlackReply.Ok(
            new JsonObject { ["upload_url"] = new Uri(slack.Addresses.Files, $"upload/v1/{ticket}").ToString(), ["file_id"] = upload.Id }
        );
    }

    private SlackReply Complete(SlackCall call)
    {
        var files = new List<SlackFile>();
        foreach (var file in call.Arguments["files"]!.AsArray())
        {
            var upload = uploads.Values.FirstOrDefault(each => each.Id == (string)file!["id"]!);
            if (upload is not { Bytes: { } bytes, Complete: null })
            {
                slack.Violate(call, $"{file!["id"]} was not uploaded, or was completed before");
                return SlackReply.Error("file_not_found");
            }

            files.Add(new SlackFile(upload.Id, upload.Name, (string?)file!["title"] ?? upload.Name, upload.AltText, bytes));
        }

        if (call["channel_id"] is { } id && Share(call, id, files) is { } refused)
        {
            return SlackReply.Error(refused);
        }

        foreach (var file in files)
        {
            uploads.Values.First(each => each.Id == file.Id).Complete = call.At;
        }

        // What is told of it is still without type and place: these are found out afterwards.
        return SlackReply.Ok(
            new JsonObject
            {
                ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["id"] = file.Id, ["title"] = file.Title })]),
            }
        );
    }

    /// <summary>Only where the bot is in the channel, however public that is.</summary>
    private string? Share(SlackCall call, string id, List<SlackFile> files)
    {
        if (slack.World.MaySee(call.By!, id, out var channel) is { } unseen)
        {
            return unseen;
        }

        if (!channel.Members.Contains(call.By!.Bot))
        {
            return "not_in_channel";
        }

        var message = new SlackMessage(channel.Team, channel.Id, slack.World.NextTs(), call.By.Bot)
        {
            BotId = call.By.BotId,
            Files = files,
        };
        message.Show(
            new JsonObject
            {
                ["text"] = call["initial_comment"] ?? "",
                ["thread_ts"] = call["thread_ts"],
                ["blocks"] = call.Arguments["blocks"]?.DeepClone(),
            }
        );
        slack.World.Add(message);
        slack.People.Wrote(message);
        return null;
    }
}
