using Bot.Host.Api;
using Microsoft.Extensions.Options;

namespace Bot.Host.Listeners;

/// <summary>Lets nobody into the private listener without its key, where one is set: as a bearer header, or typed once on a small page.</summary>
internal static class PrivateKeyGate
{
    private const string Cookie = "dateline-pass";
    private const string SignIn = "/sign-in";

    public static void UsePrivateKey(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<PrivateOptions>>().Value.Key is not { Length: > 0 } text)
        {
            return;
        }

        var key = new PrivateKey(text, app.Services.GetRequiredService<TimeProvider>());
        app.Use((context, next) => Check(key, context, next));
        app.MapGet(SignIn, (HttpContext context) => SignInPage.Show(Wanted(context), wrong: false)).ExcludeFromDescription();
        app.MapPost(SignIn, (Delegate)((HttpContext context) => Enter(key, context))).ExcludeFromDescription();
    }

    /// <summary>False where a key is set and this request did not bring it.</summary>
    public static bool IsTrusted(this HttpContext context) => !context.Items.ContainsKey(Cookie);

    private static Task Check(PrivateKey key, HttpContext context, RequestDelegate next)
    {
        if (key.Is(Bearer(context.Request)) || key.Holds(context.Request.Cookies[Cookie]))
        {
            return next(context);
        }

        context.Items[Cookie] = false;
        var path = context.Request.Path;
        if (context.IsPublic() || path == "/healthz" || path == "/readyz" || path == SignIn)
        {
            return next(context);
        }

        if (
            HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        )
        {
            context.Response.Redirect(SignIn + QueryString.Create("to", path + context.Request.QueryString));
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Trouble
            .Result(StatusCodes.Status401Unauthorized, "This needs the key of the private listener: send it as `Authorization: Bearer …`.")
            .ExecuteAsync(context);
    }

    private static async Task<IResult> Enter(PrivateKey key, HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!key.Is(form["key"]))
        {
            return SignInPage.Show(Wanted(context), wrong: true);
        }

        context.Response.Cookies.Append(
            Cookie,
            key.Pass(),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = PrivateKey.PassHolds,
            }
        );
        return Results.LocalRedirect(Wanted(context));
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header[7..].Trim()
            : null;

    /// <summary>Where the visitor wanted to go: a path of this service, never another site.</summary>
    private static string Wanted(HttpContext context) =>
        context.Request.Query["to"].ToString() is ['/', ..] to && to is not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) ? to : "/";
}
