using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Host.Api;

namespace Bot.Host.Faults;

/// <summary>Turns what nobody expected into a sentence with a short reference that also stands in the log.</summary>
internal sealed class FaultReports(RequestDelegate next, NoteFault note)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Tell(context, refused.StatusCode, Sentence(refused.StatusCode));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; there is nobody to tell.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var reference = note(fault, context.GetEndpoint()?.DisplayName ?? "no endpoint");
            context.Response.Clear();
            await Tell(context, StatusCodes.Status500InternalServerError, FaultWords.Of(reference));
        }
    }

    /// <summary>As JSON to a program, as a plain line to somebody at a browser.</summary>
    private static Task Tell(HttpContext context, int status, string sentence) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Results.Text(sentence, statusCode: status).ExecuteAsync(context)
            : Trouble.Result(status, sentence).ExecuteAsync(context);

    private static string Sentence(int status) =>
        status switch
        {
            StatusCodes.Status413PayloadTooLarge => "That is too much to send at once.",
            StatusCodes.Status408RequestTimeout => "The request came in too slowly, so it was given up.",
            _ => "The request is not well-formed, so it could not be read.",
        };
}

internal static class FaultReportsExtensions
{
    public static void UseFaultReports(this WebApplication app) => app.UseMiddleware<FaultReports>();
}
