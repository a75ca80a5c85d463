using Bot.Core.Communities;
using Bot.Host.Listeners;

namespace Bot.Host.Moderation;

/// <summary>
/// <c>/link/TOKEN</c>: signs in whoever holds it, once. Opening the page uses nothing up, since mail and chat programs open links by themselves; its button does.
/// </summary>
internal static class SignInLink
{
    public const string Path = "/link";

    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public static void MapSignInLinks(this WebApplication app)
    {
        app.MapGet(Path + "/{token}", (string token) => BarePage.Show("Sign in as a moderator", Button(token))).ExcludeFromDescription();

        // The token is the secret: who can send it from another site could open it, too.
        app.MapPost(Path + "/{token}", (Delegate)Redeem).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>A link for somebody of this machine, on the private listener.</summary>
    public static Task<Uri> Make(IPeople people, ISignInLinks links, UserId user, Uri listener, CancellationToken cancellation) =>
        Make(people, links, CommunityId.Local, user, listener, cancellation);

    /// <param name="listener">Where the pages are reached.</param>
    public static async Task<Uri> Make(
        IPeople people,
        ISignInLinks links,
        CommunityId community,
        UserId user,
        Uri listener,
        CancellationToken cancellation
    )
    {
        var person = await people.Key(community, user, cancellation);
        var token = await links.Issue(community, person, Lifetime, cancellation);
        return new Uri($"{listener.AbsoluteUri.TrimEnd('/')}{Path}/{token}");
    }

    private static async Task<IResult> Redeem(string token, ISignInLinks links, HttpContext context)
    {
        if (await links.Redeem(token, context.RequestAborted) is not { } who)
        {
            return BarePage.Show("This link is used up or too old", Another, StatusCodes.Status410Gone);
        }

        await context.SignIn(who);
        return Results.LocalRedirect($"{ModeratorSession.Path}/queue");
    }

    /// <summary>For who comes without having been signed in.</summary>
    public static IResult Missing() => BarePage.Show("This is for moderators", Another, StatusCodes.Status401Unauthorized);

    public static IResult SignedOut() => BarePage.Show("You are signed out", "");

    private const string Another =
        "<p>Ask for a link: <code>/fact console</code> in chat gives one to moderators, <code>link</code> on the command line to whoever runs this service.</p>";

    private static string Button(string token) =>
        $"""
            <p>This signs in this browser for two hours, and works once.</p>
            <form method="post" action="{Path}/{Uri.EscapeDataString(token)}"><button>Sign in</button></form>
            """;
}
