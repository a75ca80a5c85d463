using System.Text.Json.Nodes;

namespace Bot.Testing.Slack.Telling;

/// <summary>Something the app is told, and what came of it.</summary>
/// <param name="kind">As Socket Mode names them: <c>slash_commands</c>, <c>interactive</c>, <c>events_api</c>.</param>
public sealed class SlackTold(string kind, JsonObject payload, DateTimeOffset at)
{
    public const string Command = "slash_commands";
    public const string Interaction = "interactive";
    public const string Event = "events_api";

    private readonly TaskCompletionSource<SlackAck> finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<SlackMessage> messages = [];
    private readonly List<SlackDelivery> deliveries = [];

    public string Kind => kind;
    public JsonObject Payload => payload;
    public DateTimeOffset At => at;

    /// <summary>Of an interaction: <c>block_actions</c>; of an event: <c>app_mention</c>; of a command its name.</summary>
    public string Name => (string?)payload["event"]?["type"] ?? (string?)payload["type"] ?? (string)payload["command"]!;
    public string Team { get; init; } = SlackWorld.Team;
    public string User { get; init; } = SlackWorld.Person;

    /// <summary>Null where there is none.</summary>
    public string? Channel { get; init; }

    /// <summary>The message that a button sits on, or that was chosen.</summary>
    public SlackMessage? On { get; init; }

    /// <summary>The view that somebody filled in.</summary>
    public SlackView? View { get; init; }

    /// <summary>When it was told, and why again.</summary>
    public IReadOnlyList<SlackDelivery> Deliveries => deliveries;

    /// <summary>How it was taken in the end; null as long as it was not.</summary>
    public SlackAck? Ack { get; private set; }

    /// <summary>Done when it is taken, or given up.</summary>
    public Task<SlackAck> Finished => finished.Task;

    /// <summary>What was shown in answer to it, at once or later.</summary>
    public IReadOnlyList<SlackMessage> Messages => messages;

    /// <summary>The answer to a select that asks.</summary>
    public JsonObject? Options { get; internal set; }

    internal bool IsEvent => kind == Event;

    internal void Add(SlackMessage message) => messages.Add(message);

    internal void Add(SlackDelivery delivery) => deliveries.Add(delivery);

    internal void Finish(SlackAck ack)
    {
        Ack = ack;
        finished.TrySetResult(ack);
    }
}

/// <param name="Attempt">0 for the first.</param>
/// <param name="Reason">Why it is told again; empty for the first.</param>
public sealed record SlackDelivery(DateTimeOffset At, int Attempt, string Reason);

/// <summary>How something that was told is taken. Closed.</summary>
public abstract record SlackAck
{
    private SlackAck() { }

    /// <param name="Body">What was said with it; null for nothing.</param>
    /// <param name="Text">What was said as text.</param>
    public sealed record Taken(JsonObject? Body = null, string Text = "") : SlackAck;

    /// <param name="Reason">As Slack names it: <c>http_timeout</c>, <c>http_error</c> …</param>
    /// <param name="Detail">For whoever reads it.</param>
    /// <param name="IsFinal">The app asked not to be told again.</param>
    public sealed record Failed(string Reason, string Detail = "", bool IsFinal = false) : SlackAck;
}
