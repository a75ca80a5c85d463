using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Bot.Testing.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bot.Benchmarks.Chaos;

/// <summary>
/// Stands before the replicas as a balancer set up by <c>deploy/Caddyfile.replicas</c> does: looks every so often who is ready, sends to whichever of these has least to do, and to
/// another where nobody answers the door. What was once handed over is not sent again.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Trying = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly IReadOnlyList<Replica> replicas;
    private readonly bool[] ready;
    private readonly int[] underWay;
    private readonly HttpClient http = new() { Timeout = Longest };
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentQueue<Passed> passed = [];
    private readonly Task looking;
    private LocalServer server = null!;

    private Balancer(IReadOnlyList<Replica> replicas)
    {
        (this.replicas, ready, underWay) = (replicas, new bool[replicas.Count], new int[replicas.Count]);
        looking = Task.WhenAll(Enumerable.Range(0, replicas.Count).Select(Look));
    }

    public Uri Address => server.Address!;

    public static async Task<Balancer> Before(IReadOnlyList<Replica> replicas)
    {
        var balancer = new Balancer(replicas);
        balancer.server = await LocalServer.On("http://127.0.0.1:0", app => app.Map("/{**path}", balancer.Pass));
        return balancer;
    }

    /// <summary>To whom a request was handed that came between two timestamps, and whose body holds this.</summary>
    public IReadOnlyList<Passed> With(string text, long from, long until) =>
        [.. passed.Where(each => each.From >= from && each.From <= until && each.Body.Contains(text, StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await looking;
        await server.DisposeAsync();
        http.Dispose();
        over.Dispose();
    }

    private async Task Look(int number)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(over.Token);
                patience.CancelAfter(Patience);
                using var answer = await http.GetAsync(new Uri(replicas[number].Address, "/readyz"), patience.Token);
                ready[number] = answer.IsSuccessStatusCode;
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
            {
                ready[number] = false;
            }

            await Task.Delay(Every, TimeProvider.System, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Pass(HttpContext context)
    {
        using var read = new MemoryStream();
        await context.Request.Body.CopyToAsync(read);
        var (body, started) = (read.ToArray(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < Trying)
        {
            foreach (var number in Enumerable.Range(0, replicas.Count).Where(each => ready[each]).OrderBy(each => underWay[each]))
            {
                if (await Hand(context, number, body, started))
                {
                    return;
                }
            }

            await Task.Delay(Glance, TimeProvider.System);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    /// <returns>False where nobody took it.</returns>
    private async Task<bool> Hand(HttpContext context, int number, byte[] body, long since)
    {
        var replica = replicas[number];
        Interlocked.Increment(ref underWay[number]);
        try
        {
            using var request = Copy(context.Request, replica.Public, body);
            using var answer = await http.SendAsync(request);
            var said = await answer.Content.ReadAsByteArrayAsync();
            Note(replica, body, since, answer.StatusCode);
            await Give(context.Response, answer, said);
            return true;
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
        {
            ready[number] = false;
            return false;
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or IOException)
        {
            Note(replica, body, since, null);
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref underWay[number]);
        }
    }

    private void Note(Replica replica, byte[] body, long since, HttpStatusCode? status) =>
        passed.Enqueue(new Passed(replica, Encoding.UTF8.GetString(body), since, Stopwatch.GetTimestamp(), status));

    private static HttpRequestMessage Copy(HttpRequest from, Uri to, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(to, $"{from.Path}{from.QueryString}"))
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var (name, values) in from.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        return request;
    }

    private static async Task Give(HttpResponse to, HttpResponseMessage answer, byte[] said)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Transfer-Encoding"))
        {
            to.Headers[name] = values.ToArray();
        }

        await to.Body.WriteAsync(said);
    }
}

/// <summary>A request that a replica was handed.</summary>
/// <param name="From">When it came.</param>
/// <param name="Status">Null where no answer came back.</param>
internal sealed record Passed(Replica Replica, string Body, long From, long Until, HttpStatusCode? Status);
