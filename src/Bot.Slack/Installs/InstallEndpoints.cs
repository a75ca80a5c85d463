using Bot.Slack.Api;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Installs;

/// <summary>Shows a sentence as a page.</summary>
public delegate Task ShowPage(HttpContext context, string title, string sentence, int status);

/// <summary>
/// <c>GET /slack/install</c> leads to Slack, where somebody chooses a workspace and agrees; Slack leads back to <c>GET /slack/oauth</c>
/// (<see href="https://docs.slack.dev/authentication/installing-with-oauth"/>).
/// </summary>
/// <param name="baseUrl">Where the world reaches this service.</param>
internal sealed class InstallEndpoints(
    SlackClient slack,
    Installer installer,
    InstallState state,
    InstallWords words,
    ShowPage show,
    string clientId,
    string baseUrl
)
{
    private const string Cookie = "dateline-slack-install";
    private const string NothingDone = "Nothing was installed";

    private string RedirectUri => baseUrl.TrimEnd('/') + SlackInstalls.Back;

    public Task Begin(HttpContext context)
    {
        var (sent, kept) = state.Begin();
        context.Response.Cookies.Append(Cookie, kept, Options(InstallState.Life));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(Agreement(sent));
        return Task.CompletedTask;
    }

    public async Task Finish(HttpContext context)
    {
        var query = context.Request.Query;
        var begunHere = state.Holds(query["state"], context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, Options(life: null));
        context.Response.Headers.CacheControl = "no-store";
        if (!begunHere)
        {
            await show(context, NothingDone, InstallWords.NotBegunHere, StatusCodes.Status400BadRequest);
            return;
        }

        if (query["code"].ToString() is not { Length: > 0 } code)
        {
            await show(context, NothingDone, InstallWords.CalledOff, StatusCodes.Status200OK);
            return;
        }

        var finished = await installer.Finish(code, RedirectUri, context.RequestAborted);
        await (
            finished switch
            {
                Finished.Done done => show(context, words.DoneTitle(done.Workspace), words.Done, StatusCodes.Status200OK),
                Finished.Not not => show(context, NothingDone, not.Sentence, StatusCodes.Status200OK),
                _ => throw new System.Diagnostics.UnreachableException(),
            }
        );
    }

    /// <summary>Slack's page, which is beside its API.</summary>
    private string Agreement(string sent)
    {
        var asked = QueryString.Create(
            new Dictionary<string, string?>
            {
                ["client_id"] = clientId,
                ["scope"] = string.Join(',', SlackScopes.Bot.Select(scope => scope.Name)),
                ["redirect_uri"] = RedirectUri,
                ["state"] = sent,
            }
        );
        return new Uri(slack.Api, "/oauth/v2/authorize") + asked.Value;
    }

    /// <summary>Slack leads back by a link, with which a lax cookie goes along.</summary>
    private CookieOptions Options(TimeSpan? life) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = baseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
            Path = "/",
            MaxAge = life,
            IsEssential = true,
        };
}
