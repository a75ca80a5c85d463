using System.Globalization;
using Bot.Host.Tests.Hosting;
using Bot.Testing;

namespace Bot.Host.Tests.Listeners;

public sealed class PublicListenerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_that_it_lives_and_nothing_else()
    {
        using var stories = new TemporaryStories("bridge");
        var url = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}";
        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            settings: [("Public:BaseUrl", "https://bot.example.org"), ("Public:Urls", url)]
        );
        using var world = new HttpClient { BaseAddress = new Uri(url) };

        (await world.Status("/healthz", Cancellation)).ShouldBe(200);
        foreach (var path in new[] { "/", "/readyz", "/metrics", "/api/ask", "/sign-in", "/healthz/", "/healthz/x", "/css/site.css" })
        {
            (await world.Status(path, Cancellation)).ShouldBe(404, path);
        }

        using var asked = await world.PostAsync(new Uri("/api/ask", UriKind.Relative), new StringContent("{}"), Cancellation);
        ((int)asked.StatusCode).ShouldBe(404);
        (await host.Client.Status("/readyz", Cancellation)).ShouldBe(200);
    }

    [Fact]
    public async Task It_needs_no_key_and_the_key_opens_nothing_on_it()
    {
        using var stories = new TemporaryStories("bridge");
        const string key = "a key of 16 characters or more";
        var url = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}";
        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            settings: [("Private:Key", key), ("Public:BaseUrl", "https://bot.example.org"), ("Public:Urls", url)]
        );
        using var world = new HttpClient { BaseAddress = new Uri(url) };

        (await world.Status("/healthz", Cancellation)).ShouldBe(200);
        world.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        (await world.Status("/metrics", Cancellation)).ShouldBe(404);
    }

    [Fact]
    public async Task It_is_not_opened_unless_it_is_wanted()
    {
        using var stories = new TemporaryStories("bridge");
        var url = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}";
        await using var host = await RunningHost.Start(stories, Cancellation, settings: [("Public:Urls", url)]);
        using var world = new HttpClient { BaseAddress = new Uri(url) };

        await Should.ThrowAsync<HttpRequestException>(() => world.Status("/healthz", Cancellation));
    }
}
