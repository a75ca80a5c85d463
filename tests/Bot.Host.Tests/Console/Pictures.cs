using Microsoft.Playwright;

namespace Bot.Host.Tests.Console;

/// <summary>Pictures of pages for the docs: taken where DATELINE_PICTURES names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DATELINE_PICTURES");

    /// <param name="whole">All of the page, not only what is seen of it at first.</param>
    public static async Task Take(this Window window, string name, bool whole = false)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), FullPage = whole });
        }
    }
}
