using System.Text.Json.Nodes;

namespace Bot.Testing.Slack.Telling;

/// <content>What people do in forms, and on the app's own page.</content>
public sealed partial class SlackPeople
{
    /// <summary>Somebody sends off what they filled in.</summary>
    /// <param name="values">By block: what was typed, or the value that was chosen.</param>
    public SlackTold Submit(SlackView view, params (string Block, string Value)[] values) =>
        slack.Locked(() =>
        {
            var person = slack.World.Users[view.User];
            var payload = Interaction("view_submission", person);
            payload["trigger_id"] = slack.Triggers.New(person.Team, person.Id);
            var filled = SlackForm.Filled(view, values);
            payload["view"] = view.Json(slack.App, filled);
            payload["response_urls"] = new JsonArray();
            var told = new SlackTold(SlackTold.Interaction, payload, slack.Time.GetUtcNow())
            {
                Team = view.Team,
                User = view.User,
                View = view,
                Channel = SlackForm.Place(view, filled),
            };
            if (told.Channel is { } channel)
            {
                var hook = slack.Hooks.New("app", view.Team);
                payload["response_urls"] = new JsonArray(SlackForm.Hook(view, channel, hook));
                slack.Hooks.Belongs(hook, told);
            }

            return telling.Tell(told);
        });

    /// <summary>Somebody closes a form without sending it off. The app is told where it asked for that.</summary>
    /// <returns>Null where it is not told.</returns>
    public SlackTold? Close(SlackView view) =>
        slack.Locked(() =>
        {
            view.IsClosed = true;
            if (view.Shown["notify_on_close"]?.ToJsonString() != "true")
            {
                return null;
            }

            var person = slack.World.Users[view.User];
            var payload = Interaction("view_closed", person);
            payload["view"] = view.Json(slack.App);
            payload["is_cleared"] = false;
            return Tell(SlackTold.Interaction, payload, person, view: view);
        });

    /// <summary>Somebody types into a select that asks what to offer.</summary>
    public SlackTold Complete(SlackView view, string block, string value) =>
        slack.Locked(() =>
        {
            var person = slack.World.Users[view.User];
            var payload = Interaction("block_suggestion", person);
            payload["action_id"] = (string)SlackForm.Element(view, block)["action_id"]!;
            payload["block_id"] = block;
            payload["value"] = value;
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            payload["view"] = view.Json(slack.App);
            return Tell(SlackTold.Interaction, payload, person, view: view);
        });

    /// <summary>A button of the app's own page, or of a form.</summary>
    public SlackTold Press(SlackView on, string action) =>
        slack.Locked(() =>
        {
            var person = slack.World.Users[on.User];
            var payload = Interaction("block_actions", person);
            payload["trigger_id"] = slack.Triggers.New(person.Team, person.Id);
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = on.Id };
            payload["view"] = on.Json(slack.App);
            payload["actions"] = new JsonArray(SlackForm.Acted(on.Blocks, action, null, slack.World.NextTs()));
            return Tell(SlackTold.Interaction, payload, person, view: on);
        });
}
