using System.Threading.Channels;
using Bot.Wire;

namespace Bot.Slack.SocketMode;

/// <summary>One connection: what comes is told as it comes, and what is to be sent waits here, so that a peer that does not read holds up nobody else.</summary>
internal sealed class SocketLink
{
    private const int Goodbye = 1000;

    private readonly Channel<ReadOnlyMemory<byte>> outgoing = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    public void Send(ReadOnlyMemory<byte> text) => outgoing.Writer.TryWrite(text);

    /// <summary>Says goodbye after what is to be sent still.</summary>
    public void Close() => outgoing.Writer.TryComplete();

    /// <summary>Talks until the connection is lost, or <see cref="Close"/> was called and all was sent.</summary>
    /// <param name="hear">Told of all that comes, and of the end where the other side made it.</param>
    /// <param name="stopping">When it is over nothing more is listened to; what is to be sent is sent, until <see cref="Close"/>.</param>
    public async Task Talk(ITextSocket socket, Action<Heard> hear, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var reading = Read(socket, hear, over.Token);
        while (await outgoing.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (outgoing.Reader.TryRead(out var text))
            {
                await socket.Send(text, CancellationToken.None);
            }
        }

        await socket.Close(Goodbye, CancellationToken.None);
        Release(over);
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task Read(ITextSocket socket, Action<Heard> hear, CancellationToken cancellation)
    {
        Heard heard;
        do
        {
            heard = await socket.Receive(cancellation);
            hear(heard);
        } while (heard is Heard.Message);

        Close();
    }

    /// <summary>Lets go of what still waits. At once, and not on another thread.</summary>
    private static void Release(CancellationTokenSource over) => over.Cancel();
}
