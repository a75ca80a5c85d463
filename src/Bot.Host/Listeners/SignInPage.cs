using System.Text.Encodings.Web;

namespace Bot.Host.Listeners;

/// <summary>Asks for the key of the private listener. One file, no script, nothing from elsewhere.</summary>
internal static class SignInPage
{
    public static IResult Show(string to, bool wrong) =>
        Results.Content(
            $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in · Dateline</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
            body { max-width: 24rem; margin: 15vh auto; padding: 0 1rem }
            input, button { font: inherit; box-sizing: border-box; width: 100%; padding: .5rem; margin: .5rem 0 }
            </style>
            </head>
            <body>
            <h1>Dateline</h1>
            {{(wrong ? "<p role=\"alert\">That is not the key.</p>" : "")}}
            <form method="post" action="/sign-in?to={{UrlEncoder.Default.Encode(to)}}">
            <label for="key">The key of this console (<code>Private:Key</code> in its settings)</label>
            <input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
            <button>Sign in</button>
            </form>
            </body>
            </html>
            """,
            "text/html; charset=utf-8",
            statusCode: wrong ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK
        );
}
