using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace Bot.Host.Tests.Console;

/// <summary>What a digest would say, looked at in the console.</summary>
[Collection("Browser")]
public sealed class DigestPreviewTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Facts = "knowledge/harbour-bridge/facts.yaml";
    private const string StoryFile = "knowledge/harbour-bridge/story.yaml";
    private static readonly string[] Headings = ["New", "Disputed", "No longer so"];

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An edition that was kept for more than a week, and another one since.</summary>
    public async ValueTask InitializeAsync()
    {
        var whole = await File.ReadAllTextAsync(Path.Combine(stories.Root, Facts), Cancellation);
        var story = await File.ReadAllTextAsync(Path.Combine(stories.Root, StoryFile), Cancellation);
        var (from, to) = (At("- id: two-hours-notice"), At("- id: inspectorate-no-response"));
        stories.Edit(Facts, _ => whole.Remove(from, to - from));
        stories.Edit(StoryFile, text => text.Replace(", two-hours-notice", "", StringComparison.Ordinal));
        await using (await Start()) { }

        time.Advance(TimeSpan.FromDays(9));
        stories.Edit(
            StoryFile,
            _ =>
                story.Replace(
                    "edition: 1\nedition-notes:\n",
                    "edition: 2\nedition-notes:\n  - edition: 2\n    date: 2026-06-10\n    note: The Courier was read again.\n",
                    StringComparison.Ordinal
                )
        );
        stories.Edit(
            Facts,
            _ =>
                whole
                    .Replace(
                        "- id: ollivant-no-gamble\n",
                        "- id: ollivant-no-gamble\n  ended: {how: superseded, on: 2026-06-09, reason: She has said more since.}\n",
                        StringComparison.Ordinal
                    )
                    .Replace(
                        "- id: cracks-found\n",
                        "- id: cracks-found\n  disputed: {reason: The ferry company says that there are none.}\n",
                        StringComparison.Ordinal
                    )
        );
        host = await Start();

        int At(string line) => whole.IndexOf(line, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        stories.Dispose();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1_280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task It_says_what_is_posted_in_the_same_words_under_the_same_headings(ColorScheme colours, int width)
    {
        await using var window = await browser.Open(width, colours, host);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Combobox).FocusAsync();

        await window.Ask("/digest preview");

        var answer = page.Locator(".exchange").First;
        var shown = Plain(await answer.InnerTextAsync());
        var posted = Posted();
        shown.ShouldContain(Plain(posted.Headline));
        (await answer.Locator("h3.part-heading").AllInnerTextsAsync()).Where(Headings.Contains).ShouldBe(Headings);
        foreach (var fact in posted.Parts.OfType<FactPart>())
        {
            shown.ShouldContain(Plain(fact.Says));
            shown.ShouldContain(Plain(fact.Attribution.StatusWords));
            shown.ShouldContain(Plain(fact.Attribution.Speaker));
            shown.ShouldContain(Plain(fact.Attribution.Sources[0].Words));
        }

        posted.Parts.OfType<FactPart>().Count().ShouldBe(3);
        shown.ShouldContain("A preview: nothing was posted.");
        var picture = answer.Locator("figure img");
        await picture.ScrollIntoViewIfNeededAsync();
        (await picture.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 500)")).ShouldBeTrue();
        var says = (await picture.GetAttributeAsync("alt")).ShouldNotBeNull();
        foreach (var fact in posted.Parts.OfType<FactPart>().Where(fact => says.Contains(fact.Says, StringComparison.Ordinal)))
        {
            says.Split('\n').Single(line => line.Contains(fact.Says, StringComparison.Ordinal)).ShouldEndWith("(new)");
        }

        says.ShouldContain("(new)");
        says.Split('\n').ShouldContain(line => !line.EndsWith("(new)", StringComparison.Ordinal));
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        await window.Take($"digest-preview-{width}", whole: true);
        window.Trouble.ShouldBeEmpty();
    }

    /// <summary>What a channel would get whose last digest came a week ago.</summary>
    private Digest Posted()
    {
        var shelf = host.Services.GetRequiredService<Shelf>();
        var story = shelf.Story(shelf.Now, CommunityId.Local)!;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(story.Story.TimeZone);
        var last = new DateTimeOffset(2026, 6, 3, 0, 0, 0, TimeSpan.FromHours(1));
        var covered = new Covered(story.Story.Slug, story.PositionBy(new DateOnly(2026, 6, 3))!.Value, last, IsFinal: false);
        return DigestOf.Of(story, new Progress { Covered = covered }, zone, time.GetUtcNow())!;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<RunningHost> Start() =>
        RunningHost.Start(
            stories,
            Cancellation,
            time,
            settings: [("Store:Provider", "sqlite"), ("Store:ConnectionString", Path.Combine(stories.Root, "data", "dateline.db"))]
        );
}
