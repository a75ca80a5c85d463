using System.Globalization;
using Bot.Core.Conversation;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Does what a <see cref="GatewaySession"/> says, over sockets and by a clock, for one shard.</summary>
/// <param name="take">Takes an event in, without waiting for anything, since heartbeats would wait too; what is taken in is not told again by Discord.</param>
internal sealed partial class ShardRunner(
    Shard shard,
    GatewaySession session,
    ITextSockets sockets,
    IdentifyGate gate,
    Action<Shard, Act.Deliver> take,
    GatewayStatus status,
    TimeProvider time,
    NoteFault note,
    ILogger<ShardRunner> logger
)
{
    private static readonly Task<string?> Never = new TaskCompletionSource<string?>().Task;
    private readonly long start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <returns>The sentence with which it gave up.</returns>
    /// <exception cref="OperationCanceledException">It was told to stop, and said goodbye.</exception>
    public async Task<string> Run(CancellationToken stopping)
    {
        for (var next = session.Start(); ; )
        {
            await Task.Delay(next.After, time, stopping);
            await using var socket = await sockets.Connect(next.Address, stopping);
            switch (await Talk(socket, stopping))
            {
                case Act.Reconnect again:
                    Log.Left(logger, shard.Index, again.Why, again.After);
                    next = again;
                    break;
                case Act.GiveUp give:
                    return give.Sentence;
            }
        }
    }

    /// <summary>One connection, from its start to its end.</summary>
    private async Task<Act> Talk(ITextSocket socket, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            var end = await Converse(socket, over.Token);
            status.Set(shard, ready: false);
            await socket.Close(CloseCode.ComingBack, stopping);
            return end;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await socket.Close(CloseCode.Stopping, CancellationToken.None);
            throw;
        }
        catch (Exception fault)
        {
            // A mistake of ours ends one connection, not the service.
            note(
                fault,
                string.Create(CultureInfo.InvariantCulture, $"the conversation of shard {shard.Index} with Discord, which is begun again")
            );
            return session.Hear(new Heard.Closed(null, "a fault of our own"), Now)[^1];
        }
        finally
        {
            Release(over);
        }
    }

    private async Task<Act> Converse(ITextSocket socket, CancellationToken cancellation)
    {
        session.Open(Now);
        var heard = socket.Receive(cancellation).AsTask();
        Task alarm = Never;
        var (permit, rings) = (Never, TimeSpan.MinValue);
        while (true)
        {
            if (rings != session.Due)
            {
                rings = session.Due;
                alarm = Task.Delay(rings > Now ? rings - Now : TimeSpan.Zero, time, cancellation);
            }

            await Task.WhenAny(heard, permit, alarm);
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<Act> acts;

            // The alarm comes first: however much there is to hear, heartbeats go out.
            if (alarm.IsCompleted)
            {
                acts = session.Tick(Now);
            }
            else if (heard.IsCompleted)
            {
                acts = session.Hear(await heard, Now);
                heard = socket.Receive(cancellation).AsTask();
            }
            else
            {
                acts = await permit is { } never ? [new Act.GiveUp(never)] : session.Permit(Now);
                permit = Never;
            }

            foreach (var act in acts)
            {
                switch (act)
                {
                    case Act.Send send:
                        await socket.Send(send.Text, cancellation);
                        break;
                    case Act.Deliver deliver:
                        take(shard, deliver);
                        break;
                    case Act.AskToIdentify:
                        permit = gate.Wait(shard, cancellation);
                        break;
                    case Act.Note odd:
                        Log.Odd(logger, shard.Index, odd.Sentence);
                        break;
                    default:
                        return act;
                }
            }

            status.Set(shard, session.IsReady);
        }
    }

    /// <summary>Lets go of what still waits. At once, and not on another thread.</summary>
    private static void Release(CancellationTokenSource over) => over.Cancel();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Shard {Shard}: the connection to Discord ended ({Why}); it is made again after {After}.")]
        public static partial void Left(ILogger logger, int shard, string why, TimeSpan after);

        [LoggerMessage(LogLevel.Warning, "Shard {Shard}: Discord's Gateway: {Sentence}.")]
        public static partial void Odd(ILogger logger, int shard, string sentence);
    }
}
