using System.Net;
using System.Net.Sockets;

namespace Bot.Host.Tests.Hosting;

internal static class FreePort
{
    /// <summary>A port of the loopback that nobody listened on a moment ago.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
