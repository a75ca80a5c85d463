using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Methods;

/// <summary>The app itself: its connections, and where it is installed (<see href="https://docs.slack.dev/authentication/installing-with-oauth"/>).</summary>
internal sealed class AppMethods(StandInSlack slack)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(12);

    public IEnumerable<SlackMethod> All =>
        [
            new("apps.connections.open", Open) { Token = SlackToken.App },
            new("auth.revoke", Revoke) { Takes = new Fields(new Field("test", new YesNo())) },
            new("oauth.v2.access", Access)
            {
                Token = SlackToken.None,
                Often = 0,
                Takes = new Fields(
                    new Field("code", new Text(200, 1)),
                    new Field("redirect_uri", new Link()),
                    new Field("client_id", new Text(60, 1)),
                    new Field("client_secret", new Text(60, 1)),
                    new Field("grant_type", new OneOf("authorization_code", "refresh_token")),
                    new Field("refresh_token", new Text(200, 1)),
                    new Field("code_verifier", new Text(200, 1))
                ),
            },
        ];

    private SlackReply Open(SlackCall call)
    {
        if (call.Arguments.Count > 0)
        {
            slack.Violate(call, "it takes no arguments");
        }

        return SlackReply.Ok(new JsonObject { ["url"] = slack.Sockets.Ticket().ToString() });
    }

    private SlackReply Revoke(SlackCall call)
    {
        if (call["test"] != "true")
        {
            call.By!.IsRevoked = true;
            slack.People.Revoked(call.By);
        }

        return SlackReply.Ok(new JsonObject { ["revoked"] = call.By!.IsRevoked });
    }

    private SlackReply Access(SlackCall call)
    {
        var (id, secret) = Client(call);
        if (id != slack.App.ClientId)
        {
            return SlackReply.Error("invalid_client_id");
        }

        if (secret != slack.App.ClientSecret)
        {
            return SlackReply.Error("bad_client_secret");
        }

        return call["grant_type"] == "refresh_token" ? Refreshed(call) : Installed(call);
    }

    private SlackReply Installed(SlackCall call)
    {
        if (slack.World.Codes.Redeem(call["code"] ?? "", call["redirect_uri"], call.At, out var consent) is { } refused)
        {
            return SlackReply.Error(refused);
        }

        var installation = Renewed(consent.Team, consent.Scopes, call.At);
        var told = Told(installation);
        told["authed_user"] = new JsonObject { ["id"] = consent.User };
        return SlackReply.Ok(told);
    }

    private SlackReply Refreshed(SlackCall call)
    {
        var old = slack.World.Installations.FirstOrDefault(each => each.Refresh is { } refresh && refresh == call["refresh_token"]);
        return old is null ? SlackReply.Error("invalid_refresh_token") : SlackReply.Ok(Told(Renewed(old.Team, old.Scopes, call.At)));
    }

    /// <summary>Takes the place of an earlier one in the same workspace, whose scopes stay granted.</summary>
    private SlackInstallation Renewed(string team, IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        var earlier = slack.World.Installations.Where(each => each.Team == team && !each.IsRevoked).ToList();
        var installation = slack.World.Installation(team, slack.World.NextId(slack.App.RotatesTokens ? "xoxe.xoxb-1-" : "xoxb-")) with
        {
            Scopes = [.. earlier.SelectMany(each => each.Scopes).Concat(scopes).Distinct().Order(StringComparer.Ordinal)],
            Refresh = slack.App.RotatesTokens ? slack.World.NextId("xoxe-1-") : null,
            Expires = slack.App.RotatesTokens ? now + TokenLife : null,
        };
        foreach (var each in earlier)
        {
            slack.World.Installations.Remove(each);
        }

        slack.World.Installations.Add(installation);
        return installation;
    }

    private JsonObject Told(SlackInstallation installation)
    {
        var team = slack.World.Teams[installation.Team];
        var told = new JsonObject
        {
            ["app_id"] = slack.App.Id,
            ["scope"] = string.Join(',', installation.Scopes),
            ["token_type"] = "bot",
            ["access_token"] = installation.Token,
            ["bot_user_id"] = installation.Bot,
            ["team"] = new JsonObject { ["id"] = team.Id, ["name"] = team.Name },
            ["enterprise"] = team.Enterprise is { } enterprise ? new JsonObject { ["id"] = enterprise, ["name"] = "Holding" } : null,
            ["is_enterprise_install"] = false,
        };
        if (installation.Refresh is not null)
        {
            told["refresh_token"] = installation.Refresh;
            told["expires_in"] = (long)TokenLife.TotalSeconds;
        }

        return told;
    }

    /// <summary>By HTTP Basic, or in the form.</summary>
    private static (string? Id, string? Secret) Client(SlackCall call)
    {
        if (call.Authorization?.StartsWith("Basic ", StringComparison.Ordinal) != true)
        {
            return (call["client_id"], call["client_secret"]);
        }

        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(call.Authorization["Basic ".Length..])).Split(':', 2);
        return (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));
    }
}
