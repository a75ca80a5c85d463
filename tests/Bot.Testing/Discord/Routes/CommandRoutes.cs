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
                new("GET", path, call => Of(call) is { } commands ? Listed(commands) : Foreign) { Query = ["with_localizations"] },
                new("POST", path, Create) { Check = (call, errors) => CommandShapes.Check(call.Json, path == InGuild, errors) },
                new("DELETE", path + "/{command_id}", Delete),
            }
        );

    private static Reply Foreign => Reply.Error(403, 20012, "You are not authorized to perform this action on this application");

    private static Reply Listed(IList<JsonObject> commands) => Reply.Json(new JsonArray([.. commands.Select(each => each.DeepClone())]));

    /// <summary>Null where it is another application's.</summary>
    private IList<JsonObject>? Of(StandInCall call)
    {
        if (call["application_id"] != discord.ApplicationId)
        {
            return null;
        }

        var guild = call.Values.GetValueOrDefault("guild_id", "");
        if (!discord.World.Commands.TryGetValue(guild, out var commands))
        {
            discord.World.Commands[guild] = commands = [];
        }

        return commands;
    }

    private Reply Create(StandInCall call)
    {
        if (Of(call) is not { } commands)
        {
            return Foreign;
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
        if (Of(call) is not { } commands)
        {
            return Foreign;
        }

        return commands.FirstOrDefault(each => (string?)each["id"] == call["command_id"]) is { } command && commands.Remove(command)
            ? Reply.Done
            : Reply.Error(404, 10063, "Unknown application command");
    }
}
