using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using Bot.Testing.Slack.Blocks;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Methods;

/// <summary>Messages of the bot's.</summary>
internal sealed class ChatMethods(StandInSlack slack, FileMethods files)
{
    /// <summary>More is refused where a message is edited.</summary>
    private const int MostInEdit = 4_000;

    private static readonly Fields One = new(MessageShapes.Id("channel"), new Field("ts", new Text(20, 17), Required: true));

    public IEnumerable<SlackMethod> All =>
        new SlackMethod[]
        {
            new("chat.postMessage", Post)
            {
                Often = 0,
                Takes = MessageShapes.Post,
                Check = Posted,
            },
            new("chat.postEphemeral", PostEphemeral)
            {
                Often = 100,
                Takes = MessageShapes.PostEphemeral,
                Check = MessageShapes.Check,
            },
            new("chat.update", Update) { Takes = MessageShapes.Update, Check = Edited },
            new("chat.delete", Delete) { Takes = One },
            new("chat.getPermalink", Permalink)
            {
                Often = 0,
                IsRead = true,
                Takes = new Fields(MessageShapes.Id("channel"), new Field("message_ts", new Text(20, 17), Required: true)),
            },
        }.Select(method => method.IsRead ? method : method with { Scopes = _ => ["chat:write"] });

    private static void Posted(JsonObject message, SlackErrors errors)
    {
        MessageShapes.Check(message, errors);
        MessageShapes.CheckQuiet(message, errors);
    }

    private static void Edited(JsonObject message, SlackErrors errors)
    {
        MessageShapes.Check(message, errors);
        MessageShapes.CheckParse(message, errors);
        if (message["text"] is JsonValue text && text.ToString().Length > MostInEdit)
        {
            errors.Refuse("msg_too_long", "text", $"more than {MostInEdit} characters in an edit");
        }
    }

    private SlackReply Post(SlackCall call)
    {
        if (IsEmpty(call))
        {
            slack.Violate(call, "an empty message");
            return SlackReply.Error("no_text");
        }

        if (slack.World.MayPost(call, out var channel) is { } refused)
        {
            return SlackReply.Error(refused);
        }

        if (!files.AreKnown(call.Arguments["blocks"], call.At))
        {
            return SlackReply.Error("invalid_blocks");
        }

        if (call["thread_ts"] is { } thread && slack.World.Find(channel.Id, thread) is not { IsEphemeral: false, Thread: null })
        {
            // Slack posts it beside the thread, where nobody looks for it.
            slack.Violate(call, $"in a thread under {thread}, which is no message at the top of {channel.Id}");
        }

        var message = slack.World.Add(Own(call, channel, null));
        slack.People.Wrote(message);
        return SlackReply.Ok(
            new JsonObject
            {
                ["channel"] = channel.Id,
                ["ts"] = message.Ts,
                ["message"] = message.Json(),
            }
        );
    }

    private SlackReply PostEphemeral(SlackCall call)
    {
        if (IsEmpty(call))
        {
            slack.Violate(call, "an empty message");
            return SlackReply.Error("no_text");
        }

        if (slack.World.MayPost(call, out var channel) is { } refused)
        {
            return SlackReply.Error(refused);
        }

        if (!channel.Members.Contains(call["user"]!))
        {
            return SlackReply.Error("user_not_in_channel");
        }

        var message = slack.World.Add(Own(call, channel, call["user"]));
        return SlackReply.Ok(new JsonObject { ["message_ts"] = message.Ts });
    }

    private SlackReply Update(SlackCall call)
    {
        if (Find(call, "cant_update_message", out var message) is { } refused)
        {
            return refused;
        }

        if (IsEmpty(call) && call.Arguments["metadata"] is null)
        {
            slack.Violate(call, "an empty message");
            return SlackReply.Error("no_text");
        }

        if (!files.AreKnown(call.Arguments["blocks"], call.At))
        {
            return SlackReply.Error("invalid_blocks");
        }

        message.Show(call.Arguments, usualParse: "client");
        message.Edited = call.At;
        slack.People.Wrote(message);
        return SlackReply.Ok(
            new JsonObject
            {
                ["channel"] = message.Channel,
                ["ts"] = message.Ts,
                ["text"] = message.Text,
                ["message"] = message.Json(),
            }
        );
    }

    private SlackReply Delete(SlackCall call)
    {
        if (Find(call, "cant_delete_message", out var message) is { } refused)
        {
            return refused;
        }

        message.IsDeleted = true;
        slack.People.Wrote(message);
        return SlackReply.Ok(new JsonObject { ["channel"] = message.Channel, ["ts"] = message.Ts });
    }

    private SlackReply Permalink(SlackCall call) =>
        slack.World.Find(call["channel"]!, call["message_ts"]!) is { } message && message.Team == call.By!.Team
            ? SlackReply.Ok(
                new JsonObject
                {
                    ["channel"] = message.Channel,
                    ["permalink"] =
                        $"https://{slack.World.Teams[message.Team].Domain}.slack.com/archives/{message.Channel}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}",
                }
            )
            : SlackReply.Error("message_not_found");

    /// <summary>What only one person sees is not found, nor what is in another workspace.</summary>
    private SlackReply? Find(SlackCall call, string notOwn, out SlackMessage message)
    {
        var found = slack.World.Find(call["channel"]!, call["ts"]!);
        message = found!;
        if (call["channel"]!.StartsWith('U'))
        {
            slack.Violate(call, "a person where the channel of direct messages is meant");
        }

        return !slack.World.Channels.TryGetValue(call["channel"]!, out var channel) || channel.Team != call.By!.Team
                ? SlackReply.Error("channel_not_found")
            : found is null or { IsEphemeral: true } ? SlackReply.Error("message_not_found")
            : found.Author != call.By.Bot ? SlackReply.Error(notOwn)
            : channel.IsArchived ? SlackReply.Error("is_archived")
            : null;
    }

    private SlackMessage Own(SlackCall call, SlackChannel channel, string? onlyFor)
    {
        var message = new SlackMessage(channel.Team, channel.Id, slack.World.NextTs(), call.By!.Bot)
        {
            BotId = call.By.BotId,
            OnlyFor = onlyFor,
        };
        message.Show(call.Arguments);
        return message;
    }

    private static bool IsEmpty(SlackCall call) =>
        (call["text"] ?? "").Trim().Length == 0 && call.Arguments["blocks"] is not JsonArray { Count: > 0 };
}
