using System.Net;
using Bot.Core.Moderation;
using Bot.Host.Listeners;
using Microsoft.AspNetCore.Http.Extensions;

namespace Bot.Host.Moderation;

/// <summary>For who was signed in and does not moderate by now. Where that is not known now, what they filled in is there to be sent again.</summary>
internal static class NotModerating
{
    public static async Task<IResult> Page(Standing standing, HttpRequest request) =>
        standing switch
        {
            Standing.Unknown unknown => BarePage.Show(
                "It is not known now whether you moderate",
                $"<p>{Encoded(unknown.Why)} So nothing is done.</p>{await Again(request)}",
                StatusCodes.Status503ServiceUnavailable
            ),
            Standing.StandIn => BarePage.Show(
                "You stand in for a second moderator",
                "<p>What was proposed is decided in chat then: <code>/fact queue</code> shows it.</p>",
                StatusCodes.Status403Forbidden
            ),
            Standing.Member member => BarePage.Show(
                "You do not moderate at this desk",
                $"<p>{Encoded(member.Why)} Nothing was done.</p>",
                StatusCodes.Status403Forbidden
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>For a form of another session, or one that is not whole.</summary>
    public static IResult NotYours() =>
        BarePage.Show(
            "This form is not yours",
            $"<p>Somebody else was signed in here when it was opened, or a part of it is missing. Nothing was done.</p><p><a href=\"{ModeratorSession.Path}/queue\">Open it again from the queue</a></p>",
            StatusCodes.Status400BadRequest
        );

    private static async Task<string> Again(HttpRequest request)
    {
        var address = Encoded(request.GetEncodedPathAndQuery());
        if (!request.HasFormContentType)
        {
            return $"<p><a href=\"{address}\">Try again</a></p>";
        }

        var fields =
            from field in await request.ReadFormAsync(request.HttpContext.RequestAborted)
            from value in field.Value
            select $"<input type=\"hidden\" name=\"{Encoded(field.Key)}\" value=\"{Encoded(value ?? "")}\">";
        return $"<form method=\"post\" action=\"{address}\">{string.Concat(fields)}<button type=\"submit\">Send it again</button></form>";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
