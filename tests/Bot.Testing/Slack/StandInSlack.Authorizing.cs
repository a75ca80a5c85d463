using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Testing.Slack;

/// <content>The page on which somebody agrees that the app be installed, who does so at once.</content>
public sealed partial class StandInSlack
{
    private Task Authorize(HttpContext context)
    {
        var query = context.Request.Query.ToDictionary(each => each.Key, each => each.Value.ToString(), StringComparer.Ordinal);
        var problem =
            query.GetValueOrDefault("client_id") != App.ClientId ? "another client_id than the app's"
            : query.GetValueOrDefault("scope") is not { Length: > 0 } ? "no scope"
            : query.GetValueOrDefault("state") is not { Length: >= 20 } ? "no state that could not be guessed"
            : !Uri.TryCreate(query.GetValueOrDefault("redirect_uri"), UriKind.Absolute, out _) ? "no redirect_uri"
            : App.RedirectUrls.Count > 0 && !App.RedirectUrls.Any(query["redirect_uri"].StartsWith)
                ? "a redirect_uri that the app's settings do not name"
            : null;
        if (problem is not null)
        {
            Violate($"oauth/v2/authorize: {problem}");
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync(problem);
        }

        var back = new Dictionary<string, string?> { ["state"] = query["state"] };
        if (World.Installing is { } who)
        {
            var code = World.NextId("code");
            Locked(() =>
            {
                World.Codes.Add(
                    new SlackConsent(code, who.Team, who.User, query["scope"].Split(','), query["redirect_uri"], Time.GetUtcNow())
                );
                return 0;
            });
            back["code"] = code;
        }
        else
        {
            back["error"] = "access_denied";
        }

        context.Response.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"], back));
        return Task.CompletedTask;
    }
}
