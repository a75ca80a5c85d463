using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Bot.Core.Communities;
using Bot.Slack.Api;
using Bot.Slack.Wire;
using Bot.Testing;
using Bot.Wire;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.Api;

/// <summary>The client on a fake clock, before a Slack that answers by script and keeps what came and when.</summary>
internal sealed class ScriptedSlack : HttpMessageHandler, IBotTokens
{
    public const string Token = "xoxb-secret-of-the-bot";
    public static readonly CommunityId Harbour = new("slack:T0HARBOR1");
    public static readonly CommunityId Island = new("slack:T0ISLAND2");
    public const string Quay = "C0HARBOR2";

    private readonly Func<Sent, Task<HttpResponseMessage>> script;
    private readonly ConcurrentQueue<Sent> sent = [];
    private readonly CollectedLog log = new();

    public ScriptedSlack(Func<Sent, HttpResponseMessage> script, string api = "https://slack.com/api/")
        : this(sent => Task.FromResult(script(sent)), api) { }

    public ScriptedSlack(Func<Sent, Task<HttpResponseMessage>> script, string api = "https://slack.com/api/")
    {
        this.script = script;
        Client = new SlackClient(this, new Uri(api), Time, bytes => bytes.Clear(), log.From(LogLevel.Trace).CreateLogger<SlackClient>());
        Api = new SlackApi(Client, this, Time);
        Responses = new Responses(Client, Time);
    }

    /// <summary>What came to Slack.</summary>
    /// <param name="Number">From 1 on.</param>
    public sealed record Sent(int Number, TimeSpan At, Uri To, string? Authorization, string? Type, string Body)
    {
        public string Method => To.AbsolutePath[(To.AbsolutePath.LastIndexOf('/') + 1)..];

        /// <summary>A field of the form; null where it is not there.</summary>
        public string? this[string field] => QueryHelpers.ParseQuery(Body).TryGetValue(field, out var value) ? value.Single() : null;
    }

    public FakeTimeProvider Time { get; } = new();
    public SlackClient Client { get; }
    public SlackApi Api { get; }
    public Responses Responses { get; }
    public IReadOnlyList<Sent> Came => [.. sent];
    public string Log => log.Text;

    /// <summary>What a token that has expired is renewed to; null: it is not.</summary>
    public string? Renewal { get; init; }

    public static MessageCreate Saying(string text, string channel = Quay) => new(channel, new MessageBody(text, []));

    public static HttpResponseMessage Ok(string fields = "") =>
        Reply(200, $$"""{"ok":true{{(fields.Length == 0 ? "" : ",")}}{{fields}}}""");

    public static HttpResponseMessage Posted() => Ok("\"channel\":\"C0HARBOR2\",\"ts\":\"1700000070.000100\"");

    public static HttpResponseMessage Error(string code, string fields = "") =>
        Reply(200, $$"""{"ok":false,"error":"{{code}}"{{(fields.Length == 0 ? "" : ",")}}{{fields}}}""");

    public static HttpResponseMessage Reply(int status, string body, params (string Name, string Value)[] headers)
    {
        var reply = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            reply.Headers.Add(name, value);
        }

        return reply;
    }

    public Task<Outcome<PostedMessage>> Post(string text = "a", CommunityId? workspace = null, string channel = Quay) =>
        Run(Api.Post(workspace ?? Harbour, Saying(text, channel), TestContext.Current.CancellationToken));

    /// <summary>Lets time pass until it is done.</summary>
    /// <param name="step">How far the clock goes at once, in seconds: what is waited for must be longer.</param>
    public async Task<T> Run<T>(Task<T> task, double step = 0.05)
    {
        while (!task.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(step));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return await task;
    }

    ValueTask<Outcome<Credential>> IBotTokens.Find(CommunityId workspace, CancellationToken cancellation) =>
        ValueTask.FromResult<Outcome<Credential>>(new Outcome<Credential>.Done(Credential.Bearer($"{Token}-{workspace.Value[6..]}")));

    ValueTask<Credential?> IBotTokens.Renewed(CommunityId workspace, Credential expired, CancellationToken cancellation) =>
        ValueTask.FromResult(Renewal is { } token ? Credential.Bearer(token) : (Credential?)null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken)) : "";
        var came = new Sent(
            sent.Count + 1,
            Time.GetUtcNow() - Time.Start,
            request.RequestUri!,
            request.Headers.Authorization?.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            body
        );
        sent.Enqueue(came);
        var reply = await script(came).WaitAsync(cancellationToken);

        // Whoever gave up meanwhile gets nothing.
        cancellationToken.ThrowIfCancellationRequested();
        return reply;
    }
}
