using System.Diagnostics.Metrics;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Discord.Gateway;
using Bot.Host.Api;
using Bot.Slack.SocketMode;

namespace Bot.Host.Telemetry;

/// <summary>What is counted. Nothing here holds a question, a name or an address.</summary>
internal sealed class DatelineMetrics
{
    public const string Meter = "Dateline";

    private static readonly double[] Seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

    private readonly Counter<long> answers;
    private readonly Counter<long> loads;
    private readonly Histogram<double> latency;

    /// <param name="gateway">Null where Discord's Gateway is not used.</param>
    /// <param name="sockets">Null where Slack's Socket Mode is not used.</param>
    public DatelineMetrics(
        IMeterFactory meters,
        Shelf shelf,
        StoryKeeper keeper,
        GatewayStatus? gateway = null,
        SocketModeStatus? sockets = null
    )
    {
        var meter = meters.Create(Meter);
        answers = meter.CreateCounter<long>("dateline.answers", description: "Questions answered, by door, outcome and reason.");
        latency = meter.CreateHistogram(
            "dateline.ask.duration",
            unit: "s",
            description: "Time from question to composed answer.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds }
        );
        loads = meter.CreateCounter<long>("dateline.loads", description: "Times the stories' files were read, by result.");
        meter.CreateObservableGauge("dateline.stories", () => shelf.Now.Stories.Count, description: "Stories that are followed.");
        meter.CreateObservableGauge(
            "dateline.facts",
            () => shelf.Now.Stories.Values.Sum(story => story.Book.Facts.Count),
            description: "Facts of all stories."
        );
        meter.CreateObservableGauge(
            "dateline.problems",
            () => shelf.Now.Problems.Count,
            description: "Mistakes in the stories' files as they are now."
        );
        meter.CreateObservableGauge(
            "dateline.journal.position",
            () => keeper.Position,
            description: "The last position of the journal that readers have; replicas that keep up have the same."
        );
        meter.CreateObservableGauge(
            "dateline.connections",
            () => Connections(gateway, sockets),
            description: "By platform, 1 where this replica is connected, and 0 where another is or none."
        );
    }

    /// <param name="door">Where the question came in: <c>api</c>, <c>console</c>.</param>
    public void Answered(string door, Outcome outcome) => Answered(door, outcome.Word, outcome.ReasonWord);

    public void Answered(AnswerBody answer)
    {
        Answered("api", answer.Outcome, answer.Reason);
        latency.Record(answer.ElapsedMicroseconds / 1e6);
    }

    public void Loaded(bool good) => loads.Add(1, new KeyValuePair<string, object?>("result", good ? "good" : "kept"));

    private static IEnumerable<Measurement<int>> Connections(GatewayStatus? gateway, SocketModeStatus? sockets)
    {
        if (gateway is not null)
        {
            yield return Connection("discord", gateway.IsConnected);
        }

        if (sockets is not null)
        {
            yield return Connection("slack", sockets.IsConnected);
        }
    }

    private static Measurement<int> Connection(string platform, bool isThere) =>
        new(isThere ? 1 : 0, new KeyValuePair<string, object?>("platform", platform));

    private void Answered(string door, string outcome, string? reason) =>
        answers.Add(1, new("door", door), new("outcome", outcome), new("reason", reason ?? ""));
}
