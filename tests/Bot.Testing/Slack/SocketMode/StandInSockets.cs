using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Testing.Slack.Telling;
using Bot.Testing.Sockets;

namespace Bot.Testing.Slack.SocketMode;

/// <summary>
/// The app's own connections (<see href="https://docs.slack.dev/apis/events-api/using-socket-mode/"/>): tickets, envelopes and what they are answered with, connections that are renewed, and
/// those that die without a word.
/// </summary>
public sealed class StandInSockets : ISlackWay, IStandInSockets
{
    private const int Most = 10;
    private const string Path = "/link/";
    private static readonly TimeSpan TicketLife = TimeSpan.FromSeconds(30);

    private readonly StandInSlack slack;
    private readonly Dictionary<string, DateTimeOffset> tickets = new(StringComparer.Ordinal);
    private readonly List<SlackConnection> connections = [];
    private readonly Dictionary<string, Envelope> envelopes = new(StringComparer.Ordinal);
    private int next;

    internal StandInSockets(StandInSlack slack) => this.slack = slack;

    /// <summary>What is sent, and by which connection it has to be acknowledged.</summary>
    internal sealed record Envelope(string Id, SlackTold Told, JsonObject Text, SlackConnection By, TaskCompletionSource<SlackAck> Acked);

    /// <summary>Every connection there was, the last one last.</summary>
    public IReadOnlyList<SlackConnection> Connections => slack.Locked(() => connections.ToList());

    /// <summary>Those that are told things.</summary>
    public IReadOnlyList<SlackConnection> Live => slack.Locked(() => connections.Where(each => each.IsOpen).ToList());

    /// <summary>How long a connection lives, which it is told in its greeting. Ten seconds before its end it is warned.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Which connection is told something; null: one after the other.</summary>
    public Func<IReadOnlyList<SlackConnection>, SlackConnection>? Choose { get; set; }

    /// <summary>Nothing comes through: connections are refused, and those that are there hang.</summary>
    public bool IsAway { get; set; }

    /// <summary>No greeting is sent to new connections.</summary>
    public bool IsMute { get; set; }

    /// <summary>Socket Mode was switched off in the app's settings.</summary>
    public bool IsDisabled { get; private set; }

    /// <summary>The connection after that is refused.</summary>
    public bool IsFull => connections.Count(each => each.IsOpen) >= Most;

    bool IStandInSockets.IsAt(string path) => path == Path;

    IStandInLine? IStandInSockets.Open(Uri asked, IStandInPeer peer) =>
        slack.Locked(() =>
        {
            if (IsAway)
            {
                return null;
            }

            var ticket =
                asked.Query.TrimStart('?').Split('&').FirstOrDefault(each => each.StartsWith("ticket=", StringComparison.Ordinal)) ?? "";
            var connection = new SlackConnection(slack, this, peer, slack.Time.GetUtcNow());
            if (!tickets.Remove(ticket, out var until) || until < slack.Time.GetUtcNow())
            {
                slack.Violate("a connection by a ticket that is used, too old or made up");
                connection.Close(null, "no such ticket");
                return connection;
            }

            var isFull = IsFull;
            connections.Add(connection);
            if (IsDisabled || isFull)
            {
                connection.Disconnect(IsDisabled ? "link_disabled" : "too_many_websockets");
                connection.Close(1000, "refused");
            }
            else if (!IsMute)
            {
                connection.Greet(connections.Count(each => each.IsOpen), Life);
            }

            return connection;
        });

    /// <summary>An address that one connection can be made by, soon.</summary>
    public Uri Ticket()
    {
        var ticket = $"ticket={slack.World.NextId("ticket")}";
        tickets[ticket] = slack.Time.GetUtcNow() + TicketLife;
        return new Uri(slack.Addresses.Sockets, $"{Path[1..]}?{ticket}&app_id={slack.App.Id}");
    }

