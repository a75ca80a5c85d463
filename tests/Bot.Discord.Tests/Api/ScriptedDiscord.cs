using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Testing;
using Bot.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Api;

/// <summary>The client on a fake clock, before a Discord that answers by script and keeps what came and when.</summary>
internal sealed class ScriptedDiscord : HttpMessageHandler
{
    public const string Token = "tok-secret-of-the-bot";
    public static readonly InteractionToken Asked = new("tok-secret-of-an-interaction");
    public static readonly Snowflake Somewhere = new(1200000000000000003);

    private readonly Func<Sent, Task<HttpResponseMessage>> script;
    private readonly ConcurrentQueue<Sent> sent = [];
    private readonly CollectedLog log = new();

    public ScriptedDiscord(Func<Sent, HttpResponseMessage> script)
        : this(sent => Task.FromResult(script(sent))) { }

    public ScriptedDiscord(Func<Sent, Task<HttpResponseMessage>> script)
    {
        this.script = script;
        Client = new DiscordClient(
            this,
            new Uri("https://discord.test/api/v10/"),
            Token,
            Time,
            bytes => bytes.Clear(),
            log.From(LogLevel.Trace).CreateLogger<DiscordClient>()
        );
        Api = new DiscordApi(Client, new Snowflake(1200000000000000001));
    }

    /// <summary>What came to Discord.</summary>
    /// <param name="Number">From 1 on.</param>
    public sealed record Sent(int Number, TimeSpan At, string Method, string Path, string? Authorization, string? Type, string Body);

    public FakeTimeProvider Time { get; } = new();
    public DiscordClient Client { get; }
    public DiscordApi Api { get; }
    public IReadOnlyList<Sent> Came => [.. sent];
    public string Log => log.Text;

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

    public Task<Outcome<PostedMessage>> Post(double step = 0.05) => Run(Posting(), step);

    public Task<Outcome<PostedMessage>> Posting(string name = "a", Snowflake? channel = null) =>
        Api.Post(channel ?? Somewhere, new MessageCreate { Content = name, Nonce = Nonce.Of(name) }, TestContext.Current.CancellationToken);

    public static HttpResponseMessage Reply(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public static HttpResponseMessage Message(params (string Name, string Value)[] headers) =>
        Reply(200, """{"id":"1400000000000000001","channel_id":"1200000000000000003","content":"a","flags":0}""", headers);

    public static (string Name, string Value)[] Limit(string bucket, int remaining, double resetAfter) =>
        [
            ("X-RateLimit-Bucket", bucket),
            ("X-RateLimit-Limit", "5"),
            ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Reset-After", resetAfter.ToString(CultureInfo.InvariantCulture)),
        ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync(cancellationToken)) : "";
        var came = new Sent(
            sent.Count + 1,
            Time.GetUtcNow() - Time.Start,
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            request.Headers.Authorization?.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            body
        );
        request.Headers.UserAgent.ToString().ShouldStartWith("DiscordBot (https://");
        sent.Enqueue(came);
        return await script(came).WaitAsync(cancellationToken);
    }
}
