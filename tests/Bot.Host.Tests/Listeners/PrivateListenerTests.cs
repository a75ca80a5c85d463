using System.Net;
using System.Net.Http.Headers;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Listeners;

public sealed class PrivateListenerTests
{
    private const string Key = "a key of 16 characters or more";

    private static readonly Uri SignIn = new("/sign-in?to=%2Fmetrics", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_the_loopback_no_key_is_needed()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://+:0")]
    [InlineData("http://localhost:5080;http://example.org:5081")]
    public async Task Off_the_loopback_it_does_not_start_without_a_key(string urls)
    {
        using var stories = new TemporaryStories("bridge");

        var refused = await Should.ThrowAsync<StartupRefusedException>(() =>
            RunningHost.Start(stories, Cancellation, settings: [("Urls", urls)])
        );

        refused.Sentences.ShouldHaveSingleItem().ShouldContain("`Private:Key`");
    }

    [Fact]
    public async Task With_a_key_nothing_but_health_is_given_without_it()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation, settings: [("Private:Key", Key)]);

        var said = await host.Client.Ask(TemporaryStories.Question, Cancellation);
        said.Status.ShouldBe(401);
        said.Error.ShouldContain("Authorization");
        (await host.Client.Status("/metrics", Cancellation)).ShouldBe(401);
        (await host.Client.Status("/nothing-here", Cancellation)).ShouldBe(401);
        (await host.Client.Status("/healthz", Cancellation)).ShouldBe(200);
        (await host.Client.Status("/readyz", Cancellation)).ShouldBe(200);
    }

    [Fact]
    public async Task The_key_is_taken_as_a_bearer_header_and_no_other_is()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation, settings: [("Private:Key", Key)]);

        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Status.ShouldBe(200);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key[..^1]);
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Status.ShouldBe(401);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Key);
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_browser_is_led_to_a_page_where_the_key_is_typed_once()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.Start(stories, Cancellation, time, settings: [("Private:Key", Key)]);
        using var visit = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        visit.Headers.Accept.ParseAdd("text/html");
        using var led = await host.Client.SendAsync(visit, Cancellation);
        led.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        led.Headers.Location.ShouldBe(SignIn);

        using var wrong = await host.Client.PostAsync(SignIn, Typed("another key altogether"), Cancellation);
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await wrong.Content.ReadAsStringAsync(Cancellation)).ShouldContain("That is not the key.");

        using var right = await host.Client.PostAsync(SignIn, Typed(Key), Cancellation);
        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        right.Headers.Location!.ToString().ShouldBe("/metrics");
        right
            .Headers.GetValues("Set-Cookie")
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                cookie => cookie.ShouldContain("httponly"),
                cookie => cookie.ShouldContain("samesite=strict"),
                cookie => cookie.ShouldNotContain(Key)
            );

        // The client keeps cookies, as a browser does.
        (await host.Client.Status("/metrics", Cancellation)).ShouldBe(200);
        time.Advance(TimeSpan.FromHours(13));
        (await host.Client.Status("/metrics", Cancellation)).ShouldBe(401);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string to)
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation, settings: [("Private:Key", Key)]);

        using var right = await host.Client.PostAsync(
            new Uri($"/sign-in?to={Uri.EscapeDataString(to)}", UriKind.Relative),
            Typed(Key),
            Cancellation
        );

        right.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Problems_of_the_files_are_told_to_those_with_the_key_only()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation, settings: [("Private:Key", Key)]);

        (await host.Client.Get("/readyz", Cancellation)).Body["problems"].ShouldBeNull();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        (await host.Client.Get("/readyz", Cancellation)).Body["problems"].ShouldNotBeNull();
    }

    private static FormUrlEncodedContent Typed(string key) => new([new("key", key)]);
}
