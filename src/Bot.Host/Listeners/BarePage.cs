using System.Net;

namespace Bot.Host.Listeners;

/// <summary>A page for whoever is not let in yet: one file, no script, nothing from elsewhere.</summary>
internal static class BarePage
{
    /// <param name="title">Text.</param>
    /// <param name="body">HTML.</param>
    public static IResult Show(string title, string body, int status = StatusCodes.Status200OK) =>
        Results.Content(
            $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>{{WebUtility.HtmlEncode(
                title
            )}} · Dateline</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
            body { max-width: 24rem; margin: 15vh auto; padding: 0 1rem }
            input, button { font: inherit; box-sizing: border-box; width: 100%; padding: .5rem; margin: .5rem 0 }
            </style>
            </head>
            <body>
            <h1>{{WebUtility.HtmlEncode(title)}}</h1>
            {{body}}
            </body>
            </html>
            """,
            "text/html; charset=utf-8",
            statusCode: status
        );
}
