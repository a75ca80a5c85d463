using System.Net;
using System.Text.RegularExpressions;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Moderation;
using Bot.Host.Tests.Console;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Moderation;

/// <summary>From a link on the terminal to a setting that holds.</summary>
public sealed partial class SettingsPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = new("bridge", "quarry");
    private RunningHost host = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.Start(stories, Cancellation, time);
        browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = host.Address,
        };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Without_a_link_nobody_gets_to_the_settings()
    {
        var page = await Get("/moderate/settings");

        page.Status.ShouldBe(401);
        page.Text.ShouldContain("Ask for a link");
        (await Post("/moderate/settings?handler=Follow", ("story", "quarry"))).Status.ShouldBe(401);
        Settings.ShouldBe(CommunitySettings.Default);
    }

    [Fact]
    public async Task A_link_is_opened_as_often_as_one_likes_and_signs_in_once()
    {
        var link = await Link();
        (await Get(link)).Text.ShouldContain("Sign in");
        (await Get(link)).Status.ShouldBe(200);

        (await Post(link)).Response.Headers.Location!.ToString().ShouldBe("/moderate/queue");

        (await Get("/moderate/settings")).Text.ShouldContain("For “local”");
        var again = await Post(link);
        again.Status.ShouldBe(410);
        again.Text.ShouldContain("used up or too old");
    }

    [Fact]
    public async Task A_link_is_over_after_a_quarter_of_an_hour_and_a_session_after_two_hours()
    {
        var late = await Link();
        time.Advance(TimeSpan.FromMinutes(16));
        (await Post(late)).Status.ShouldBe(410);

        await SignIn();
        time.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        (await Get("/moderate/settings")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_story_that_is_chosen_is_answered_from_and_a_form_sent_twice_does_it_once()
    {
        var form = await SignIn();
        var chosen = await Send(form, "Follow", ("story", "quarry"));
        chosen.Text.ShouldContain("Followed from now on");

        Settings.Story!.Value.Value.ShouldBe("quarry");
        (await Get("/")).Text.ShouldContain(Shelf.Now.Story("quarry")!.Story.Title);
        (await Send(form, "Follow", ("story", "quarry"))).Text.ShouldContain("This was done when it was first sent.");
        (await Events()).Count(e => e is StoryEvent.SettingsChanged).ShouldBe(1);
    }

    [Fact]
    public async Task A_story_is_started_closed_and_opened_again_and_mistakes_are_told()
    {
        await SignIn();
        (await Send(await Get("/moderate/settings"), "Start", ("title", "The Old Mill burns"), ("zone", "Nowhere"))).Text.ShouldContain(
            "no IANA time zone"
        );
        (
            await Send(await Get("/moderate/settings"), "Start", ("title", "The Old Mill burns"), ("zone", "Europe/London"))
        ).Text.ShouldContain("Started");
        Shelf.Story(Shelf.Now, CommunityId.Local, "the-old-mill-burns").ShouldNotBeNull();

        (await Send(await Get("/moderate/settings"), "Close", ("story", "the-old-mill-burns"))).Text.ShouldContain("closed on 1 June 2026");
        (await Send(await Get("/moderate/settings"), "Reopen", ("story", "the-old-mill-burns"))).Text.ShouldContain("Open again.");
    }

    [Fact]
    public async Task Another_button_of_a_page_that_was_gone_back_to_does_what_it_says()
    {
        var page = await SignIn();
        await Send(page, "Follow", ("story", "quarry"));

        (await Send(page, "Close", ("story", "quarry"))).Text.ShouldContain("closed on 1 June 2026");
        (await Send(page, "Close", ("story", "bridge"))).Text.ShouldContain("Closed: every answer says so.");
        (await Send(page, "Follow", ("story", "bridge"))).Text.ShouldContain("Followed from now on");

        Settings.Story.ShouldBe(new StorySlug("bridge"));
        (await Events()).Count(e => e is StoryEvent.StoryClosed).ShouldBe(2);
    }

    [Theory]
    [InlineData("Follow", "quarry", "")]
    [InlineData("Follow", "quarry", "d")]
    [InlineData("Close", "", null)]
    public async Task A_form_that_is_not_whole_is_refused(string button, string story, string? delivery)
    {
        var page = await SignIn();

        var told = await Send(page, button, [("story", story), .. delivery is null ? [] : new[] { ("delivery", delivery) }]);

        told.Text.ShouldContain("Load the page again");
        (await Events()).ShouldNotContain(e => e is StoryEvent.SettingsChanged || e is StoryEvent.StoryClosed);
    }

    [Fact]
    public async Task A_form_that_was_not_made_here_is_refused()
    {
        await SignIn();

        (await Post("/moderate/settings?handler=Follow", ("story", "quarry"), ("delivery", "d"))).Status.ShouldBe(400);
        Settings.ShouldBe(CommunitySettings.Default);
    }

    [Fact]
    public async Task No_link_and_no_token_is_in_the_log()
    {
        var link = await Link();
        await Get(link);
        await Post(link);

        host.Log.Text.ShouldNotContain(link.Split('/')[^1]);
    }

    private Shelf Shelf => host.Services.GetRequiredService<Shelf>();

    private CommunitySettings Settings => Shelf.Settings(CommunityId.Local);

    private async Task<Page> SignIn()
    {
        await Post(await Link());
        return await Get("/moderate/settings");
    }

    private async Task<string> Link() =>
        (
            await SignInLink.Make(
                host.Services.GetRequiredService<IPeople>(),
                host.Services.GetRequiredService<ISignInLinks>(),
                LocalSignIn.Admin,
                host.Address,
                Cancellation
            )
        ).PathAndQuery;

    private async Task<List<StoryEvent>> Events()
    {
        var events = new List<StoryEvent>();
        await foreach (var envelope in host.Services.GetRequiredService<IJournal>().Read(0, Cancellation))
        {
            events.Add(envelope.Event);
        }

        return events;
    }

    private async Task<Page> Get(string path) => await Page.Of(await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation));

    private async Task<Page> Post(string path, params (string Key, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
        return await Page.Of(await browser.PostAsync(new Uri(path, UriKind.Relative), form, Cancellation));
    }

    /// <summary>Sends one of the forms of a page, with what is sealed in it.</summary>
    private Task<Page> Send(Page page, string handler, params (string Key, string Value)[] fields) =>
        Post(
            $"/moderate/settings?handler={handler}",
            [
                (
                    "__RequestVerificationToken",
                    Hidden().Matches(page.Html).First(m => m.Groups[1].Value == "__RequestVerificationToken").Groups[2].Value
                ),
                .. fields.Any(field => field.Key == "delivery")
                    ? []
                    : new[] { ("delivery", Hidden().Matches(page.Html).First(m => m.Groups[1].Value == "delivery").Groups[2].Value) },
                .. fields,
            ]
        );

    [GeneratedRegex("""name="(\w+)"[^>]* value="([^"]*)""")]
    private static partial Regex Hidden();
}
