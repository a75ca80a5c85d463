using Bot.Core.Communities;
using Bot.Host.Moderation;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.Host.Tests.Console;

/// <summary>Windows in which somebody moderates.</summary>
internal static class DeskWindows
{
    /// <param name="community">Null: this machine's.</param>
    public static async Task SignIn(this Window window, RunningHost host, string name, CommunityId? community = null)
    {
        var link = await SignInLink.Make(
            host.Services.GetRequiredService<IPeople>(),
            host.Services.GetRequiredService<ISignInLinks>(),
            community ?? CommunityId.Local,
            new UserId(name),
            host.Address,
            TestContext.Current.CancellationToken
        );
        await window.Page.GotoAsync(link.ToString());
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).PressAsync("Enter");
        await window.Page.Arrives("**/moderate/queue");
    }

    /// <summary>Waits for an address and for what stands there. That a page has loaded is not waited for: on a busy machine its event may be gone before anybody listens.</summary>
    public static async Task Arrives(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("main").WaitForAsync();
        await page.Locator("footer").WaitForAsync();
    }

    /// <summary>Nothing is wider than the window, and what is pressed is large enough for a thumb.</summary>
    public static async Task Seen(this Window window, string name)
    {
        await window.Take(name, whole: true);
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(
            0,
            name
        );
        (
            await window.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('main button, main .act')].filter(e => e.getBoundingClientRect().height < 40).map(e => e.textContent)"
            )
        ).ShouldBeEmpty(name);
        (
            await window.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')].filter(e => e.labels.length !== 1).map(e => e.name)"
            )
        ).ShouldBeEmpty(name);
    }
}
