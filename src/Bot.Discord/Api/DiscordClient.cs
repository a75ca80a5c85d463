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

    private const string Peer = "Discord";

    private readonly HttpClient http = Introduced(new HttpClient(door) { BaseAddress = api });
    private readonly AuthenticationHeaderValue asTheBot = new("Bot", token);
    private readonly RateLimits limits = new(time, random);
    private readonly Attempts attempts = new(Peer, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8), random), time);
    private readonly Breaker breaker = new(time);

    /// <returns>The body of Discord's answer.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up; the request may have been done.</exception>
    public Task<Outcome<byte[]>> Send(Request request, CancellationToken cancellation) =>
        attempts.Run(patience => Try(request, patience, cancellation), request.Patience, cancellation);

    public void Dispose() => http.Dispose();

    private async Task<Attempt<byte[]>> Try(Request request, CancellationToken patience, CancellationToken caller)
    {
        if (breaker.Closed(request) is { } closed)
        {
            return new Attempt<byte[]>.Failed(closed, Again.No);
        }

        var bucket = await limits.Enter(request, patience);
        var said = default(LimitHeaders);
        try
        {
            using var message = request.Message();
            message.Headers.Authorization = request.Route.HasToken ? null : asTheBot;
            switch (await new Exchange(http, Peer, time).Send(message, request.AnswerWithin, patience, caller))
            {
                case Exchanged.Answered answered:
                    said = LimitHeaders.Read(answered.Status, answered.Headers, answered.Body);
                    return Judged(request, answered.Status, answered.Body, said);
                case Exchanged.Lost lost:
                    return new Attempt<byte[]>.Failed(lost.Why, request.Repeatable);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        finally
        {
            limits.Leave(request, bucket, said);
        }
    }

    private Attempt<byte[]> Judged(Request request, int status, byte[] body, LimitHeaders said)
    {
        if (status is >= 200 and < 300)
        {
            return new Attempt<byte[]>.Done(body);
        }

        if (breaker.Note(request, status, said))
        {
            Log.Stopped(logger, breaker.Closed(request)!.Sentence);
        }

        var refused = ErrorBody.Read(status, body, request.Route);
        if (said.Limited is { } limited)
        {
            Log.Limited(logger, request.Route, limited.Wait.TotalSeconds, limited.Scope);
            return new Attempt<byte[]>.Failed(refused, Again.InTurn);
        }

        Log.Refused(logger, request.Route, refused.Status, refused.Code, refused.Sentence);
        return new Attempt<byte[]>.Failed(refused, Again.No);
    }

    /// <summary>Discord's edge refuses who does not say who it is (<see href="https://discord.com/developers/docs/reference#user-agent"/>).</summary>
    private static HttpClient Introduced(HttpClient http)
    {
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://github.com/dateline/dateline, 0.1)");
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = Exchange.LargestAnswer;
        return http;
    }

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
