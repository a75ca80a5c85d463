using System.Text.Encodings.Web;

namespace Bot.Host.Listeners;

/// <summary>Asks for the key of the private listener.</summary>
internal static class SignInPage
{
    public static IResult Show(string to, bool wrong) =>
        BarePage.Show(
            "Sign in",
            $"""
            {(wrong ? "<p role=\"alert\">That is not the key.</p>" : "")}
            <form method="post" action="/sign-in?to={UrlEncoder.Default.Encode(to)}">
            <label for="key">The key of this console (<code>Private:Key</code> in its settings)</label>
            <input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
            <button>Sign in</button>
            </form>
            """,
            wrong ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK
        );
}
