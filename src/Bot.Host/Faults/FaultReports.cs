using System.Security.Cryptography;
using Bot.Host.Api;

namespace Bot.Host.Faults;

/// <summary>Turns what nobody expected into a sentence with a short reference that also stands in the log.</summary>
internal sealed partial class FaultReports(RequestDelegate next, ILogger<FaultReports> logger)
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
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            var endpoint = context.GetEndpoint()?.DisplayName ?? "no endpoint";
            // The message of a fault may quote what a person typed, so it is left out.
            Log.Fault(logger, reference, endpoint, fault.GetType().FullName, fault.StackTrace);
            context.Response.Clear();
            await Tell(
                context,
                StatusCodes.Status500InternalServerError,
                $"Something went wrong on our side. If you report it, please give this reference: {reference}."
            );
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

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Fault {Reference} in {Endpoint}: {Type}\n{Stack}")]
        public static partial void Fault(ILogger logger, string reference, string endpoint, string? type, string? stack);
    }
}

internal static class FaultReportsExtensions
{
    public static void UseFaultReports(this WebApplication app) => app.UseMiddleware<FaultReports>();
}
