using Bot.Core.Communities;
using Bot.Host.Moderation;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.Host.Tests.Console;

/// <summary>Browsers want the machine for themselves.</summary>
[CollectionDefinition("Browser", DisableParallelization = true)]
public sealed class BrowserGroup : ICollectionFixture<BrowserFixture>;

/// <summary>The console as somebody at a keyboard meets it.</summary>
[Collection("Browser")]
public sealed class BrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_question_is_typed_and_answered_with_a_card()
    {
        await using var window = await browser.Open();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Combobox).FocusAsync();

        await window.Ask("who responded");

        var answer = page.Locator(".exchange").First;
        var headline = await answer.GetByRole(AriaRole.Heading, new() { Level = 2 }).InnerTextAsync();
        var card = answer.Locator(".fact").First;
        (await card.Locator(".chip").First.InnerTextAsync()).ShouldNotBeEmpty();
        (await card.Locator("dt:text-is('Speaker') + dd").InnerTextAsync()).ShouldNotBeEmpty();
        (await card.GetByText("the sentence").CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe(headline, "what a screen reader is told");
        (await page.GetByRole(AriaRole.Combobox).InputValueAsync()).ShouldBeEmpty();
        window.Trouble.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_source_sentence_opens_by_keyboard()
    {
        await using var window = await browser.Open();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Combobox).FocusAsync();
        await window.Ask("who responded");
        var sentence = page.Locator(".exchange").First.Locator(".sentence blockquote").First;
        (await sentence.IsVisibleAsync()).ShouldBeFalse();

        for (var tabs = 0; tabs < 20 && !await page.EvaluateAsync<bool>("document.activeElement.matches('.sentence summary')"); tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        (await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid", "focus is seen");
        await page.Keyboard.PressAsync("Enter");

        (await sentence.IsVisibleAsync()).ShouldBeTrue();
        (await sentence.InnerTextAsync()).ShouldNotBeEmpty();
        window.Trouble.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    public async Task A_command_and_its_name_are_completed_by_keyboard(string key)
    {
        await using var window = await browser.Open();
        var page = window.Page;
        await page.GotoAsync("/");
        var field = page.GetByRole(AriaRole.Combobox);
        await field.FocusAsync();

        await page.Keyboard.TypeAsync("/story wh");
        await page.Locator("[data-text='/story who ']").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        (await field.GetAttributeAsync("aria-activedescendant")).ShouldBe("suggestion-0");
        await page.Keyboard.PressAsync(key);
        (await field.InputValueAsync()).ShouldBe("/story who ");

        await page.Keyboard.TypeAsync("micro");
        await page.Locator("[data-text='/story who Microsoft']").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync(key);
        (await field.InputValueAsync()).ShouldBe("/story who Microsoft");
        (await field.GetAttributeAsync("aria-expanded")).ShouldBe("false");

        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".asked").Filter(new() { HasText = "/story who Microsoft" }).WaitForAsync();
        window.Trouble.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "theme=light")]
    [InlineData(ColorScheme.Dark, "theme=dark")]
    public async Task The_timeline_is_a_picture_with_its_text_beside_it(ColorScheme colours, string address)
    {
        await using var window = await browser.Open(colours: colours);
        var page = window.Page;
        await page.GotoAsync("/timeline");
        var picture = page.Locator(".timeline-picture img");
        await picture.ScrollIntoViewIfNeededAsync();

        (await picture.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)")).ShouldBe(1_000);

        (await picture.EvaluateAsync<string>("image => image.currentSrc")).ShouldContain(address);
        (await picture.GetAttributeAsync("alt")).ShouldNotBeNullOrWhiteSpace();
        (await page.Locator(".entries li").CountAsync()).ShouldBeGreaterThan(5);
        var (text, image) = (await page.Locator(".entries").BoundingBoxAsync(), await picture.BoundingBoxAsync());
        image!.X.ShouldBeGreaterThan(text!.X + text.Width, "beside it, not over it");
        window.Trouble.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_wider_than_a_phone()
    {
        await using var window = await browser.Open(width: 320);
        var page = window.Page;
        foreach (var path in new[] { "/", "/facts", "/facts?kind=account", "/timeline", "/changes", "/about" })
        {
            await page.GotoAsync(path);
            (await Overhang(page)).ShouldBe(0, path);
        }

        await page.GotoAsync("/facts");
        await page.Locator(".ref a").First.ClickAsync();
        (await Overhang(page)).ShouldBe(0, page.Url);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Combobox).FocusAsync();
        foreach (var line in new[] { "is it genocide", "/story who", "/story timeline", "/help", $"what is {new string('w', 200)}" })
        {
            await window.Ask(line);
            (await Overhang(page)).ShouldBe(0, line);
        }

        window.Trouble.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_accounts_have_the_same_room()
    {
        await using var window = await browser.Open();
        var page = window.Page;
        await page.GotoAsync("/facts?kind=account");

        var sides = await page.Locator(".pair").First.Locator(".fact").AllAsync();

        sides.Count.ShouldBe(2);
        var (first, second) = (await sides[0].BoundingBoxAsync(), await sides[1].BoundingBoxAsync());
        second!.Width.ShouldBe(first!.Width, 1);
        second.Height.ShouldBe(first.Height, 1);
        second.Y.ShouldBe(first.Y, 1);
        window.Trouble.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moderator_signs_in_by_a_link_and_starts_a_story_by_keyboard()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, TestContext.Current.CancellationToken);
        await using var window = await browser.Open(other: host);
        var page = window.Page;
        await page.GotoAsync("/moderate/settings");
        (await page.GetByRole(AriaRole.Heading).InnerTextAsync()).ShouldBe("This is for moderators");
        window.Trouble.Clear();

        var link = await SignInLink.Make(
            host.Services.GetRequiredService<IPeople>(),
            host.Services.GetRequiredService<ISignInLinks>(),
            LocalSignIn.Admin,
            host.Address,
            TestContext.Current.CancellationToken
        );
        await page.GotoAsync(link.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).PressAsync("Enter");
        await page.GetByLabel("A short headline").FillAsync("The old mill burns");
        await page.Keyboard.PressAsync("Enter");

        (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("Started");
        (await page.GetByLabel("Questions without a story").Locator("option").AllInnerTextsAsync()).ShouldContain("The old mill burns");
        (await Overhang(page)).ShouldBe(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close: The old mill burns" }).ClickAsync();
        (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("Closed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        (await page.GotoAsync("/moderate/settings"))!.Status.ShouldBe(401);
    }

    private static Task<int> Overhang(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
