using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Bot.Testing.Postgres;

/// <summary>Stands before a server on this machine, and can cut what goes through, hold it up, or let it stand still.</summary>
public sealed class Proxy : IAsyncDisposable
{
    private const int Bytes = 16 * 1024;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Socket, byte> open = new();
    private readonly int behind;
    private readonly Task accepting;
    private volatile bool isStill;
    private long delay;

    /// <param name="behind">The port of the server.</param>
    public Proxy(int behind)
    {
        this.behind = behind;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What each piece that goes through waits.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref delay));
        set => Interlocked.Exchange(ref delay, value.Ticks);
    }

    /// <summary>Whether nothing goes through, though no connection ends.</summary>
    public bool IsStill
    {
        get => isStill;
        set => isStill = value;
    }

    /// <summary>Ends every connection, in the middle of what it was at.</summary>
    public void Cut()
    {
        foreach (var socket in open.Keys)
        {
            socket.Close(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await listener.AcceptSocketAsync(stopping.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // It is closed.
        }
    }

    private async Task Serve(Socket client)
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            client.NoDelay = server.NoDelay = true;
            open[client] = open[server] = 0;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, behind, stopping.Token);
                await Task.WhenAny(Pass(client, server), Pass(server, client));
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // One side went.
            }
            finally
            {
                open.Remove(client, out _);
                open.Remove(server, out _);
            }
        }
    }

    private async Task Pass(Socket from, Socket to)
    {
        var bytes = new byte[Bytes];
        try
        {
            while (await from.ReceiveAsync(bytes, stopping.Token) is > 0 and var read)
            {
                await Task.Delay(Delay, TimeProvider.System, stopping.Token);
                while (IsStill)
                {
                    await Task.Delay(Glance, TimeProvider.System, stopping.Token);
                }

                for (var sent = 0; sent < read; )
                {
                    sent += await to.SendAsync(bytes.AsMemory(sent, read - sent), stopping.Token);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side went.
        }
    }
}
