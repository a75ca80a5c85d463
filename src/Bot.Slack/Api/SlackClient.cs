using System.Net.Http.Headers;
using Bot.Core.Communities;
using Bot.Slack.Api.Limits;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Api;

/// <summary>
/// Sends calls to Slack: each in its turn, again where that is safe, and what became of it is a value. What is posted is sent once, unless Slack says that it was not done.
/// </summary>
/// <param name="door">All that goes out goes through it.</param>
/// <param name="api">With a slash at its end.</param>
internal sealed partial class SlackClient(
    HttpMessageHandler door,
    Uri api,
    TimeProvider time,
    Randomness random,
    ILogger<SlackClient> logger
) : IDisposable
{
    private const string Peer = "Slack";
    private const int TooManyRequests = 429;

    /// <summary>What is held when Slack does not say for how long.</summary>
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = Introduced(new HttpClient(door) { BaseAddress = api });
    private readonly Attempts attempts = new(Peer, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8), random), time);
    private readonly RateLimits limits = new(time);
    private readonly RefusedTokens refused = new(time);

    public Uri Api => api;

    /// <returns>Slack's answer, which says that it was done.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up; the call may have been done.</exception>
    public Task<Outcome<Exchanged.Answered>> Send(Call call, Credential credential, CancellationToken cancellation) =>
        attempts.Run(patience => Try(call, credential, patience, cancellation), call.Patience, cancellation);

    /// <summary>Sends something elsewhere than to the Web API: to an address that Slack gave. Once, and without a token.</summary>
    public Task<Exchanged> SendTo(HttpRequestMessage request, TimeSpan within, CancellationToken cancellation) =>
        new Exchange(http, Peer, time).Send(request, within, CancellationToken.None, cancellation);

    public void Dispose() => http.Dispose();

    private async Task<Attempt<Exchanged.Answered>> Try(
        Call call,
        Credential credential,
        CancellationToken patience,
        CancellationToken caller
    )
    {
        if (refused.Why(credential) is { } known)
        {
            return new Attempt<Exchanged.Answered>.Failed(known, Again.No);
        }

        using var turn = await limits.Enter(call, patience);
        using var message = call.Message();
        message.Headers.Authorization = credential.Header;
        return await new Exchange(http, Peer, time).Send(message, call.AnswerWithin, patience, caller) switch
        {
            Exchanged.Answered answered => Judged(call, credential, answered),
            Exchanged.Lost lost => new Attempt<Exchanged.Answered>.Failed(lost.Why, call.Repeatable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Attempt<Exchanged.Answered> Judged(Call call, Credential credential, Exchanged.Answered answered)
    {
        var envelope = Envelope.Read(answered.Body);
        if (answered.Status == TooManyRequests || envelope?.Error is "ratelimited" or "rate_limited")
        {
            var wait = RetryAfter.Of(answered.Headers) ?? WhenUnsaid;
            limits.Hold(call, wait);
            Log.Limited(logger, call.Method, call.Workspace?.Value, wait.TotalSeconds);
            return new Attempt<Exchanged.Answered>.Failed(
                new Envelope { Error = "ratelimited" }.Refusal(answered.Status, call.Method),
                Again.InTurn
            );
        }

        if (envelope is { Ok: true })
        {
            return new Attempt<Exchanged.Answered>.Done(answered);
        }

        if (envelope is null)
        {
            return Strange(call, answered);
        }

        return ErrorTable.Class(envelope.Error ?? "") == ErrorClass.Unknown
            ? new Attempt<Exchanged.Answered>.Failed(Sentences.Disturbed(envelope.Error!), call.Repeatable)
            : Refused(call, credential, answered, envelope.Refusal(answered.Status, call.Method));
    }

    private Attempt<Exchanged.Answered> Refused(Call call, Credential credential, Exchanged.Answered answered, Failure.Refused why)
    {
        Log.Refused(logger, call.Method, call.Workspace?.Value, why.Code, RequestId(answered.Headers), why.Sentence);
        if (ErrorTable.Class(why.Code) == ErrorClass.TokenDead && refused.Note(credential, why))
        {
            Log.TokenDead(logger, call.Workspace?.Value, why.Sentence);
        }

        return new Attempt<Exchanged.Answered>.Failed(why, Again.No);
    }

    /// <summary>What is no JSON of Slack's: a page during an outage, or another machine's.</summary>
    private static Attempt<Exchanged.Answered> Strange(Call call, Exchanged.Answered answered) =>
        answered.Status is >= 200 and < 300
            ? new Attempt<Exchanged.Answered>.Failed(Failure.Unknown.Because("what Slack answers is not understood here"), call.Repeatable)
            : new Attempt<Exchanged.Answered>.Failed(
                new Failure.Refused(
                    answered.Status,
                    "",
                    $"Slack answered {call.Method} with status {answered.Status}, which it never does: see whether `Slack:ApiBase` is Slack's, and whether a proxy stands between."
                ),
                Again.No
            );

    private static string? RequestId(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-slack-req-id", out var values) ? values.First() : null;

    private static HttpClient Introduced(HttpClient http)
    {
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Dateline/0.1 (+https://github.com/dateline/dateline)");
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = Exchange.LargestAnswer;
        return http;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Slack limits {Method} in {Workspace} for {Seconds} s; it is waited for.")]
        public static partial void Limited(ILogger logger, string method, string? workspace, double seconds);

        [LoggerMessage(LogLevel.Warning, "Slack refused {Method} in {Workspace} with {Error} (request {Request}): {Sentence}")]
        public static partial void Refused(
            ILogger logger,
            string method,
            string? workspace,
            string error,
            string? request,
            string sentence
        );

        [LoggerMessage(LogLevel.Error, "Nothing is asked of Slack in {Workspace} with this token for up to ten minutes: {Sentence}")]
        public static partial void TokenDead(ILogger logger, string? workspace, string sentence);
    }
}
