using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using Bot.Testing.Slack.Blocks;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Methods;

/// <summary>Channels, what is said in them, and messages with a person.</summary>
internal sealed class ConversationMethods(StandInSlack slack)
{
    private static readonly Field[] Paged = [new("cursor", new Text(200)), new("limit", new Whole(1, 1_000)), new("team_id", new Text(30))];

    private static readonly Field[] Past =
    [
        MessageShapes.Id("channel"),
        new("oldest", new Text(20)),
        new("latest", new Text(20)),
        new("inclusive", new YesNo()),
        new("include_all_metadata", new YesNo()),
    ];

    /// <summary>A page may be shorter than asked for, even empty, as the second and the third are here.</summary>
    private int pages;

    public IEnumerable<SlackMethod> All =>
        new SlackMethod[]
        {
            new("conversations.info", Info)
            {
                Takes = new Fields(
                    MessageShapes.Id("channel"),
                    new Field("include_num_members", new YesNo()),
                    new Field("include_locale", new YesNo())
                ),
                Scopes = call => ByKind(call, "read"),
            },
            new("conversations.list", List)
            {
                Takes = new Fields([.. Paged, new Field("types", new Text(60)), new Field("exclude_archived", new YesNo())]),
                Scopes = call => ByKind(call, "read"),
                Often = 20,
            },
            new("conversations.members", Members)
            {
                Takes = new Fields([.. Paged, MessageShapes.Id("channel")]),
                Scopes = call => ByKind(call, "read"),
                Often = 100,
            },
            new("conversations.history", History) { Takes = new Fields([.. Paged, .. Past]), Scopes = call => ByKind(call, "history") },
            new("conversations.replies", Replies)
            {
                Takes = new Fields([.. Paged, .. Past, new Field("ts", new Text(20, 1), Required: true)]),
                Scopes = call => ByKind(call, "history"),
            },
        }
            .Select(method => method with { IsRead = true })
            .Append(
                new("conversations.open", Open)
                {
                    Takes = new Fields(
                        new Field("users", new Text(200, 1), Required: true),
                        new Field("prevent_creation", new YesNo()),
                        new Field("return_im", new YesNo())
                    ),
                    Scopes = _ => ["im:write"],
                }
            );

    /// <summary>By the kinds of channel that are asked for.</summary>
    private List<string> ByKind(SlackCall call, string what)
    {
        var kinds =
            call["channel"] is not { } id ? (call["types"] ?? "public_channel").Split(',')
            : slack.World.Channels.TryGetValue(id, out var channel) ? [Kind(channel)]
            : [];
        return
        [
            .. kinds.Select(kind =>
                kind switch
                {
                    "public_channel" => $"channels:{what}",
                    "private_channel" => $"groups:{what}",
                    _ => $"{kind}:{what}",
                }
            ),
        ];
    }

    private static string Kind(SlackChannel channel) =>
        channel.IsDirect ? "im"
        : channel.IsPrivate ? "private_channel"
        : "public_channel";

    private SlackReply Info(SlackCall call) =>
        slack.World.MaySee(call.By!, call["channel"]!, out var channel) is { } unseen
            ? SlackReply.Error(unseen)
            : SlackReply.Ok(new JsonObject { ["channel"] = channel.Json(call.By!.Bot) });

    private SlackReply List(SlackCall call)
    {
        var types = (call["types"] ?? "public_channel").Split(',');
        return Page(
            call,
            "channels",
            slack
                .World.Channels.Values.Where(channel =>
                    slack.World.MaySee(call.By!, channel.Id, out _) is null
                    && types.Contains(Kind(channel))
                    && !(channel.IsArchived && call["exclude_archived"] == "true")
                )
                .Select(JsonNode (channel) => channel.Json(call.By!.Bot))
        );
    }

    private SlackReply Members(SlackCall call) =>
        slack.World.MaySee(call.By!, call["channel"]!, out var channel) is { } unseen
            ? SlackReply.Error(unseen)
            : Page(call, "members", channel.Members.Select(JsonNode (member) => member));

    /// <summary>What stands in the channel itself, the newest first.</summary>
    private SlackReply History(SlackCall call) =>
        Told(call, said => said.Where(message => message.Thread is null && IsAfter(message, call)).Reverse());

    /// <summary>A thread from its first message on, which is there in any case.</summary>
    private SlackReply Replies(SlackCall call) =>
        Told(
            call,
            said => said.Where(message => message.Ts == call["ts"] || (message.Thread == call["ts"] && IsAfter(message, call))),
            "thread_not_found"
        );

    private static bool IsAfter(SlackMessage message, SlackCall call) => string.CompareOrdinal(message.Ts, call["oldest"] ?? "") > 0;

    /// <param name="none">The error where there is nothing of it.</param>
    private SlackReply Told(SlackCall call, Func<IEnumerable<SlackMessage>, IEnumerable<SlackMessage>> read, string? none = null)
    {
        if (slack.World.MaySee(call.By!, call["channel"]!, out var channel) is { } unseen)
        {
            return SlackReply.Error(unseen);
        }

        if (!channel.Members.Contains(call.By!.Bot))
        {
            return SlackReply.Error("not_in_channel");
        }

        var told = read(
                slack.World.Messages.Where(message => message is { IsDeleted: false, IsEphemeral: false } && message.Channel == channel.Id)
            )
            .ToList();
        return told.Count == 0 && none is not null
            ? SlackReply.Error(none)
            : Page(call, "messages", told.Select(JsonNode (message) => message.Json(call["include_all_metadata"] == "true")));
    }

    private SlackReply Open(SlackCall call)
    {
        if (call["users"]!.Contains(',', StringComparison.Ordinal))
        {
            slack.Violate(call, "messages with several people, of which nothing is known here");
            return SlackReply.Error("not_enough_users");
        }

        return slack.World.Users.TryGetValue(call["users"]!, out var user) && user.Team == call.By!.Team
            ? SlackReply.Ok(new JsonObject { ["channel"] = new JsonObject { ["id"] = slack.World.Direct(user.Team, user.Id).Id } })
            : SlackReply.Error("user_not_found");
    }

    private SlackReply Page(SlackCall call, string name, IEnumerable<JsonNode> all)
    {
        if (call["limit"] is null)
        {
            slack.Violate(call, "a list without a limit, for which Slack's own limits are stricter");
        }

        var (rest, limit) = (all.ToList(), (int?)call.Arguments["limit"] ?? 100);
        var from = 0;
        if (call["cursor"] is { Length: > 0 } cursor && !Start(cursor, out from))
        {
            return SlackReply.Error("invalid_cursor");
        }

        var most = (++pages % 3) switch
        {
            2 => Math.Max(1, limit / 2),
            0 => 0,
            _ => limit,
        };
        var end = Math.Min(rest.Count, from + most);
        return SlackReply.Ok(
            new JsonObject
            {
                [name] = new JsonArray([.. rest[Math.Min(from, rest.Count)..end]]),
                ["response_metadata"] = new JsonObject
                {
                    ["next_cursor"] = end < rest.Count ? string.Create(CultureInfo.InvariantCulture, $"from:{end}=") : "",
                },
            }
        );
    }

    private static bool Start(string cursor, out int from)
    {
        from = 0;
        return cursor.StartsWith("from:", StringComparison.Ordinal)
            && cursor.EndsWith('=')
            && int.TryParse(cursor[5..^1], NumberStyles.None, CultureInfo.InvariantCulture, out from);
    }
}
