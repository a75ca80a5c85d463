using System.Text.Json.Nodes;

namespace Bot.Testing.Slack.Telling;

/// <summary>What people do at the stand-in, which the app is told of. To begin with it is jo, in #general.</summary>
public sealed partial class SlackPeople
{
    private readonly StandInSlack slack;
    private readonly SlackTelling telling;
    private readonly SlackEvents events;

    internal SlackPeople(StandInSlack slack)
    {
        (this.slack, telling) = (slack, new SlackTelling(slack));
        events = new SlackEvents(slack, telling);
    }

    /// <summary>Somebody types a command.</summary>
    /// <param name="text">What stands after its name, as it is typed.</param>
    /// <param name="name">Null: the app's first.</param>
    public SlackTold Type(string text, string channel = SlackWorld.Channel, string user = SlackWorld.Person, string? name = null) =>
        slack.Locked(() =>
        {
            var (place, person) = (slack.World.Channels[channel], slack.World.Users[user]);
            Known(slack.App.Commands, name ?? slack.App.Commands[0]);
            var hook = slack.Hooks.New("commands", person.Team);
            var payload = new JsonObject
            {
                ["token"] = "x",
                ["team_id"] = person.Team,
                ["team_domain"] = slack.World.Teams[person.Team].Domain,
                ["channel_id"] = channel,
                ["channel_name"] = place.IsPrivate ? "privategroup" : place.Name,
                ["user_id"] = user,
                ["user_name"] = person.Name,
                ["command"] = name ?? slack.App.Commands[0],
                ["text"] = SlackText.Typed(text, slack.World, slack.App, person.Team),
                ["api_app_id"] = slack.App.Id,
                ["is_enterprise_install"] = "false",
                ["response_url"] = hook,
                ["trigger_id"] = slack.Triggers.New(person.Team, user),
            };
            return Tell(SlackTold.Command, payload, person, channel, hook: hook);
        });

    /// <summary>Somebody presses a button.</summary>
    /// <param name="action">Its <c>action_id</c>.</param>
    public SlackTold Press(SlackMessage on, string action, string user = SlackWorld.Person) => Act(on, action, null, user);

    /// <summary>Somebody chooses in a menu.</summary>
    public SlackTold Choose(SlackMessage on, string action, string value, string user = SlackWorld.Person) => Act(on, action, value, user);

    /// <summary>Somebody writes a message, for all there to see.</summary>
    /// <param name="thread">The message at its top; null: outside of threads.</param>
    public SlackMessage Write(string text, string channel = SlackWorld.Channel, string user = SlackWorld.Person, string? thread = null) =>
        slack.Locked(() =>
        {
            var team = slack.World.Users[user].Team;
            var message = slack.World.Add(new SlackMessage(team, channel, slack.World.NextTs(), user));
            message.Show(new JsonObject { ["text"] = SlackText.Typed(text, slack.World, slack.App, team), ["thread_ts"] = thread });
            events.Wrote(message);
            return message;
        });

    /// <summary>Somebody changes what they wrote.</summary>
    public void Rewrite(SlackMessage message, string text) =>
        slack.Locked(() =>
        {
            message.Show(new JsonObject { ["text"] = SlackText.Typed(text, slack.World, slack.App, message.Team) });
            message.Edited = slack.Time.GetUtcNow();
            events.Wrote(message);
            return message;
        });

    /// <summary>Somebody writes to the app itself.</summary>
    public SlackMessage WriteTo(string text, string user = SlackWorld.Person) =>
        Write(text, slack.Locked(() => slack.World.Direct(slack.World.Users[user].Team, user).Id), user);

    /// <summary>Somebody chooses a shortcut that belongs to no message.</summary>
    public SlackTold Shortcut(string callbackId, string user = SlackWorld.Person) =>
        slack.Locked(() =>
        {
            var person = slack.World.Users[user];
            Known(slack.App.Shortcuts, callbackId);
            var payload = Interaction("shortcut", person);
            payload["callback_id"] = callbackId;
            payload["action_ts"] = slack.World.NextTs();
            payload["trigger_id"] = slack.Triggers.New(person.Team, user);
            return Tell(SlackTold.Interaction, payload, person);
        });

