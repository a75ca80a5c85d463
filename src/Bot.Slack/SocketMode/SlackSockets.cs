using Bot.Core.Replicas;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>Socket Mode as a whole: the connections, and what answers what comes over them.</summary>
public sealed partial class SlackSockets
{
    /// <summary>How long answers that were begun may take when the service stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Func<SocketRunner> runner;
    private readonly SocketEvents events;
    private readonly SocketModeStatus status;
    private readonly ILeases leases;
    private readonly TimeProvider time;
    private readonly ILogger<SlackSockets> logger;

    internal SlackSockets(
        Func<SocketRunner> runner,
        SocketEvents events,
        SocketModeStatus status,
        ILeases leases,
        TimeProvider time,
        ILogger<SlackSockets> logger
    ) => (this.runner, this.events, this.status, this.leases, this.time, this.logger) = (runner, events, status, leases, time, logger);

    /// <summary>The app that an app-level token is of, which stands in it; null where it has another form.</summary>
    internal static string? AppOf(string appToken) => appToken.Split('-') is ["xapp", _, ['A', ..] app, ..] ? app : null;

    /// <summary>Runs until it is told to stop, or has to give up; that stands in the status and in the log.</summary>
    public async Task Run(CancellationToken stopping)
    {
        using var answering = new CancellationTokenSource();
        var answers = events.Run(answering.Token);
        try
        {
            var sentence = await RunWhileHeld(stopping);
            status.GiveUp(sentence);
            Log.GivenUp(logger, sentence);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
        finally
        {
            events.Close();
            await Task.WhenAny(answers, Task.Delay(Grace, time, CancellationToken.None));
            Release(answering);
            await answers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    /// <summary>One replica at a time connects: Slack gives each thing to any of an app's connections, so one that lags would leave people waiting.</summary>
    private Task<string> RunWhileHeld(CancellationToken stopping) =>
        leases.DoWhileHeld(
            new LeaseName("Socket Mode at Slack"),
            status.StandBy,
            (_, held) =>
            {
                status.Set(live: false);
                return runner().Run(held);
            },
            stopping
        );

    /// <summary>At once, and not on another thread.</summary>
    private static void Release(CancellationTokenSource waiting) => waiting.Cancel();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "Slack's Socket Mode is given up, nobody is answered there: {Sentence}")]
        public static partial void GivenUp(ILogger logger, string sentence);
    }
}
