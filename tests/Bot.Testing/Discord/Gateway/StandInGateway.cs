using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Gateway;

/// <summary>
/// The Gateway half of a stand-in for Discord: sessions, events, and the faults that a script asks for. In a test it runs on a fake clock, as a process on the real one; the rules are
/// those of <see href="https://discord.com/developers/docs/events/gateway"/>.
/// </summary>
public sealed class StandInGateway(StandInApplication application, TimeProvider time)
{
    private const int AllIntents = (1 << 26) - 1;
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    private const int GuildsIntent = 1 << 0;

    /// <summary>When a session could not be resumed so often, it may be given up.</summary>
    private const int Several = 3;

    /// <summary>A little less than Discord's five seconds, since clocks differ.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(4.9);

    private readonly List<StandInSession> sessions = [];
    private readonly Dictionary<int, DateTimeOffset> identified = [];
    private readonly SortedSet<string> guilds = new(StringComparer.Ordinal);
    private readonly List<string> violations = [];
    private readonly List<StandInConnection> connections = [];
    private readonly HashSet<string> notTold = new(StringComparer.Ordinal);
    private int logins;

    internal object Gate { get; } = new();
    internal TimeProvider Time => time;
    public StandInApplication Application => application;

    /// <summary>What the client did that Discord does not allow.</summary>
    public IReadOnlyList<string> Violations => violations;

    /// <summary>Every connection there was, the last one last.</summary>
    public IReadOnlyList<StandInConnection> Connections => connections;

    /// <summary>Interactions of sessions that were over before the client had said that it has them: nobody tells it of them again.</summary>
    public IReadOnlySet<string> NotTold => notTold;

    /// <summary>How often somebody came to resume where sessions are not resumed.</summary>
    public int WrongAddress { get; private set; }

    /// <summary>How often it logged in anew.</summary>
    public int Logins => logins;

    /// <summary>How often a session was taken up again.</summary>
    public int Resumes { get; private set; }

    /// <summary>How many logins are left today.</summary>
    public int Remaining { get; set; } = application.Starts;

    /// <summary>Nothing comes through: connections are refused, and those that are there hang.</summary>
    public bool IsAway { get; private set; }

    /// <summary>The address at which sessions are resumed is not reached.</summary>
    public bool IsResumeGone { get; set; }

    /// <summary>Heartbeats are not answered.</summary>
    public bool IsMute { get; set; }

    /// <summary>Every shard has a session with a connection.</summary>
    public bool IsConnected =>
        Enumerable.Range(0, application.Shards).All(shard => sessions.Exists(each => each.Shard == shard && each.Connection is not null));

    /// <summary>The answer to <c>GET /gateway/bot</c>.</summary>
    public JsonObject GatewayBot() =>
        new()
        {
            ["url"] = application.Gateway.ToString(),
            ["shards"] = application.Shards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = application.Starts,
                ["remaining"] = Remaining,
                ["reset_after"] = 3_600_000,
                ["max_concurrency"] = application.MaxConcurrency,
            },
        };

    /// <returns>Null where nothing comes through.</returns>
    public StandInConnection? Open(Uri asked, IStandInPeer peer)
    {
        lock (Gate)
        {
            var resuming = asked.AbsolutePath == application.Resume.AbsolutePath;
            if (IsAway || (IsResumeGone && resuming))
            {
                sessions.ForEach(session => session.Refused += resuming && session.Connection is null ? 1 : 0);
                return null;
            }

            var connection = new StandInConnection(this, peer, asked);
            connections.Add(connection);
            connection.Greet();
            return connection;
        }
    }

    /// <summary>Something happens.</summary>
    /// <param name="intent">Who asked for it is told; 0: everybody is.</param>
    public void Tell(string name, JsonNode data, string? guild = null, int intent = 0)
    {
        lock (Gate)
        {
            Forget();
            var listening = sessions.Where(session => session.Holds(guild) && session.Wants(intent)).ToList();
            listening.ForEach(session => session.Tell(name, data));
            if (listening.Count == 0 && name == "INTERACTION_CREATE")
            {
                notTold.Add((string)data["id"]!);
            }
        }
    }

    public void Join(string guild)
    {
        lock (Gate)
        {
            guilds.Add(guild);
            Tell("GUILD_CREATE", Guild(guild), guild, GuildsIntent);
        }
    }

    public void Remove(string guild)
    {
        lock (Gate)
        {
            guilds.Remove(guild);
            Tell("GUILD_DELETE", new JsonObject { ["id"] = guild }, guild, GuildsIntent);
        }
    }

    /// <summary>A guild is in an outage, and nobody left it.</summary>
    public void Outage(string guild) =>
        Tell("GUILD_DELETE", new JsonObject { ["id"] = guild, ["unavailable"] = true }, guild, GuildsIntent);

    /// <summary>Ends every connection.</summary>
    /// <param name="code">Null: they vanish.</param>
    public void CloseAll(int? code)
    {
        foreach (var connection in Open())
        {
            connection.Close(code, "as the script says");
        }
    }

    public void SayToAll(int op, JsonNode? data)
    {
        foreach (var connection in Open())
        {
            connection.Say(op, data?.DeepClone());
        }
    }

    /// <summary>Sends every connection a text as it is.</summary>
    public void SendToAll(string text)
    {
        foreach (var connection in Open())
        {
            connection.Send(text);
        }
    }

    /// <summary>Sends the last few events once more, as Discord may.</summary>
    public void Repeat(int last)
    {
        lock (Gate)
        {
            sessions.ForEach(session => session.TellAgain(Math.Max(0, session.Last - last)));
        }
    }

    /// <summary>The network goes.</summary>
    public void Vanish() => IsAway = true;

    /// <summary>The network is there again; no connection outlived it.</summary>
    public void Return()
    {
        IsAway = false;
        CloseAll(null);
    }

    /// <summary>Every session is over; who comes to resume has to log in anew.</summary>
    public void ForgetSessions()
    {
        lock (Gate)
        {
            sessions.ToList().ForEach(Drop);
        }
    }

    internal void Note(string violation) => violations.Add(violation);

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
                ["user"] = new JsonObject
                {
                    ["id"] = application.BotId,
                    ["username"] = "dateline",
                    ["discriminator"] = "4242",
                    ["bot"] = true,
                },
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

    private IEnumerable<StandInConnection> Open()
    {
        lock (Gate)
        {
            return [.. Connections.Where(connection => connection.IsOpen)];
        }
    }

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

    private static JsonObject Guild(string id) =>
        new()
        {
            ["id"] = id,
            ["name"] = "Test",
            ["joined_at"] = "2025-01-01T00:00:00+00:00",
            ["large"] = false,
            ["member_count"] = 12,
            ["channels"] = new JsonArray(),
            ["members"] = new JsonArray(),
            ["roles"] = new JsonArray(),
        };
}
