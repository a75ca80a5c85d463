using System.Text.Json.Nodes;

namespace Bot.Testing.Slack.Telling;

/// <summary>What happened, told where the app asked for it (<see href="https://docs.slack.dev/apis/events-api/"/>). What the bot itself writes to somebody is told it too.</summary>
internal sealed class SlackEvents(StandInSlack slack, SlackTelling telling)
{
    /// <summary>A message came, was changed or went.</summary>
    public void Wrote(SlackMessage message)
    {
        var channel = slack.World.Channels[message.Channel];
        var bot = SlackWorld.Bot(message.Team);
        if (message.IsEphemeral || !channel.Members.Contains(bot))
        {
            return;
        }

        if (channel.IsDirect)
        {
            Tell(Direct(message), message.Team);
        }
        else if (message.Text.Contains($"<@{bot}>", StringComparison.Ordinal) && !message.IsDeleted)
        {
            Tell(Told(message, "app_mention"), message.Team);
        }
    }

    public SlackTold? HomeOpened(string tab, string user)
    {
        var team = slack.World.Users[user].Team;
        return Tell(
            new JsonObject
            {
                ["type"] = "app_home_opened",
                ["user"] = user,
                ["channel"] = slack.World.Direct(team, user).Id,
                ["tab"] = tab,
                ["event_ts"] = slack.World.NextTs(),
            },
            team
        );
    }

    public SlackTold? Moved(string id, bool isIn)
    {
        var channel = slack.World.Channels[id];
        var bot = SlackWorld.Bot(channel.Team);
        _ = isIn ? channel.Members.Add(bot) : channel.Members.Remove(bot);
        return Tell(
            new JsonObject
            {
                ["type"] = isIn ? "member_joined_channel" : "member_left_channel",
                ["user"] = bot,
                ["channel"] = id,
                ["channel_type"] = channel.IsPrivate ? "G" : "C",
                ["team"] = channel.Team,
                ["event_ts"] = slack.World.NextTs(),
            },
            channel.Team
        );
    }

    public void Revoked(SlackInstallation installation)
    {
        Tell(
            new JsonObject
            {
                ["type"] = "tokens_revoked",
                ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(installation.Bot) },
            },
            installation.Team
        );
        Tell(new JsonObject { ["type"] = "app_uninstalled" }, installation.Team);
    }

    /// <returns>Null where the app did not ask for it.</returns>
    public SlackTold? Tell(JsonObject inner, string team)
    {
        var type = (string)inner["type"]!;
        if (!slack.App.Events.Contains(type == "message" ? $"message.{inner["channel_type"]}" : type))
        {
            return null;
        }

        var payload = new JsonObject
        {
            ["token"] = "x",
            ["team_id"] = team,
            ["context_team_id"] = team,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = slack.App.Id,
            ["event"] = inner,
            ["type"] = "event_callback",
            ["event_id"] = slack.World.NextId("Ev"),
            ["event_time"] = slack.Time.GetUtcNow().ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(
                new JsonObject
                {
                    ["enterprise_id"] = null,
                    ["team_id"] = team,
                    ["user_id"] = SlackWorld.Bot(team),
                    ["is_bot"] = true,
                    ["is_enterprise_install"] = false,
                }
            ),
            ["is_ext_shared_channel"] =
                slack.World.Channels.TryGetValue((string?)(inner["channel"] as JsonValue) ?? "", out var channel) && channel.IsShared,
            ["event_context"] = "4-stand-in",
        };
        return telling.Tell(
            new SlackTold(SlackTold.Event, payload, slack.Time.GetUtcNow()) { Team = team, User = (string?)inner["user"] ?? "" }
        );
    }

    private static JsonObject Told(SlackMessage message, string type)
    {
        var told = message.Json();
        told["type"] = type;
        told["channel"] = message.Channel;
        told["event_ts"] = message.Ts;
        return told;
    }

    private JsonObject Direct(SlackMessage message)
    {
        var plain = Told(message, "message");
        plain["channel_type"] = "im";
        if (!message.IsDeleted && message.Edited is null)
        {
            return plain;
        }

        // The message stands inside, and nobody outside.
        var what = message.IsDeleted ? "deleted" : "changed";
        var told = new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = $"message_{what}",
            ["hidden"] = true,
            ["channel"] = message.Channel,
            ["channel_type"] = "im",
            ["ts"] = slack.World.NextTs(),
            ["event_ts"] = message.Ts,
        };
        told[message.IsDeleted ? "previous_message" : "message"] = message.Json();
        if (message.IsDeleted)
        {
            told["deleted_ts"] = message.Ts;
        }

        return told;
    }
}
