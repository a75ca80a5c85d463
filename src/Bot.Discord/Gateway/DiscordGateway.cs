using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Replicas;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>The Gateway as a whole: every shard of the bot, and what answers their events.</summary>
public sealed partial class DiscordGateway
{
    /// <summary>How long answers that were begun may take when the service stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly string token;
    private readonly ITextSockets sockets;
    private readonly IdentifyGate gate;
    private readonly GatewayEvents events;
    private readonly GatewayStatus status;
    private readonly ILeases leases;
    private readonly TimeProvider time;
    private readonly Randomness random;
    private readonly NoteFault note;
    private readonly ILoggerFactory loggers;

    internal DiscordGateway(
        string token,
        ITextSockets sockets,
        IdentifyGate gate,
        GatewayEvents events,
        GatewayStatus status,
        ILeases leases,
        TimeProvider time,
        Randomness random,
        NoteFault note,
        ILoggerFactory loggers
    ) =>
        (this.token, this.sockets, this.gate, this.events, this.status, this.leases, this.time, this.random, this.note, this.loggers) = (
            token,
            sockets,
            gate,
            events,
            status,
            leases,
            time,
            random,
            note,
            loggers
        );

    /// <summary>Runs until it is told to stop, or has to give up; that stands in the status and in the log.</summary>
    public async Task Run(CancellationToken stopping)
    {
        using var answering = new CancellationTokenSource();
        var answers = events.Run(answering.Token);
        try
        {
            var sentence = await ConnectWhileHeld(stopping);
            status.GiveUp(sentence);
            Log.GivenUp(loggers.CreateLogger<DiscordGateway>(), sentence);
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

    /// <summary>One replica at a time connects, or everything would come to each of them, and they would log in faster than Discord allows.</summary>
    private Task<string> ConnectWhileHeld(CancellationToken stopping) =>
        leases.DoWhileHeld(
            new LeaseName("the Gateway of Discord"),
            status.StandBy,
            async (lease, held) =>
            {
                // Whoever had it may have logged in a moment ago.
                await Task.Delay(lease.WasElsewhere ? IdentifyGate.Apart : TimeSpan.Zero, time, held);
                return await Connect(held);
            },
            stopping
        );

    /// <returns>The sentence with which the first shard gave up.</returns>
    private async Task<string> Connect(CancellationToken stopping)
    {
        status.Connect();
        var outcome = await gate.Look(stopping);
        if (outcome is not Outcome<GatewayBot>.Done { Value: var place })
        {
            return ((Outcome<GatewayBot>.NotDone)outcome).Why.Sentence;
        }

        if (
            !Uri.TryCreate(place.Url, UriKind.Absolute, out var address)
            || (address.Scheme != "wss" && !(address.Scheme == "ws" && address.IsLoopback))
        )
        {
            return "Discord does not say where its Gateway is: see whether `Discord:ApiBase` is Discord's.";
        }

        using var together = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var shards = Enumerable
            .Range(0, Math.Max(place.Shards, 1))
            .Select(index => Runner(new Shard(index, Math.Max(place.Shards, 1)), address).Run(together.Token))
            .ToList();
        var first = await Task.WhenAny(shards);
        Release(together);
        await Task.WhenAll(shards.Cast<Task>())
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return await first;
    }

    private ShardRunner Runner(Shard shard, Uri url) =>
        new(
            shard,
            new GatewaySession(new GatewayLogin(token, shard), url, random),
            sockets,
            gate,
            events.Take,
            status,
            time,
            note,
            loggers.CreateLogger<ShardRunner>()
        );

    /// <summary>At once, and not on another thread.</summary>
    private static void Release(CancellationTokenSource waiting) => waiting.Cancel();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "Discord's Gateway is given up, nobody is answered there: {Sentence}")]
        public static partial void GivenUp(ILogger logger, string sentence);
    }
}