    /// <summary>Somebody chooses a shortcut in the menu of a message.</summary>
    public SlackTold Shortcut(string callbackId, SlackMessage on, string user = SlackWorld.Person) =>
        slack.Locked(() =>
        {
            var (person, hook) = (slack.World.Users[user], slack.Hooks.New("app", on.Team));
            Known(slack.App.Shortcuts, callbackId);
            var payload = Interaction("message_action", person);
            payload["callback_id"] = callbackId;
            payload["action_ts"] = slack.World.NextTs();
            payload["message_ts"] = on.Ts;
            payload["message"] = on.Json();
            payload["channel"] = Place(on.Channel);
            payload["response_url"] = hook;
            payload["trigger_id"] = slack.Triggers.New(person.Team, user);
            return Tell(SlackTold.Interaction, payload, person, on.Channel, on, hook: hook);
        });

    /// <summary>Somebody opens the app's own page.</summary>
    /// <param name="tab"><c>home</c> or <c>messages</c>.</param>
    public SlackTold? OpenHome(string tab = "home", string user = SlackWorld.Person) => slack.Locked(() => events.HomeOpened(tab, user));

    /// <summary>Somebody brings the app into a channel, or takes it out.</summary>
    public void Invite(string channel, bool isIn = true) => slack.Locked(() => events.Moved(channel, isIn));

    /// <summary>Somebody takes the app out of the workspace.</summary>
    public void Uninstall(string team = SlackWorld.Team) =>
        slack.Locked(() =>
        {
            foreach (var installation in slack.World.Installations.Where(each => each.Team == team).ToList())
            {
                installation.IsRevoked = true;
                Revoked(installation);
            }

            return 0;
        });

    /// <summary>Something else happens.</summary>
    public SlackTold? Happen(JsonObject inner, string team = SlackWorld.Team) => slack.Locked(() => events.Tell(inner, team));

    internal void Wrote(SlackMessage message) => events.Wrote(message);

    internal void Revoked(SlackInstallation installation) => events.Revoked(installation);

    private SlackTold Act(SlackMessage on, string action, string? value, string user) =>
        slack.Locked(() =>
        {
            var (person, hook) = (slack.World.Users[user], slack.Hooks.New("actions", on.Team));
            var payload = Interaction("block_actions", person);
            payload["container"] = new JsonObject
            {
                ["type"] = "message",
                ["message_ts"] = on.Ts,
                ["channel_id"] = on.Channel,
                ["is_ephemeral"] = on.IsEphemeral,
            };
            if (on.Thread is { } thread)
            {
                payload["container"]!["thread_ts"] = thread;
            }

            payload["trigger_id"] = slack.Triggers.New(person.Team, user);
            payload["channel"] = Place(on.Channel);
            payload["state"] = new JsonObject { ["values"] = new JsonObject() };
            payload["response_url"] = hook;
            payload["actions"] = new JsonArray(SlackForm.Acted(on.Blocks, action, value, slack.World.NextTs()));
            if (!on.IsEphemeral)
            {
                // What only one person sees is not told again.
                payload["message"] = on.Json();
            }

            return Tell(SlackTold.Interaction, payload, person, on.Channel, on, hook: hook);
        });

    private SlackTold Tell(
        string kind,
        JsonObject payload,
        SlackUser person,
        string? channel = null,
        SlackMessage? on = null,
        SlackView? view = null,
        string? hook = null
    )
    {
        var told = new SlackTold(kind, payload, slack.Time.GetUtcNow())
        {
            Team = person.Team,
            User = person.Id,
            Channel = channel,
            On = on,
            View = view,
        };
        if (hook is not null)
        {
            slack.Hooks.Belongs(hook, told);
        }

        return telling.Tell(told);
    }

    private static void Known(IReadOnlyList<string>? all, string one)
    {
        if (all?.Contains(one) == false)
        {
            throw new ArgumentException($"The app has no '{one}', but: {string.Join(", ", all)}.", nameof(one));
        }
    }

    /// <summary>What each kind says of who did it differs, and shortcuts do not say of which app they are.</summary>
    private JsonObject Interaction(string type, SlackUser person)
    {
        var user = new JsonObject { ["id"] = person.Id };
        if (type is "block_actions" or "shortcut")
        {
            user["username"] = person.Name;
        }

        if (type != "shortcut")
        {
            user["name"] = person.Name;
        }

        user["team_id"] = person.Team;
        var told = new JsonObject
        {
            ["type"] = type,
            ["team"] = new JsonObject { ["id"] = person.Team, ["domain"] = slack.World.Teams[person.Team].Domain },
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
            ["user"] = user,
            ["token"] = "x",
        };
        if (type is not ("shortcut" or "message_action"))
        {
            told["api_app_id"] = slack.App.Id;
        }

        return told;
    }

    private JsonObject Place(string channel) => new() { ["id"] = channel, ["name"] = slack.World.Channels[channel].Name };
}
