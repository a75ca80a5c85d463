using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using Bot.Testing.Slack.Blocks;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Methods;

/// <summary>Modals and Home tabs.</summary>
internal sealed class ViewMethods(StandInSlack slack)
{
    private const int MostBytes = 250 * 1024;
    private const int MostOnTop = 3;

    private static readonly Fields Triggered = new(
        new Field("trigger_id", new Text(200, 1), Required: true),
        new Field("view", ViewShapes.Modal, Required: true)
    );

    public IEnumerable<SlackMethod> All =>
        new SlackMethod[]
        {
            new("views.open", Open) { Takes = Triggered },
            new("views.push", Push) { Takes = Triggered },
            new("views.update", Update)
            {
                Takes = new Fields(
                    new Field("view", ViewShapes.Any, Required: true),
                    new Field("view_id", new Text(40)),
                    new Field("external_id", new Text(255)),
                    new Field("hash", new Text(60))
                ),
            },
            new("views.publish", Publish)
            {
                Takes = new Fields(
                    new Field("view", ViewShapes.Home, Required: true),
                    MessageShapes.Id("user_id"),
                    new Field("hash", new Text(60))
                ),
            },
        }.Select(method => method with { Often = 100, Check = Check });

    /// <summary>What holds over several fields of a view, wherever it stands.</summary>
    internal static void Check(JsonObject arguments, SlackErrors errors)
    {
        if (errors.Any || arguments["view"] is not JsonObject view)
        {
            return;
        }

        BlockRules.Check(view["blocks"] as JsonArray ?? [], "view.blocks", errors);
        BlockRules.CheckView(view, "view", errors);
        if (Encoding.UTF8.GetByteCount(view.ToJsonString()) > MostBytes)
        {
            errors.Refuse("view_too_large", "view", $"more than {MostBytes} bytes");
        }
    }

    private SlackReply Open(SlackCall call) =>
        slack.Triggers.Use(call["trigger_id"]!, call.By!.Team, out var trigger) is { } refused
            ? SlackReply.Error(refused)
            : Told(slack.World.Show((JsonObject)call.Arguments["view"]!, call.By.Team, trigger.User, null));

    private SlackReply Push(SlackCall call)
    {
        if (slack.Triggers.Use(call["trigger_id"]!, call.By!.Team, out var trigger) is { } refused)
        {
            return SlackReply.Error(refused);
        }

        var top = slack.World.Views.LastOrDefault(view => view.User == trigger.User && !view.IsClosed);
        return top is null ? SlackReply.Error("not_found")
            : Depth(top) >= MostOnTop ? SlackReply.Error("push_limit_reached")
            : Told(slack.World.Show((JsonObject)call.Arguments["view"]!, call.By.Team, trigger.User, top));
    }

    private SlackReply Update(SlackCall call)
    {
        var view = slack.World.Views.FirstOrDefault(each =>
            each.Team == call.By!.Team
            && !each.IsClosed
            && (each.Id == call["view_id"] || (call["external_id"] is { } name && (string?)each.Shown["external_id"] == name))
        );
        return view is null ? SlackReply.Error("not_found") : Changed(call, view);
    }

    private SlackReply Publish(SlackCall call)
    {
        if (!slack.App.HasHomeTab)
        {
            return SlackReply.Error("not_enabled");
        }

        var user = call["user_id"]!;
        if (!slack.World.Users.TryGetValue(user, out var person) || person.Team != call.By!.Team)
        {
            return SlackReply.Error("user_not_found");
        }

        if (slack.World.Homes.TryGetValue(user, out var there))
        {
            return Changed(call, there);
        }

        // Seen by others only once something is on it.
        var home = new SlackView(slack.World.NextId("V"), person.Team, user);
        var reply = Changed(call, home);
        slack.World.Homes[user] = home;
        return reply;
    }

    private SlackReply Changed(SlackCall call, SlackView view)
    {
        if (call["hash"] is { Length: > 0 } hash && hash != view.Hash)
        {
            return SlackReply.Error("hash_conflict");
        }

        view.Show((JsonObject)call.Arguments["view"]!, slack.World.NextTs());
        return Told(view);
    }

    private SlackReply Told(SlackView view) => SlackReply.Ok(new JsonObject { ["view"] = view.Json(slack.App) });

    private static int Depth(SlackView view) => view.Below is { } below ? 1 + Depth(below) : 1;
}
