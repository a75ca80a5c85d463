using System.Text.Json.Nodes;
using Bot.Testing.Discord.Shapes;

namespace Bot.Testing.Discord.Routes;

/// <summary>Commands for everybody, and those of a guild.</summary>
internal sealed class CommandRoutes(StandInDiscord discord)
{
    private const string Everywhere = "/applications/{application_id}/commands";
    private const string InGuild = "/applications/{application_id}/guilds/{guild_id}/commands";

    public IEnumerable<StandInRoute> All =>
        new[] { Everywhere, InGuild }.SelectMany(path =>
            new StandInRoute[]
            {
                new("GET", path, List) { Query = ["with_localizations"] },
                new("POST", path, Create) { Check = (call, errors) => CommandShapes.Check(call.Json, path == InGuild, errors) },
                new("DELETE", path + "/{command_id}", Delete),
            }
        );

    /// <summary>Another application's, or of a server that did not add this one.</summary>
    private Reply? Refused(StandInCall call, out IList<JsonObject> commands)
    {
        var guild = call.Values.GetValueOrDefault("guild_id", "");
        if (!discord.World.Commands.TryGetValue(guild, out commands!))
        {
            discord.World.Commands[guild] = commands = [];
        }

        return call["application_id"] != discord.ApplicationId
                ? Reply.Error(403, 20012, "You are not authorized to perform this action on this application")
            : guild.Length > 0 && !discord.World.Guilds.ContainsKey(guild) && !discord.World.WithCommandsAlone.Contains(guild)
                ? Reply.Error(403, 50001, "Missing Access")
            : null;
    }

    private Reply List(StandInCall call) =>
        Refused(call, out var commands) ?? Reply.Json(new JsonArray([.. commands.Select(each => each.DeepClone())]));

    private Reply Create(StandInCall call)
    {
        if (Refused(call, out var commands) is { } refused)
        {
            return refused;
        }

        var type = (int?)call.Json["type"] ?? 1;
        var before = commands.FirstOrDefault(each => (string?)each["name"] == (string?)call.Json["name"] && (int?)each["type"] == type);
        if (before is null && commands.Count(each => (int?)each["type"] == type) >= (type == 1 ? 100 : 15))
        {
            return Reply.Error(400, 30032, "Maximum number of application commands reached");
        }

        var made = Told(call, type, (string?)before?["id"] ?? discord.World.NextId());
        if (before is null)
        {
            commands.Add(made);
        }
        else
        {
            commands[commands.IndexOf(before)] = made;
        }

        return Reply.Json(made, before is null ? 201 : 200);
    }

    /// <summary>With what Discord adds.</summary>
    private JsonObject Told(StandInCall call, int type, string id)
    {
        var made = call.Json.DeepClone().AsObject();
        made["id"] = id;
        made["application_id"] = discord.ApplicationId;
        made["version"] = discord.World.NextId();
        made["type"] = type;
        made["description"] ??= "";
        LeaveOutTheSame(made);
        made["name_localizations"] ??= null;
        made["description_localizations"] ??= null;
        made["default_member_permissions"] ??= null;
        made["nsfw"] ??= false;
        if (call.Values.TryGetValue("guild_id", out var guild))
        {
            made["guild_id"] = guild;
        }
        else
        {
            made["contexts"] ??= null;
            made["integration_types"] ??= new JsonArray(0);
        }

        return made;
    }

    /// <summary>A translation that says the same as the default is not kept, of a command and of all that it takes.</summary>
    private static void LeaveOutTheSame(JsonObject made)
    {
        foreach (var field in (string[])["name", "description"])
        {
            if (made[$"{field}_localizations"] is JsonObject said)
            {
                foreach (var locale in said.Where(each => (string?)each.Value == (string?)made[field]).Select(each => each.Key).ToList())
                {
                    said.Remove(locale);
                }

                if (said.Count == 0)
                {
                    made.Remove($"{field}_localizations");
                }
            }
        }

        foreach (var inner in (made["options"] as JsonArray ?? []).Concat(made["choices"] as JsonArray ?? []))
        {
            LeaveOutTheSame(inner!.AsObject());
        }
    }

    private Reply Delete(StandInCall call)
    {
        if (Refused(call, out var commands) is { } refused)
        {
            return refused;
        }

        return commands.FirstOrDefault(each => (string?)each["id"] == call["command_id"]) is { } command && commands.Remove(command)
            ? Reply.Done
            : Reply.Error(404, 10063, "Unknown application command");
    }
}