    async Task<SlackAck> ISlackWay.Tell(SlackTold told, SlackDelivery delivery, CancellationToken patience)
    {
        if (slack.Locked(() => Send(told, delivery)) is not { } envelope)
        {
            return new SlackAck.Failed("connection_failed", "there is no connection");
        }

        await using var over = patience.Register(() => envelope.Acked.TrySetResult(new SlackAck.Failed("timeout")));
        return await envelope.Acked.Task;
    }

    /// <summary>Sends what was told once more, by another connection, with the same envelope's id.</summary>
    public void Repeat(SlackTold told, SlackConnection by) =>
        slack.Locked(() =>
        {
            var first = envelopes.Values.Last(each => each.Told == told);
            by.Expect(first.Id);
            by.Send(first.Text.ToJsonString());
            return 0;
        });

    /// <summary>Ten seconds' notice.</summary>
    public void Warn() => ToAll(connection => connection.Disconnect("warning"));

    /// <summary>Time for another connection.</summary>
    public void Refresh() => ToAll(connection => connection.Disconnect("refresh_requested"));

    /// <summary>Socket Mode is switched off, or on again.</summary>
    public void Disable(bool isDisabled = true)
    {
        IsDisabled = isDisabled;
        if (isDisabled)
        {
            ToAll(connection =>
            {
                connection.Disconnect("link_disabled");
                connection.Close(1000, "link disabled");
            });
        }
    }

    /// <summary>Ends every connection.</summary>
    /// <param name="code">Null: they vanish.</param>
    public void CloseAll(int? code) => ToAll(connection => connection.Close(code, "as the script says"));

    /// <summary>Sends every connection a text as it is.</summary>
    public void SendToAll(string text) => ToAll(connection => connection.Send(text));

    /// <summary>The client acknowledged an envelope.</summary>
    internal void Acknowledged(SlackConnection by, string id, JsonObject? payload)
    {
        if (!envelopes.TryGetValue(id, out var envelope))
        {
            slack.Violate($"an acknowledgement of '{id}', which was not sent");
            return;
        }

        if (!by.Take(id))
        {
            slack.Violate(
                $"{envelope.Told.Name} was acknowledged {(envelope.By == by ? "twice" : "on another connection than the one it came by")}"
            );
            return;
        }

        var takesPayload = envelope.Text["accepts_response_payload"]!.GetValue<bool>();
        if (!takesPayload && payload is { Count: > 0 })
        {
            slack.Violate($"{envelope.Told.Name}: something was said where nothing may be: {payload.ToJsonString()}");
        }

        envelope.Acked.TrySetResult(new SlackAck.Taken(takesPayload ? payload : null));
    }

    private Envelope? Send(SlackTold told, SlackDelivery delivery)
    {
        var live = connections.Where(each => each.IsOpen && each.IsGreeted).ToList();
        if (live.Count == 0 || IsDisabled)
        {
            return null;
        }

        var by = Choose?.Invoke(live) ?? live[next++ % live.Count];
        var id = string.Create(CultureInfo.InvariantCulture, $"0b6f6c2e-8f3f-4f0e-9a55-{envelopes.Count:D12}");
        var text = new JsonObject
        {
            ["envelope_id"] = id,
            ["payload"] = told.Payload.DeepClone(),
            ["type"] = told.Kind,
            ["accepts_response_payload"] = told.Kind == SlackTold.Command || told.Name is "view_submission" or "block_suggestion",
        };
        if (told.IsEvent)
        {
            text["retry_attempt"] = delivery.Attempt;
            text["retry_reason"] = delivery.Reason;
        }

        var envelope = new Envelope(id, told, text, by, new(TaskCreationOptions.RunContinuationsAsynchronously));
        envelopes[id] = envelope;
        by.Expect(id);
        by.Send(text.ToJsonString());
        return envelope;
    }

    private void ToAll(Action<SlackConnection> act) =>
        slack.Locked(() =>
        {
            connections.Where(connection => connection.IsOpen).ToList().ForEach(act);
            return 0;
        });
}
