using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Gateway;

/// <content>How sessions begin, go on and end.</content>
public sealed partial class StandInGateway
{
    private const int AllIntents = (1 << 26) - 1;
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);

    /// <summary>When a session could not be resumed so often, it may be given up.</summary>
    private const int Several = 3;

    /// <summary>A little less than Discord's five seconds, since clocks differ.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(4.9);

    internal void Identify(StandInConnection connection, JsonObject data)
    {
        if ((string?)data["token"] != application.Token)
        {
            connection.Violate(4004, "another token");
            return;
        }

        if (Shard(data) is not { } shard || shard.Of != application.Shards)
        {
            connection.Violate(4010, $"shard {data["shard"]?.ToJsonString()}");
            return;
        }

        if (data["intents"] is not JsonValue number || !number.TryGetValue<int>(out var intents) || (intents & ~AllIntents) != 0)
        {
            connection.Violate(4013, $"intents {data["intents"]?.ToJsonString()}");
            return;
        }

        if ((intents & Privileged & ~application.PrivilegedIntents) != 0)
        {
            connection.Violate(4014, $"intents {intents}");
            return;
        }

        if (data["properties"] is not JsonObject properties || !properties.ContainsKey("os") || !properties.ContainsKey("browser"))
        {
            connection.Violate(4002, "no properties");
            return;
        }

        if (Remaining == 0)
        {
            connection.Violate(4004, "logged in more often than a day allows");
            return;
        }

        var (now, key) = (time.GetUtcNow(), shard.Index % application.MaxConcurrency);
        if (identified.TryGetValue(key, out var last) && now - last < Apart)
        {
            Note($"two logins within {now - last}");
            connection.Say(9, false);
            return;
        }

        identified[key] = now;
        Remaining--;
        logins++;
        Begin(connection, new StandInSession(Name(), shard.Index, shard.Of, intents));
    }

    internal void ResumeSession(StandInConnection connection, JsonObject data)
    {
        Forget();
        if ((string?)data["token"] != application.Token)
        {
            connection.Violate(4004, "another token");
        }
        else if (sessions.Find(each => each.Id == (string?)data["session_id"]) is not { } session)
        {
            connection.Say(9, false);
        }
        else if (!connection.IsResuming)
        {
            WrongAddress++;
            Drop(session);
            connection.Say(9, false);
        }
        else if (data["seq"] is not JsonValue number || !number.TryGetValue<long>(out var after) || after > session.Last || after < 0)
        {
            connection.Violate(4007, $"resumed after {data["seq"]?.ToJsonString()}");
        }
        else
        {
            session.Acknowledged = Math.Max(session.Acknowledged, after);
            session.Connection?.Close(null);
            (session.Connection, connection.Session) = (connection, session);
            Resumes++;
            session.TellAgain(after);
            session.Tell("RESUMED", new JsonObject());
        }
    }

    internal void Ended(StandInConnection connection, bool byClient)
    {
        if (connection.Session is { } session && session.Connection == connection)
        {
            (session.Connection, session.LostAt) = (null, time.GetUtcNow());
            var goesOn = byClient
                ? connection.Code is not (1000 or 1001)
                : connection.Code is null or < 4000 or 4000 or 4001 or 4002 or 4005 or 4008;
            if (!goesOn)
            {
                Drop(session);
            }
        }
    }

    private void Drop(StandInSession session)
    {
        if (sessions.Remove(session))
        {
            notTold.UnionWith(session.Untold);
        }
    }

    private void Begin(StandInConnection connection, StandInSession session)
    {
        Forget();
        foreach (var old in sessions.Where(each => each.Shard == session.Shard && each.Connection is null).ToList())
        {
            if (old is { Acknowledged: > 0, Refused: < Several })
            {
                Note($"logged in anew where {old.Id} could have been resumed");
            }

            Drop(old);
        }

        sessions.Add(session);
        (session.Connection, connection.Session) = (connection, session);
        var own = guilds.Where(session.Holds).ToList();
        session.Tell(
            "READY",
            new JsonObject
            {
                ["v"] = 10,
                ["user"] = StandInWorld.User(application.BotId, "dateline", isBot: true),
                ["guilds"] = new JsonArray([.. own.Select(guild => new JsonObject { ["id"] = guild, ["unavailable"] = true })]),
                ["session_id"] = session.Id,
                ["resume_gateway_url"] = application.Resume.ToString(),
                ["shard"] = new JsonArray(session.Shard, session.Shards),
                ["application"] = new JsonObject { ["id"] = application.ApplicationId, ["flags"] = 0 },
            }
        );
        foreach (var guild in own.Where(_ => session.Wants(GuildsIntent)))
        {
            session.Tell("GUILD_CREATE", Guild(guild));
        }
    }

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"stand-in-{logins}");

    private void Forget() =>
        sessions
            .Where(session => session.Connection is null && time.GetUtcNow() - session.LostAt > application.SessionLife)
            .ToList()
            .ForEach(Drop);

    private static (int Index, int Of)? Shard(JsonObject data) =>
        data["shard"] is not JsonArray { Count: 2 } pair ? (0, 1)
        : pair[0] is JsonValue index
        && index.TryGetValue<int>(out var i)
        && pair[1] is JsonValue of
        && of.TryGetValue<int>(out var n)
        && i >= 0
        && i < n
            ? (i, n)
        : null;

    /// <summary>As it is told to who is in it.</summary>
    private JsonObject Guild(string id)
    {
        var told = world.Guilds.TryGetValue(id, out var known)
            ? known.DeepClone().AsObject()
            : new JsonObject
            {
                ["id"] = id,
                ["name"] = "Test",
                ["roles"] = new JsonArray(),
            };
        told["joined_at"] = "2025-01-01T00:00:00.000000+00:00";
        told["large"] = false;
        told["unavailable"] = false;
        told["member_count"] = 12;
        told["channels"] = new JsonArray([
            .. world.Channels.Values.Where(channel => (string?)channel["guild_id"] == id).Select(channel => channel.DeepClone()),
        ]);
        foreach (
            var nobody in (string[])
                ["members", "threads", "presences", "voice_states", "stage_instances", "guild_scheduled_events", "soundboard_sounds"]
        )
        {
            told[nobody] = new JsonArray();
        }

        return told;
    }
}
