using Bot.Host.Telemetry;

namespace Bot.Host.Api;

/// <summary><c>POST /api/ask</c>: one question, one answer.</summary>
internal static class AskEndpoint
{
    public static void AddAsking(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Asking>();

    public static void MapAsking(this WebApplication app)
    {
        app.MapPost("/api/ask", Ask);
        app.MapMethods(
            "/api/ask",
            [HttpMethods.Get, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete],
            (HttpResponse response) =>
            {
                response.Headers.Allow = HttpMethods.Post;
                return Trouble.Result(StatusCodes.Status405MethodNotAllowed, "Questions are sent with POST.");
            }
        );
        app.Map(
            "/api/{**path}",
            () => Trouble.Result(StatusCodes.Status404NotFound, "There is nothing here: questions go to POST /api/ask.")
        );
    }

    private static async Task<IResult> Ask(HttpRequest request, Asking asking, DatelineMetrics metrics, CancellationToken cancellation)
    {
        try
        {
            var answer = asking.Ask(AskRequest.Read(await RequestBody.Read(request, cancellation)));
            metrics.Answered(answer);
            return Results.Json(answer, AnswerJson.Readable.AnswerBody);
        }
        catch (RefusedException refused)
        {
            return Trouble.Result(refused.Status, refused.Message);
        }
    }
}
