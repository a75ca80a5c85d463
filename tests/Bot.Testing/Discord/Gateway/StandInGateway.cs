using System.Text.Json.Nodes;
using Bot.Testing.Sockets;

namespace Bot.Testing.Discord.Gateway;

/// <summary>
/// The Gateway half of a stand-in for Discord: sessions, events, and the faults that a script asks for. In a test it runs on a fake clock, as a process on the real one; the rules are
/// those of <see href="https://discord.com/developers/docs/events/gateway"/>.
/// </summary>
public sealed partial class StandInGateway(StandInApplication application, TimeProvider time, StandInWorld? world = null) : IStandInSockets
{
    private const int GuildsIntent = 1 << 0;

    private readonly StandInWorld world = world ?? new StandInWorld(time);
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

    public bool IsAt(string path) => path == application.Gateway.AbsolutePath || path == application.Resume.AbsolutePath;

    IStandInLine? IStandInSockets.Open(Uri asked, IStandInPeer peer) => Open(asked, peer);

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
    public void CloseAll(int? code) => ToAll(connection => connection.Close(code, "as the script says"));

    public void SayToAll(int op, JsonNode? data) => ToAll(connection => connection.Say(op, data?.DeepClone()));

    /// <summary>Sends every connection a text as it is.</summary>
    public void SendToAll(string text) => ToAll(connection => connection.Send(text));

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

    private void ToAll(Action<StandInConnection> act)
    {
        lock (Gate)
        {
            connections.Where(connection => connection.IsOpen).ToList().ForEach(act);
        }
    }
}
