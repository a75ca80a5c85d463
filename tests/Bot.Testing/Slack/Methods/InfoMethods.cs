using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using Bot.Testing.Slack.Blocks;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Methods;

/// <summary>What can be read about the bot and people.</summary>
internal sealed class InfoMethods(StandInSlack slack)
{
    public IEnumerable<SlackMethod> All =>
        [
            new("auth.test", Test) { Often = 0 },
            new("users.info", User)
            {
                Scopes = _ => ["users:read"],
                Often = 100,
                IsRead = true,
                Takes = new Fields(MessageShapes.Id("user"), new Field("include_locale", new YesNo())),
            },
            new("users.list", People)
            {
                Scopes = _ => ["users:read"],
                Often = 20,
                IsRead = true,
                Takes = new Fields(
                    new Field("cursor", new Text(300)),
                    new Field("limit", new Whole(1, 1_000)),
                    new Field("include_locale", new YesNo()),
                    new Field("team_id", new Text(30))
                ),
            },
            new("usergroups.list", Groups)
            {
                Scopes = _ => ["usergroups:read"],
                Often = 20,
                IsRead = true,
                Takes = new Fields(
                    new Field("include_count", new YesNo()),
                    new Field("include_disabled", new YesNo()),
                    new Field("include_users", new YesNo()),
                    new Field("team_id", new Text(30))
                ),
            },
            new("usergroups.users.list", Group)
            {
                Scopes = _ => ["usergroups:read"],
                Often = 20,
                IsRead = true,
                Takes = new Fields(
                    MessageShapes.Id("usergroup"),
                    new Field("include_disabled", new YesNo()),
                    new Field("team_id", new Text(30))
                ),
            },
        ];

    private SlackReply Test(SlackCall call)
    {
        var (by, team) = (call.By!, slack.World.Teams[call.By!.Team]);
        return SlackReply.Ok(
            new JsonObject
            {
                ["url"] = $"https://{team.Domain}.slack.com/",
                ["team"] = team.Name,
                ["user"] = slack.App.Name,
                ["team_id"] = team.Id,
                ["user_id"] = by.Bot,
                ["bot_id"] = by.BotId,
                ["enterprise_id"] = team.Enterprise,
                ["is_enterprise_install"] = false,
                ["app_id"] = slack.App.Id,
            }
        );
    }

    private SlackReply User(SlackCall call) =>
        !slack.World.Users.TryGetValue(call["user"]!, out var user) ? SlackReply.Error("user_not_found")
        : user.Team != call.By!.Team && !user.IsStranger ? SlackReply.Error("user_not_visible")
        : SlackReply.Ok(new JsonObject { ["user"] = user.Json() });

    private SlackReply People(SlackCall call) =>
        SlackReply.Ok(
            new JsonObject
            {
                ["members"] = new JsonArray([
                    .. slack
                        .World.Users.Values.Where(user => user.Team == call.By!.Team || user.IsStranger)
                        .Select(user => (JsonNode)user.Json()),
                ]),
                ["response_metadata"] = new JsonObject { ["next_cursor"] = "" },
            }
        );

    private SlackReply Groups(SlackCall call) =>
        SlackReply.Ok(
            new JsonObject
            {
                ["usergroups"] = new JsonArray([
                    .. slack.World.UserGroups.Keys.Select(id =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["id"] = id,
                                ["team_id"] = call.By!.Team,
                                ["is_usergroup"] = true,
                                ["name"] = id.ToLowerInvariant(),
                                ["handle"] = id.ToLowerInvariant(),
                                ["date_delete"] = 0,
                            }
                    ),
                ]),
            }
        );

    private SlackReply Group(SlackCall call) =>
        slack.World.UserGroups.TryGetValue(call["usergroup"]!, out var people)
            ? SlackReply.Ok(new JsonObject { ["users"] = new JsonArray([.. people.Select(id => (JsonNode)id)]) })
            : SlackReply.Error("no_such_subteam");
}
