using System.Net.Http.Headers;

namespace Bot.Wire;

/// <summary>Sends one request over HTTP. What becomes of it is a value, whatever the network does.</summary>
/// <param name="peer">Whom it is sent to, as sentences name it: "Discord".</param>
public sealed class Exchange(HttpClient http, string peer, TimeProvider time)
{
    /// <summary>A platform's answers are small; what is larger than this is no answer.</summary>
    public const int LargestAnswer = 8 * 1024 * 1024;

    /// <param name="within">How long the whole answer may take.</param>
    /// <param name="patience">When it is over, no more is waited for.</param>
    /// <param name="caller">Giving up for good.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; the request may have been done.</exception>
    public async Task<Exchanged> Send(HttpRequestMessage request, TimeSpan within, CancellationToken patience, CancellationToken caller)
    {
        try
        {
            using var deadline = new CancellationTokenSource(within, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience, caller, deadline.Token);
            using var response = await http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return (int)response.StatusCode >= 500
                ? new Exchanged.Lost(Failure.Unknown.Because($"{peer} is disturbed (status {(int)response.StatusCode})"))
                : new Exchanged.Answered((int)response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return new Exchanged.Lost(Failure.Unknown.Because($"{peer} did not answer in time"));
        }
        catch (HttpRequestException away) when (NeverSent(away.HttpRequestError))
        {
            var host = request.RequestUri is { IsAbsoluteUri: true } whole ? whole.Host : http.BaseAddress?.Host;
            return new Exchanged.Lost(
                new Failure.Unreachable($"{peer} cannot be reached ({away.HttpRequestError}): see whether this machine reaches {host}.")
            );
        }
        catch (HttpRequestException away)
        {
            return new Exchanged.Lost(Failure.Unknown.Because($"the connection to {peer} broke ({away.HttpRequestError})"));
        }
    }

    private static bool NeverSent(HttpRequestError error) =>
        error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
}

/// <summary>What became of one request. Closed.</summary>
public abstract record Exchanged
{
    private Exchanged() { }

    /// <param name="Status">Below 500.</param>
    public sealed record Answered(int Status, HttpResponseHeaders Headers, byte[] Body) : Exchanged;

    /// <param name="Why">That it was never sent, or that nobody knows.</param>
    public sealed record Lost(Failure Why) : Exchanged;
}
