using System.Security.Claims;
using Bot.Core.Communities;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Moderation;
using Bot.Host.Corrections;
using Bot.Host.Listeners;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Bot.Host.Moderation;

/// <summary>
/// Who was signed in by a link, and to which community: a sealed cookie that holds for two hours, and nothing on the server. It opens the pages under
/// <c>/moderate</c>, and no others, as long as they moderate.
/// </summary>
internal static class ModeratorSession
{
    /// <summary>Where the pages of moderators are.</summary>
    public const string Path = "/moderate";

    private const string Scheme = "moderator";
    private const string Community = "community";
    private static readonly TimeSpan Holds = TimeSpan.FromHours(2);

    public static void AddModeration(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<Departures>();
        builder.Services.AddSingleton<SessionStandings>();
        builder
            .Services.AddSingleton(provider =>
            {
                var options = provider.GetRequiredService<IOptions<ModerationOptions>>().Value;
                return new ModerationRules(options.SecondModerator, options.Grace);
            })
            .AddSingleton<OpenDesk>(provider => (community, user, cancellation) => Open(provider, community, user, cancellation))
            .AddSingleton<ModeratorDesk>()
            .AddSingleton<DueActs>()
            .AddSingleton<ReporterNotices>()
            .AddHostedService<ModerationWorker>();
        // Who asks for a moderator names the scheme: no other request is to look for a cookie.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", isEnabled: true);
        builder
            .Services.AddAuthentication()
            .AddCookie(
                Scheme,
                cookie =>
                {
                    cookie.Cookie.Name = "dateline-moderator";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Strict;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = Holds;
                    cookie.SlidingExpiration = false;
                }
            );
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(Scheme)
            .Configure<TimeProvider>((cookie, time) => cookie.TimeProvider = time);
    }

    /// <summary>Lets nobody to the moderators' pages who was not signed in by a link, or does not moderate by now.</summary>
    public static void UseModeration(this WebApplication app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
            pages => pages.Use(Enter)
        );

    private static async Task Enter(HttpContext context, RequestDelegate next)
    {
        if (await context.Moderator() is not { } who || await Caller(who, context) is not { } caller)
        {
            await SignInLink.Missing().ExecuteAsync(context);
        }
        else if (caller.Standing is not Standing.Moderator && !OnlyLeaves(context.Request))
        {
            await (await NotModerating.Page(caller.Standing, context.Request)).ExecuteAsync(context);
        }
        else
        {
            context.Features.Set(caller);
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
            {
                await NotModerating.NotYours().ExecuteAsync(context);
            }
        }
    }

    /// <summary>Whoever was signed in may sign out.</summary>
    private static bool OnlyLeaves(HttpRequest request) => request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);

    public static Task SignIn(this HttpContext context, SignIn who) =>
        context.SignInAsync(
            Scheme,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [new Claim(ClaimTypes.NameIdentifier, who.Person.Value), new Claim(Community, who.Community.Value)],
                    Scheme
                )
            )
        );

    private static async ValueTask<DeskLink?> Open(
        IServiceProvider provider,
        CommunityId community,
        UserId user,
        CancellationToken cancellation
    ) =>
        provider.GetRequiredService<IOptions<PublicOptions>>().Value.BaseUrl is { Length: > 0 } address
            ? new DeskLink(
                await SignInLink.Make(
                    provider.GetRequiredService<IPeople>(),
                    provider.GetRequiredService<ISignInLinks>(),
                    community,
                    user,
                    new Uri(address),
                    cancellation
                ),
                SignInLink.Lifetime
            )
            : null;

    /// <summary>Null for somebody who was forgotten since.</summary>
    private static async Task<Caller?> Caller(SignIn who, HttpContext context) =>
        await context.RequestServices.GetRequiredService<IPeople>().User(who.Community, who.Person, context.RequestAborted) is { } user
            ? new Caller(who.Community, user, await ByNow(who.Community, user, context)) { Key = who.Person }
            : null;

    private static ValueTask<Standing> ByNow(CommunityId community, UserId user, HttpContext context) =>
        context
            .RequestServices.GetRequiredService<SessionStandings>()
            .Of(community, user, anew: !HttpMethods.IsGet(context.Request.Method), context.RequestAborted);

    public static Task SignOut(this HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Who is signed in; null for nobody. What a form was sealed for is told by it.</summary>
    public static async Task<SignIn?> Moderator(this HttpContext context)
    {
        var found = await context.AuthenticateAsync(Scheme);
        if (!found.Succeeded)
        {
            return null;
        }

        context.User = found.Principal;
        return
            found.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } person
            && found.Principal.FindFirstValue(Community) is { } community
            ? new SignIn(new CommunityId(community), new PersonKey(person))
            : null;
    }
}
