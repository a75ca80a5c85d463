using System.Net;
using System.Text.Json.Nodes;
using Bot.Testing.Serving;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.StandIn;

/// <summary>The stand-in on a fake clock, spoken to without any client, and an app that takes what it is told as a test says.</summary>
internal sealed class RawSlack : IAsyncDisposable
{
    private readonly LocalServer server;
    private readonly HttpClient client;

    private RawSlack(LocalServer server, StandInSlack slack, FakeTimeProvider time)
    {
        (this.server, Slack, Time) = (server, slack, time);
        client = new HttpClient(server.Door());
        slack.Requests.To = new HttpClient(new App(this)) { BaseAddress = new Uri("https://dateline.example") };
    }

    public StandInSlack Slack { get; }
    public FakeTimeProvider Time { get; }

    public HttpMessageHandler Door() => server.Door();

    /// <summary>What the app says to what it is told.</summary>
    public Func<string, HttpResponseMessage> Taking { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.OK);

    public static async Task<RawSlack> Open(SlackApp? app = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 18, 0, 0, TimeSpan.Zero));
        var slack = new StandInSlack(time, app);
        return new RawSlack(await LocalServer.InProcess(slack.Map), slack, time);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        Slack.Requests.To?.Dispose();
        await server.DisposeAsync();
    }

    public Task<JsonObject> Call(string method, params (string Name, string Value)[] arguments) =>
        Call(method, SlackWorld.BotToken, arguments);

    public async Task<JsonObject> Call(string method, string? token, params (string Name, string Value)[] arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.Addresses.Api, method));
        request.Content = new FormUrlEncodedContent(arguments.Select(each => KeyValuePair.Create(each.Name, each.Value)));
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    /// <returns>The error; "ok" for none.</returns>
    public async Task<string> Outcome(string method, params (string Name, string Value)[] arguments) =>
        (string?)(await Call(method, arguments))["error"] ?? "ok";

    /// <summary>Posts to an address that answers go to.</summary>
    public async Task<string> Respond(SlackTold told, string json)
    {
        using var content = new StringContent(json, null, "application/json");
        using var response = await client.PostAsync(
            new Uri((string)told.Payload["response_url"]!),
            content,
            TestContext.Current.CancellationToken
        );
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private sealed class App(RawSlack raw) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            raw.Taking(await request.Content!.ReadAsStringAsync(cancellationToken));
    }
}
