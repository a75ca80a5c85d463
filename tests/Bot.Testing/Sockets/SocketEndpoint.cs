using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing.Sockets;

/// <summary>A stand-in's connections over real WebSockets, for a process and its clients.</summary>
public static class SocketEndpoint
{
    /// <summary>What is sent goes out in frames of so many bytes, as it may.</summary>
    private const int Frame = 700;
    private const int FirstRead = 16 * 1024;
    private const int LargestRead = 4 * 1024 * 1024;

    /// <param name="pings">Null: the stand-in sends none of its own.</param>
    public static void UseStandInSockets(this IApplicationBuilder app, IStandInSockets standIn, TimeSpan? pings = null)
    {
        app.UseWebSockets(
            pings is { } often ? new WebSocketOptions { KeepAliveInterval = often, KeepAliveTimeout = often * 2 } : new WebSocketOptions()
        );
        app.Use(
            async (context, next) =>
            {
                if (!context.WebSockets.IsWebSocketRequest || !standIn.IsAt(context.Request.Path))
                {
                    await next(context);
                    return;
                }

                if (standIn.IsAway)
                {
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    return;
                }

                var asked = new Uri($"ws://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}");
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await Serve(socket, standIn, asked, context.RequestAborted);
            }
        );
    }

    private static async Task Serve(WebSocket socket, IStandInSockets standIn, Uri asked, CancellationToken cancellation)
    {
        var peer = new Peer();
        if (standIn.Open(asked, peer) is not { } connection)
        {
            return;
        }

        var writing = peer.Write(socket, cancellation);
        try
        {
            await Read(socket, connection, cancellation);
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or IOException)
        {
            connection.Lost(null);
        }

        peer.Stop();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task Read(WebSocket socket, IStandInLine connection, CancellationToken cancellation)
    {
        var (buffer, length) = (new byte[FirstRead], 0);
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            length += got.Count;
            if (got.MessageType == WebSocketMessageType.Close)
            {
                connection.Lost((int?)socket.CloseStatus);
                return;
            }

            if (got.EndOfMessage || length == LargestRead)
            {
                connection.Hear(buffer.AsSpan(0, length));
                length = 0;
            }
            else if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(2 * length, LargestRead));
            }
        }
    }

    private sealed class Peer : IStandInPeer
    {
        private readonly Channel<(string? Text, int? Code, string Reason)> outgoing = Channel.CreateUnbounded<(string?, int?, string)>();

        public void Send(string text) => outgoing.Writer.TryWrite((text, null, ""));

        public void Close(int? code, string reason)
        {
            outgoing.Writer.TryWrite((null, code, reason));
            Stop();
        }

        public void Stop() => outgoing.Writer.TryComplete();

        public async Task Write(WebSocket socket, CancellationToken cancellation)
        {
            await foreach (var (text, code, reason) in outgoing.Reader.ReadAllAsync(cancellation))
            {
                if (text is not null)
                {
                    var bytes = Encoding.UTF8.GetBytes(text);
                    for (var at = 0; at < bytes.Length; at += Frame)
                    {
                        var part = bytes.AsMemory(at, Math.Min(Frame, bytes.Length - at));
                        await socket.SendAsync(part, WebSocketMessageType.Text, at + Frame >= bytes.Length, cancellation);
                    }
                }
                else if (code is { } number)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)number, reason[..Math.Min(reason.Length, 100)], cancellation);
                }
                else
                {
                    socket.Abort();
                }
            }
        }
    }
}
