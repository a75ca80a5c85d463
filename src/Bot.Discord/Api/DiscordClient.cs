using System.Net;
using System.Net.Http.Headers;
using Bot.Core.Communities;
using Bot.Discord.Api.Limits;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Api;

/// <summary>
/// Sends requests to Discord: each in its turn, again where that is safe, and what became of it is a value. Nothing of a path that holds a token is logged.
/// </summary>
/// <param name="door">All that goes out goes through it.</param>
/// <param name="api">With a slash at its end.</param>
internal sealed partial class DiscordClient(
    HttpMessageHandler door,
    Uri api,
    string token,
    TimeProvider time,
    Randomness random,
    ILogger<DiscordClient> logger
) : IDisposable
{
    /// <summary>For one try, where the request says nothing else.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    public const int MostTries = 5;

    private readonly HttpClient http = Introduced(new HttpClient(door) { BaseAddress = api });
    private readonly AuthenticationHeaderValue asTheBot = new("Bot", token);
    private readonly RateLimits limits = new(time, random);
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8), random);
    private readonly Breaker breaker = new(time);

    /// <returns>The body of Discord's answer.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up; the request may have been done.</exception>
    public async Task<Outcome<byte[]>> Send(Request request, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(request.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        var maybeDone = false;
        Failure? paused = null;
        try
        {
            for (var tries = 1; ; tries++)
            {
                if (breaker.Closed(request) is { } closed)
                {
                    return Settled(closed, maybeDone);
                }

                var (body, failure, next) = await Try(request, both.Token, cancellation);
                if (failure is null)
                {
                    return new Outcome<byte[]>.Done(body);
                }

                paused = next == Next.AgainLater ? failure : null;
                maybeDone |= failure is Failure.Unknown;
                if (next == Next.Stop || tries == MostTries)
                {
                    return Settled(failure, maybeDone);
                }

                if (next == Next.AgainLater)
                {
                    await Task.Delay(backoff.After(tries), time, both.Token);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Settled(
                paused
                    ?? new Failure.Unreachable(
                        "Discord is asking everybody here to go slower, and the turn did not come in time: try again in a few minutes."
                    ),
                maybeDone
            );
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Tried> Try(Request request, CancellationToken patience, CancellationToken caller)
    {
        var bucket = await limits.Enter(request, patience);
        var said = default(LimitHeaders);
        try
        {
            using var message = request.Message();
            message.Headers.Authorization = request.Route.HasToken ? null : asTheBot;
            using var deadline = new CancellationTokenSource(request.AnswerWithin, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience, deadline.Token);
            using var response = await http.SendAsync(message, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            said = LimitHeaders.Read(response, body);
            return Judged(request, response.StatusCode, body, said);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return Lost(request, "Discord did not answer in time");
        }
        catch (HttpRequestException away) when (NeverSent(away.HttpRequestError))
        {
            return new Tried(
                [],
                new Failure.Unreachable(
                    $"Discord cannot be reached ({away.HttpRequestError}): see whether this machine reaches {api.Host}."
                ),
                Next.AgainLater
            );
        }
        catch (HttpRequestException away)
        {
            return Lost(request, $"the connection to Discord broke ({away.HttpRequestError})");
        }
        finally
        {
            limits.Leave(request, bucket, said);
        }
    }

    private Tried Judged(Request request, HttpStatusCode status, byte[] body, LimitHeaders said)
    {
        if ((int)status is >= 200 and < 300)
        {
            return new Tried(body, null, Next.Stop);
        }

        if (breaker.Note(request, (int)status, said))
        {
            Log.Stopped(logger, breaker.Closed(request)!.Sentence);
        }

        if ((int)status >= 500)
        {
            return Lost(request, $"Discord is disturbed (status {(int)status})");
        }

        var refused = ErrorBody.Read((int)status, body, request.Route);
        if (said.Limited is { } limited)
        {
            Log.Limited(logger, request.Route, limited.Wait.TotalSeconds, limited.Scope);
            return new Tried([], refused, Next.AgainInTurn);
        }

        Log.Refused(logger, request.Route, refused.Status, refused.Code, refused.Sentence);
        return new Tried([], refused, Next.Stop);
    }

    private static Tried Lost(Request request, string what) =>
        new(
            [],
            new Failure.Unknown($"Nobody knows whether it was done, because {what}. Look before you try again."),
            request.Repeatable ? Next.AgainLater : Next.Stop
        );

    /// <summary>Where an earlier try may have been done, what the last one says is not all.</summary>
    private static Outcome<byte[]>.NotDone Settled(Failure failure, bool maybeDone) =>
        new(
            maybeDone && failure is (Failure.Unreachable or Failure.Refused { Status: 401 or 429 })
                ? new Failure.Unknown($"Nobody knows whether it was done. Look before you try again. {failure.Sentence}")
                : failure
        );

    private static bool NeverSent(HttpRequestError error) =>
        error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    /// <summary>Discord's edge refuses who does not say who it is (<see href="https://discord.com/developers/docs/reference#user-agent"/>).</summary>
    private static HttpClient Introduced(HttpClient http)
    {
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://github.com/dateline/dateline, 0.1)");
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = 8 * 1024 * 1024;
        return http;
    }

    private enum Next
    {
        Stop,
        AgainInTurn,
        AgainLater,
    }

    /// <param name="Why">Null for what was done.</param>
    private readonly record struct Tried(byte[] Body, Failure? Why, Next Next);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Discord limits {Route} for {Seconds} s ({Scope}); it is waited for.")]
        public static partial void Limited(ILogger logger, Route route, double seconds, RefusalScope scope);

        [LoggerMessage(LogLevel.Warning, "Discord refused {Route} with {Status}, code {Code}: {Sentence}")]
        public static partial void Refused(ILogger logger, Route route, int status, string code, string sentence);

        [LoggerMessage(LogLevel.Error, "Nothing is sent to Discord for up to ten minutes: {Sentence}")]
        public static partial void Stopped(ILogger logger, string sentence);
    }
}
