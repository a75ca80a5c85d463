using System.Net.WebSockets;

namespace Bot.Wire;

/// <summary>Connections over the network.</summary>
/// <param name="largest">The largest message that is taken, in bytes.</param>
/// <param name="pings">Null for a peer that has pings of its own kind.</param>
public sealed class ClientSockets(int largest, TimeProvider time, Pings? pings = null) : ITextSockets
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    public async ValueTask<ITextSocket> Connect(Uri address, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var socket = new ClientWebSocket();
        if (pings is not null)
        {
            (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (pings.Every, pings.Within);
        }

        try
        {
            await socket.ConnectAsync(address, either.Token);
            return new TextSocket(socket, largest, time);
        }
        catch (WebSocketException unreached)
        {
            return NotReached(socket, Words(unreached));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return NotReached(socket, "not reached within 15 seconds");
        }
    }

    private static LostSocket NotReached(ClientWebSocket socket, string why)
    {
        socket.Dispose();
        return new LostSocket(why);
    }

    private static string Words(WebSocketException unreached) =>
        unreached.InnerException is HttpRequestException request
            ? $"not reached ({request.HttpRequestError})"
            : $"not reached ({unreached.WebSocketErrorCode})";

    /// <summary>A connection that never was.</summary>
    private sealed class LostSocket(string why) : ITextSocket
    {
        public ValueTask<Heard> Receive(CancellationToken cancellation) => ValueTask.FromResult<Heard>(new Heard.Closed(null, why));

        public ValueTask Send(ReadOnlyMemory<byte> text, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask Close(int code, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>How a peer that is gone without a word is found: it has to answer (<see href="https://www.rfc-editor.org/rfc/rfc6455#section-5.5.2"/>).</summary>
/// <param name="Within">A connection is lost where an answer takes longer.</param>
public sealed record Pings(TimeSpan Every, TimeSpan Within);
