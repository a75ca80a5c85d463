using System.Net;
using System.Text;
using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Slack.Api;
using Bot.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Slack;

/// <summary>A workspace installs the app at the service as it runs: by the public listener, and with a browser's cookie.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private readonly TemporaryStories stories = new("bridge");
    private readonly int port = FreePort.Find();
    private readonly OAuthDoor slack = new();
    private RunningHost host = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.Start(
            stories,
            services => services.AddKeyedSingleton<HttpMessageHandler>(SlackRequests.Door, slack),
            Cancellation,
            settings:
            [
                ("Slack:Mode", "http"),
                ("Slack:SigningSecret", "d1f0a27c3b5e4986a0c4e7b2915f6d38"),
                ("Slack:ClientId", "1234.5678"),
                ("Slack:ClientSecret", "client-secret"),
                ("Public:BaseUrl", "https://bot.example.org"),
                ("Public:Urls", $"http://127.0.0.1:{port}"),
            ]
        );
        browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
        stories.Dispose();
        slack.Dispose();
    }

    [Fact]
    public async Task From_the_link_to_the_first_word_of_the_bot()
    {
        using var begun = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancellation);
        begun.StatusCode.ShouldBe(HttpStatusCode.Found);
        begun.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var cookie = begun.Headers.GetValues("Set-Cookie").Single();
        var state = QueryHelpers.ParseQuery(begun.Headers.Location!.Query)["state"].ToString();

        using var back = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth?code=c0de&state={Uri.EscapeDataString(state)}");
        back.Headers.Add("Cookie", cookie[..cookie.IndexOf(';')]);
        using var done = await browser.SendAsync(back, Cancellation);

        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await done.Content.ReadAsStringAsync(Cancellation)).ShouldContain("Dateline is in &lt;Harbour&gt;");
        var communities = await host.Services.GetRequiredService<ICommunities>().All(Cancellation);
        communities.ShouldHaveSingleItem().Id.ShouldBe(new CommunityId("slack:T0HARBOR1"));
        slack.Told.ShouldHaveSingleItem().ShouldContain("/dateline ask who responded");
        host.Log.Text.ShouldNotContain("xoxb-");
        host.Log.Text.ShouldNotContain("c0de");
    }

    [Fact]
    public async Task Without_the_browsers_cookie_nothing_is_installed()
    {
        using var back = await browser.GetAsync(new Uri("/slack/oauth?code=c0de&state=abc", UriKind.Relative), Cancellation);
        back.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await host.Services.GetRequiredService<ICommunities>().All(Cancellation)).ShouldBeEmpty();
    }

    /// <summary>Slack, as far as an installation meets it.</summary>
    private sealed class OAuthDoor : HttpMessageHandler
    {
        public List<string> Told { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
            switch (request.RequestUri!.AbsolutePath)
            {
                case "/api/oauth.v2.access":
                    return Json(
                        """{"ok":true,"access_token":"xoxb-fresh","team":{"id":"T0HARBOR1","name":"<Harbour>"},"is_enterprise_install":false,"authed_user":{"id":"U0HARBOR3"}}"""
                    );
                case "/api/chat.postMessage" when request.Headers.Authorization?.Parameter == "xoxb-fresh":
                    Told.Add(body["text"].ToString());
                    return Json("""{"ok":true,"channel":"D0HARBOR7","ts":"1700000070.000100"}""");
                default:
                    return Json("""{"ok":false,"error":"unknown_method"}""");
            }
        }

        private static HttpResponseMessage Json(string text) =>
            new() { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
