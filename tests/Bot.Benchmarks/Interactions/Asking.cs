using System.Net.Sockets;

namespace Bot.Benchmarks.Interactions;

/// <summary>Sends one interaction to the service.</summary>
internal static class Asking
{
    public static async Task<Answered> Ask(HttpClient http, SignedRequest request, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var message = request.Message(address);
            using var response = await http.SendAsync(message, cancellation);
            return Answered.Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (Exception gone) when (gone is HttpRequestException or SocketException || !cancellation.IsCancellationRequested)
        {
            return new Answered.Wrong(gone.Message);
        }
    }
}
