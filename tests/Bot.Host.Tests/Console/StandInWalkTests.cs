using Bot.Core.Journal;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.Host.Tests.Console;

/// <summary>Whoever manages a server names who stands in for a second moderator, with a phone and by its keys alone.</summary>
[Collection("Browser")]
public sealed class StandInWalkTests(BrowserFixture browser) : DeskSide
{
    private const string Third = "1200000000000000009";

    [Theory]
    [InlineData(360, ColorScheme.Dark, "stand-ins-phone")]
    [InlineData(1_280, ColorScheme.Light, "stand-ins")]
    public async Task Two_are_chosen_from_what_is_offered_while_their_names_are_typed(int width, ColorScheme colours, string name)
    {
        var host = await Start();
        Join(DiscordSide.Other)["nick"] = "Sam Smith";
        Join(Third)["nick"] = "Sandra";
        await using var window = await browser.Open(width, colours, host);
        await Within(window.SignIn(host, DiscordSide.Person, Community));
        var page = window.Page;
        await Within(page.GetByRole(AriaRole.Link, new() { Name = "Stand-ins" }).PressAsync("Enter"));
        await Within(page.Arrives("**/moderate/stand-ins"));
        await window.Seen(name);

        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Who stands in for a second moderator" });
        await field.FocusAsync();
        await page.Keyboard.TypeAsync("sa");
        await Within(page.Locator(".suggestions li").Nth(1).InnerTextAsync());
        await window.Take($"{name}-offered");
        await page.Keyboard.PressAsync("ArrowDown");
        (await field.GetAttributeAsync("aria-activedescendant")).ShouldBe("offered-0");
        await page.Keyboard.PressAsync("Enter");
        (await field.InputValueAsync()).ShouldBe($"Sam Smith ({DiscordSide.Other}), ");

        await page.Keyboard.TypeAsync("sand");
        await Within(page.Locator(".suggestions [data-text*=Smith]:has-text('Sandra')").InnerTextAsync());
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        (await field.InputValueAsync()).ShouldBe($"Sam Smith ({DiscordSide.Other}), Sandra ({Third}), ");
        (await field.GetAttributeAsync("aria-expanded")).ShouldBe("false");
        await page.Keyboard.PressAsync("Enter");

        (await Within(page.GetByRole(AriaRole.Status).InnerTextAsync())).ShouldBe("Done.");
        await window.Seen($"{name}-named");
        host.Services.GetRequiredService<Shelf>().Settings(Community).StandIns!.Value.People.Count.ShouldBe(2);

        await field.FillAsync("Nobody in particular");
        await Within(page.GetByRole(AriaRole.Button, new() { Name = "Name them" }).PressAsync("Enter"));
        (await Within(page.GetByRole(AriaRole.Alert).InnerTextAsync())).ShouldContain("is nobody of this server or workspace");
        (await field.InputValueAsync()).ShouldBe("Nobody in particular");
        await window.Seen($"{name}-refused");
        window.Trouble.ShouldBeEmpty();
        Discord.StandIn.Violations.ShouldBeEmpty();
    }
}
