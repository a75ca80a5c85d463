using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Sockets;

namespace Bot.Testing.Discord.Gateway;

/// <summary>One connection to the stand-in, checked as Discord does: what it does not allow ends it with the documented code, and stands among the violations.</summary>
public sealed class StandInConnection : IStandInLine
{
    private const int Longest = 4_096;
    private const int MostInAMinute = 120;

    private readonly StandInGateway gateway;
    private readonly IStandInPeer peer;
    private readonly Queue<DateTimeOffset> received = [];
    private readonly List<JsonObject> said = [];
    private readonly ITimer deadline;
    private DateTimeOffset? lastBeat;

    internal StandInConnection(StandInGateway gateway, IStandInPeer peer, Uri asked)
    {
        (this.gateway, this.peer, Asked, Opened) = (gateway, peer, asked, gateway.Time.GetUtcNow());
        deadline = gateway.Time.CreateTimer(_ => Silent(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Under which address it was opened.</summary>
    public Uri Asked { get; }
    public DateTimeOffset Opened { get; }
    public bool IsOpen { get; private set; } = true;

    /// <summary>The code either side closed it with; null where it vanished.</summary>
    public int? Code { get; private set; }

    /// <summary>What the client sent by now.</summary>
    public IReadOnlyList<JsonObject> Received
    {
        get
        {
            lock (gateway.Gate)
            {
                return [.. said];
            }
        }
    }

    internal StandInSession? Session { get; set; }

    public bool IsResuming => Asked.AbsolutePath == gateway.Application.Resume.AbsolutePath;

    internal void Greet()
    {
        if (!Asked.Query.Contains("v=10", StringComparison.Ordinal) || !Asked.Query.Contains("encoding=json", StringComparison.Ordinal))
        {
            Violate(4012, $"opened with '{Asked.Query}'");
            return;
        }

        if (gateway.Application is var application)
        {
            Say(10, new JsonObject { ["heartbeat_interval"] = application.Heartbeat.TotalMilliseconds });
            deadline.Change(application.Heartbeat * 1.5, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The client sent a message.</summary>
    public void Hear(ReadOnlySpan<byte> text)
    {
        lock (gateway.Gate)
        {
            if (IsOpen && Check(text) is { } message)
            {
                said.Add(message);
                Hear((int)message["op"]!, message["d"]);
            }
        }
    }

    /// <summary>The client went.</summary>
    /// <param name="code">Null where it vanished.</param>
    public void Lost(int? code)
    {
        lock (gateway.Gate)
        {
            if (IsOpen)
            {
                End(code, byClient: true);
            }
        }
    }

    internal void Send(string text) => peer.Send(text);

    internal void Say(int op, JsonNode? data) =>
        Send(
            new JsonObject
            {
                ["op"] = op,
                ["d"] = data,
                ["s"] = null,
                ["t"] = null,
            }.ToJsonString()
        );

    /// <param name="code">Null: the connection vanishes.</param>
    internal void Close(int? code, string reason = "")
    {
        if (IsOpen)
        {
            End(code, byClient: false);
            peer.Close(code, reason);
        }
    }

    internal void Violate(int code, string what)
    {
        gateway.Note($"{code}: {what}");
        Close(code, what);
    }

    private void End(int? code, bool byClient)
    {
        (IsOpen, Code) = (false, code);
        deadline.Dispose();
        gateway.Ended(this, byClient);
    }

    private JsonObject? Check(ReadOnlySpan<byte> text)
    {
        var now = gateway.Time.GetUtcNow();
        while (received.TryPeek(out var oldest) && now - oldest > TimeSpan.FromSeconds(60))
        {
            received.Dequeue();
        }

        received.Enqueue(now);
        if (received.Count > MostInAMinute)
        {
            Violate(4008, $"{received.Count} messages within a minute");
            return null;
        }

        if (text.Length > Longest)
        {
            Violate(4002, $"a message of {text.Length} bytes");
            return null;
        }

        try
        {
            if (
                JsonNode.Parse(text) is JsonObject message
                && message["op"] is JsonValue op
                && op.TryGetValue<int>(out _)
                && message.ContainsKey("d")
            )
            {
                return message;
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        Violate(4002, $"no message of the Gateway's: {Encoding.UTF8.GetString(text)}");
        return null;
    }

    private void Hear(int op, JsonNode? data)
    {
        switch (op)
        {
            case 1:
                Beat(data);
                break;
            case 2 when Session is not null:
                Violate(4005, "identified twice");
                break;
            case 2:
                gateway.Identify(this, data as JsonObject ?? []);
                break;
            case 6 when Session is not null:
                Violate(4005, "resumed after identifying");
                break;
            case 6:
                gateway.ResumeSession(this, data as JsonObject ?? []);
                break;
            case 3 or 4 or 8:
                Violate(Session is null ? 4003 : 4001, $"opcode {op}, which the bot has no use for");
                break;
            default:
                Violate(4001, $"opcode {op}");
                break;
        }
    }

    private void Beat(JsonNode? sequence)
    {
        var now = gateway.Time.GetUtcNow();
        if (
            sequence is not null
            && (sequence is not JsonValue number || !number.TryGetValue<long>(out var last) || last > (Session?.Last ?? long.MaxValue))
        )
        {
            Violate(4007, $"a heartbeat with {sequence.ToJsonString()}");
            return;
        }

        if (sequence is not null && Session is { } session)
        {
            session.Acknowledged = Math.Max(session.Acknowledged, (long)sequence);
        }

        lastBeat = now;
        deadline.Change(gateway.Application.Heartbeat * 1.5, Timeout.InfiniteTimeSpan);
        if (!gateway.IsMute)
        {
            Say(11, null);
        }
    }

    private void Silent()
    {
        lock (gateway.Gate)
        {
            if (IsOpen && !gateway.IsAway)
            {
                Violate(4009, $"no heartbeat since {lastBeat ?? Opened:T}");
            }
        }
    }
}
