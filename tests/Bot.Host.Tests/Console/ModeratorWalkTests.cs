using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.Host.Tests.Console;

/// <summary>A day of two moderators, each in a browser of their own: one at a desk, one with a phone in the dark.</summary>
[Collection("Browser")]
public sealed class ModeratorWalkTests(BrowserFixture browser)
{
    private const string Ferry = "Margit Ollivant said on 20 May 2026 that a ferry would cross the Tarrow every 30 minutes.";

    [Fact]
    public async Task A_fact_is_added_another_is_approved_a_third_is_corrected_and_that_is_undone()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
        await using var host = await RunningHost.Start(stories, TestContext.Current.CancellationToken);
        await using var desk = await browser.Open(other: host);
        await using var phone = await browser.Open(width: 360, colours: ColorScheme.Dark, other: host);
        await desk.SignIn(host, "ann");
        await phone.SignIn(host, "bea");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Add a fact" }).PressAsync("Enter");
        await desk.Page.GetByLabel("What is said").FillAsync(Ferry);
        await desk.Page.GetByLabel("Where it is from").FillAsync("https://example.org/ferry");
        await desk.Page.GetByLabel("Who says it").FillAsync("Margit Ollivant");
        await desk.Seen("add");
        await GoOn(desk);
        await desk.Seen("draft");
        await Press(desk, "Add it");
        await Told(desk, "Added.");

        await Find(desk, "sent home two riggers");
        await Follow(desk, "The source took it back");
        await desk.Page.GetByLabel("Why, in one sentence").FillAsync("The firm says that nobody was sent home.");
        await desk.Seen("take-back");
        await GoOn(desk);
        await Told(desk, "Another moderator has to approve it");

        await phone.Page.GotoAsync("/moderate/queue");
        await phone.Seen("queue-phone");
        await desk.Page.GotoAsync("/moderate/queue");
        (await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).CountAsync()).ShouldBe(0, "who proposed it");
        await desk.Seen("queue");
        await Press(phone, "Approve");
        await Told(phone, "Approved. Retracted");

        await Find(desk, "14,000 vehicles");
        await Follow(desk, "We were wrong");
        await desk.Page.GetByLabel("What is right").FillAsync("About 12,000 vehicles a day used the bridge, by the council's estimate.");
        await desk.Page.GetByLabel("The number").FillAsync("12000");
        await desk.Page.GetByLabel("Does that sentence bear it out").SelectOptionAsync("yes");
        await desk.Page.GetByLabel("Why, in one sentence").FillAsync("The count was of both ways.");
        await desk.Seen("correct");
        await GoOn(desk);
        await Told(desk, "Changed: ");

        await Find(phone, "12,000 vehicles");
        (await phone.Page.Locator(".fields ins").First.InnerTextAsync()).ShouldContain("12000");
        await phone.Seen("fact-phone");
        await Find(desk, "12,000 vehicles");
        await desk.Seen("fact");
        await phone.Page.GetByLabel("Why it is undone").FillAsync("The count was right.");
        await Press(phone, "Undo it");
        await Told(phone, "Given as the shared facts have it.");

        foreach (
            var (path, name) in new[]
            {
                ("gaps", "gaps"),
                ("facts", "facts"),
                ("settings", "settings"),
                ("export", "export"),
                ("posts", "posts"),
            }
        )
        {
            await desk.Page.GotoAsync($"/moderate/{path}");
            await desk.Seen(name);
            await phone.Page.GotoAsync($"/moderate/{path}");
            await phone.Seen($"{name}-phone");
        }

        var shelf = host.Services.GetRequiredService<Shelf>();
        var story = shelf.Story(shelf.Now, CommunityId.Local)!;
        story.InForce.ShouldContain(revision => revision.Fact.Says == Ferry);
        story.InForce.ShouldNotContain(revision => revision.Fact.Says.Contains("sent home two riggers"));
        story.InForce.ShouldContain(revision => revision.Fact.Figure != null && revision.Fact.Figure.Value == "14000");
        desk.Trouble.ShouldBeEmpty();
        phone.Trouble.ShouldBeEmpty();
    }

    private static async Task Find(Window window, string words)
    {
        await window.Page.GotoAsync("/moderate/facts");
        await window.Page.GetByLabel("Words of it").FillAsync(words);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator(".choices a").First.ClickAsync();
    }

    private static Task Follow(Window window, string words) =>
        window.Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).ClickAsync();

    private static Task Press(Window window, string words) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First.ClickAsync();

    private static Task GoOn(Window window) => Press(window, "Go on");

    private static async Task Told(Window window, string words) =>
        (await window.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain(words);
}
