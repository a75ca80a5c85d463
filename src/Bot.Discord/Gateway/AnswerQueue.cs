using System.Threading.Channels;
using Bot.Core.Conversation;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>What waits to be answered, several at once. Who puts something in is never kept waiting: what finds no room is dropped, and that is logged.</summary>
/// <param name="what">What waits here, in words, for the log.</param>
/// <param name="room">So many may wait.</param>
internal sealed partial class AnswerQueue(string what, int room, NoteFault note, ILogger<AnswerQueue> logger)
{
    private const int AtOnce = 16;

    private readonly Channel<Func<CancellationToken, Task>> waiting = System.Threading.Channels.Channel.CreateBounded<
        Func<CancellationToken, Task>
    >(room);
    private int dropped;

    public void Put(Func<CancellationToken, Task> answer)
    {
        if (!waiting.Writer.TryWrite(answer))
        {
            Log.Dropped(logger, what, Interlocked.Increment(ref dropped));
        }
    }

    /// <summary>Answers, until <see cref="Close"/> was called and nothing is left.</summary>
    public Task Run(CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Answer(cancellation)));

    /// <summary>Nothing more will come.</summary>
    public void Close() => waiting.Writer.TryComplete();

    private async Task Answer(CancellationToken cancellation)
    {
        while (await waiting.Reader.WaitToReadAsync(cancellation))
        {
            while (waiting.Reader.TryRead(out var answer))
            {
                try
                {
                    await answer(cancellation);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    note(fault, "an answer over the Gateway");
                }
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "More comes over the Gateway than can be answered: {What} was dropped, the {Count}. since the start. See in the log whether Discord limits the bot."
        )]
        public static partial void Dropped(ILogger logger, string what, int count);
    }
}
