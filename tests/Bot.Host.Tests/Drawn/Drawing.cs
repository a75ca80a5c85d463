using System.Net;
using Bot.Testing;
using Bot.Testing.Discord;
using Bot.Testing.Slack;
using Microsoft.Playwright;

namespace Bot.Host.Tests.Drawn;

/// <summary>
/// Messages as the platforms would show them, for the docs: drawn from what the service really sent. A message of a sort that cannot be drawn fails the
/// test; pictures are taken where DATELINE_PICTURES names a folder.
/// </summary>
internal static class Drawing
{
    private const int Width = 720;

    private static readonly string? Folder = Environment.GetEnvironmentVariable("DATELINE_PICTURES");

    /// <param name="messages">From top to bottom; all but the first stand below the first.</param>
    public static Task Draw(this IEnumerable<StandInMessage> messages, string name) =>
        Take(name, "discord", messages.Select(DiscordDrawing.Of));

    /// <inheritdoc cref="Draw(IEnumerable{StandInMessage}, string)"/>
    public static Task Draw(this IEnumerable<SlackMessage> messages, string name) => Take(name, "slack", messages.Select(SlackDrawing.Of));

    public static string Words(string words) => WebUtility.HtmlEncode(words).Replace("\n", "<br>", StringComparison.Ordinal);

    private static async Task Take(string name, string platform, IEnumerable<string> bodies)
    {
        var messages = bodies.Select(body => $"""<div class="message"><b class="name">Dateline</b> <i class="app">APP</i>{body}</div>""");
        var style = await File.ReadAllTextAsync(Path.Combine(Repository.Folder("tests", "Bot.Host.Tests", "Drawn"), "drawing.css"));
        var page = $"<!doctype html><style>{style}</style><main class='{platform}'>{string.Concat(messages)}</main>";
        if (string.IsNullOrEmpty(Folder) || !File.Exists(Console.BrowserFixture.Chromium))
        {
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Console.BrowserFixture.Chromium, Args = ["--no-sandbox", "--disable-gpu"] }
        );
        var window = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = Width, Height = 200 },
            }
        );
        await window.SetContentAsync(page);
        await window.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
    }
}
