using System.Net.WebSockets;

namespace Bot.Wire;

/// <summary>A <see cref="WebSocket"/> as a connection of text messages.</summary>
/// <param name="largest">The largest message that is taken, in bytes; a larger one ends the connection.</param>
/// <param name="time">For deadlines.</param>
public sealed class TextSocket(WebSocket socket, int largest, TimeProvider time) : ITextSocket
{
    private const int FirstBuffer = 4 * 1024;

    /// <summary>A peer that does not read for so long is as good as gone.</summary>
    private static readonly TimeSpan SendDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseDeadline = TimeSpan.FromSeconds(2);

    private Task<Heard>? coming;
    private Heard.Closed? end;

    public async ValueTask<Heard> Receive(CancellationToken cancellation)
    {
        if (end is not null)
        {
            return end;
        }

        // A read that is called off aborts its socket, and what is still to be said, the goodbye with it, would never go out: so it goes on, for whoever asks next.
        coming ??= Next();
        var heard = await coming.WaitAsync(cancellation);
        coming = null;
        end = heard as Heard.Closed;
        return heard;
    }

    public async ValueTask Send(ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(SendDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, either.Token);
        }
        catch (Exception lost) when (IsLoss(lost, cancellation))
        {
            // The reader learns of it, and says so.
        }
    }

    public async ValueTask Close(int code, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(CloseDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, either.Token);
        }
        catch (Exception lost) when (IsLoss(lost, cancellation))
        {
            // It is closed then.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Heard> Next()
    {
        try
        {
            return await Message();
        }
        catch (Exception lost) when (IsLoss(lost, CancellationToken.None))
        {
            return new Heard.Closed(null, Words(lost));
        }
    }

    private async ValueTask<Heard> Message()
    {
        var buffer = new byte[Math.Min(FirstBuffer, largest)];
        var length = 0;
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += got.Count;
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return new Heard.Closed((int?)socket.CloseStatus, socket.CloseStatusDescription ?? "closed by the other side");
            }

            if (got.MessageType == WebSocketMessageType.Binary)
            {
                return new Heard.Closed(null, "a message that is no text");
            }

            if (got.EndOfMessage)
            {
                return new Heard.Message(buffer.AsMemory(0, length));
            }

            if (length == largest)
            {
                return new Heard.Closed(null, $"a message of more than {largest} bytes");
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, largest));
            }
        }
    }

    private static bool IsLoss(Exception fault, CancellationToken asked) =>
        fault is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException
        || (fault is OperationCanceledException && !asked.IsCancellationRequested);

    /// <summary>Kinds only: messages of the network's faults name addresses.</summary>
    private static string Words(Exception lost) =>
        lost is WebSocketException socket ? $"lost ({socket.WebSocketErrorCode})" : $"lost ({lost.GetType().Name})";
}
