using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Microsoft.Playwright;

namespace Bot.Host.Tests.Console;

/// <summary>A browser of this machine and the service with the shipped story. Nothing is downloaded; where there is no browser, nothing starts.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private TemporaryStories? stories;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string Chromium { get; } = Environment.GetEnvironmentVariable("DATELINE_CHROMIUM") ?? "/usr/bin/chromium";

    internal RunningHost? Host { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        stories = new TemporaryStories();
        Host = await RunningHost.Start(
            stories,
            TestContext.Current.CancellationToken,
            settings: [("Stories:Seeds", Repository.Folder("seeds")), ("Stories:Knowledge", Repository.Folder("knowledge"))]
        );
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        await (Host?.DisposeAsync() ?? ValueTask.CompletedTask);
        stories?.Dispose();
    }

    /// <summary>A fresh window on the service; the test is skipped where there is no browser.</summary>
    /// <param name="other">A service of the test's own, where it changes something.</param>
    internal async Task<Window> Open(int width = 1_280, ColorScheme colours = ColorScheme.Light, RunningHost? other = null)
    {
        Assert.SkipUnless(browser is not null, $"There is no Chromium at {Chromium}; DATELINE_CHROMIUM names another.");
        var home = (other ?? Host!).Address;
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = home.ToString(),
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = colours,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        return await Window.In(context, home);
    }
}

/// <summary>One window, and what went wrong in it.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Window(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors of the console and of scripts, and requests to any other host.</summary>
    public List<string> Trouble { get; } = [];

    public static async Task<Window> In(IBrowserContext context, Uri home)
    {
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                window.Trouble.Add(message.Text);
            }
        };
        window.Page.PageError += (_, error) => window.Trouble.Add(error);
        window.Page.Request += (_, request) =>
        {
            if (!home.IsBaseOf(new Uri(request.Url)))
            {
                window.Trouble.Add($"asked for {request.Url}");
            }
        };
        return window;
    }

    /// <summary>Types a line into the field that has the focus and sends it, and waits for the answer.</summary>
    public async Task Ask(string line)
    {
        var asked = Page.Locator(".asked").Filter(new() { HasText = line });
        await Page.Keyboard.TypeAsync(line);
        await Page.Keyboard.PressAsync("Enter");
        await asked.First.WaitForAsync();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
