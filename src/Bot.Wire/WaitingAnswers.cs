using System.Threading.Channels;

namespace Bot.Wire;

/// <summary>What waits to be answered, several at once. Who puts something in is never kept waiting: what finds no room is not taken.</summary>
/// <param name="room">So many may wait.</param>
/// <param name="fault">Told of what an answer throws.</param>
public sealed class WaitingAnswers(int room, Action<Exception> fault)
{
    private const int AtOnce = 16;

    private readonly Channel<Func<CancellationToken, Task>> waiting = Channel.CreateBounded<Func<CancellationToken, Task>>(room);

    /// <returns>False where there is no room.</returns>
    public bool Put(Func<CancellationToken, Task> answer) => waiting.Writer.TryWrite(answer);

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
                catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellation.IsCancellationRequested)
                {
                    fault(thrown);
                }
            }
        }
    }
}
