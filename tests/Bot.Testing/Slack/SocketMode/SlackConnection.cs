using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Sockets;

namespace Bot.Testing.Slack.SocketMode;

/// <summary>One connection to the stand-in: what the client says on it is checked, and what it should not have said stands among the violations.</summary>
public sealed class SlackConnection : IStandInLine
{
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(10);

    private readonly StandInSlack slack;
    private readonly StandInSockets sockets;
    private readonly IStandInPeer peer;
    private readonly HashSet<string> expected = new(StringComparer.Ordinal);
    private readonly ITimer warning;
    private readonly ITimer end;

    internal SlackConnection(StandInSlack slack, StandInSockets sockets, IStandInPeer peer, DateTimeOffset opened)
    {
        (this.slack, this.sockets, this.peer, Opened) = (slack, sockets, peer, opened);
        warning = slack.Time.CreateTimer(
            _ => slack.Locked(() => Disconnect("warning")),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        end = slack.Time.CreateTimer(_ => slack.Locked(Renew), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset Opened { get; }
    public bool IsOpen { get; private set; } = true;

    /// <summary>It is told things from then on.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>The connection says nothing any more and hears nothing, and nobody is told.</summary>
    public bool IsDead { get; set; }

    /// <summary>The code either side closed it with; null where it vanished.</summary>
    public int? Code { get; private set; }

    /// <summary>How many envelopes were acknowledged on it.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>What it was sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Says farewell: the reason that <c>disconnect</c> gives. Two of them leave the connection open for ten seconds.</summary>
    public bool Disconnect(string reason)
    {
        if (IsOpen)
        {
            Send(
                new JsonObject
                {
                    ["type"] = "disconnect",
                    ["reason"] = reason,
                    ["debug_info"] = new JsonObject { ["host"] = "stand-in" },
                }.ToJsonString()
            );
            end.Change(Notice, Timeout.InfiniteTimeSpan);
        }

        return IsOpen;
    }

    public void Hear(ReadOnlySpan<byte> text)
    {
        var said = Parsed(text);
        slack.Locked(() =>
        {
            if (!IsOpen || IsDead)
            {
                return false;
            }

            if (
                (said?["envelope_id"] as JsonValue)?.TryGetValue(out string? id) != true
                || said!.Any(each => each.Key is not ("envelope_id" or "payload"))
            )
            {
                slack.Violate($"no acknowledgement: {said?.ToJsonString() ?? "no JSON"}");
                return false;
            }

            sockets.Acknowledged(this, id!, said!["payload"] as JsonObject);
            return true;
        });
    }

    public void Lost(int? code) =>
        slack.Locked(() =>
        {
            if (IsOpen)
            {
                End(code);
            }

            return IsOpen;
        });

    /// <param name="code">Null: the connection vanishes.</param>
    public void Close(int? code, string reason = "") =>
        slack.Locked(() =>
        {
            if (IsOpen)
            {
                End(code);
                peer.Close(code, reason);
            }

            return IsOpen;
        });

    internal void Greet(int connections, TimeSpan life)
    {
        Send(
            new JsonObject
            {
                ["type"] = "hello",
                ["num_connections"] = connections,
                ["connection_info"] = new JsonObject { ["app_id"] = slack.App.Id },
                ["debug_info"] = new JsonObject
                {
                    ["host"] = "stand-in",
                    ["build_number"] = 7,
                    ["approximate_connection_time"] = (int)life.TotalSeconds,
                },
            }.ToJsonString()
        );
        IsGreeted = true;
        if (life > Notice)
        {
            warning.Change(life - Notice, Timeout.InfiniteTimeSpan);
        }
    }

    internal void Send(string text)
    {
        if (!IsDead && !sockets.IsAway)
        {
            Sent++;
            peer.Send(text);
        }
    }

    internal void Expect(string envelope) => expected.Add(envelope);

    /// <returns>Whether it was awaited here.</returns>
    internal bool Take(string envelope)
    {
        var isAwaited = expected.Remove(envelope);
        Acknowledged += isAwaited ? 1 : 0;
        return isAwaited;
    }

    private bool Renew()
    {
        Close(1000, "renewed");
        return IsOpen;
    }

    private void End(int? code)
    {
        (IsOpen, Code) = (false, code);
        warning.Dispose();
        end.Dispose();
    }

    private static JsonObject? Parsed(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(text)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
