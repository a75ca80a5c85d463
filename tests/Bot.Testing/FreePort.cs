using System.Net;
using System.Net.Sockets;

namespace Bot.Testing;

/// <summary>Ports for servers that a test starts.</summary>
public static class FreePort
{
    /// <summary>Below the ports that connections going out are given, and for each process elsewhere.</summary>
    private static int last = 20_000 + (Environment.ProcessId % 100 * 100);

    /// <summary>A port of the loopback that nobody listens on, and that nobody here was given before.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: the next one.
            }
        }
    }
}
