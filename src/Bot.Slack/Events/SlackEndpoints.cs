using System.Text;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Events;

/// <summary>
/// Where Slack sends to over HTTP: bytes in, verified, answered in place or acknowledged, and what follows begun when the response is out. What is not signed by Slack gets 401
/// and nothing else, whatever is wrong with it.
/// </summary>
internal sealed partial class SlackEndpoints(SignedBody<RequestSignature> signed, SlackEvents events, ILogger<SlackEndpoints> logger)
{
    /// <summary><c>POST /slack/commands</c>.</summary>
    public async Task Command(HttpContext context)
    {
        if (await signed.Read(context, FormFields.ReadCommand) is { Value: var command })
        {
            await Answer(context, "command", command is null ? null : events.Command(command));
        }
    }

    /// <summary><c>POST /slack/interactions</c>: what is pressed, chosen, submitted, and options that are asked for.</summary>
    public async Task Interaction(HttpContext context)
    {
        if (await signed.Read(context, FormFields.ReadInteraction) is { Value: var interaction })
        {
            await Answer(context, "interaction", interaction is null ? null : await events.Interaction(interaction));
        }
    }

    /// <summary><c>POST /slack/events</c>. Answered with 200 when it is done, so that Slack tells it again otherwise.</summary>
    public async Task Event(HttpContext context)
    {
        if (await signed.Read(context, SlackJson.ReadEvent) is not { Value: var told })
        {
            return;
        }

        switch (told)
        {
            case { Type: EventCallback.Verification, Challenge: { } challenge }:
                context.Response.ContentType = "text/plain";
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(challenge), context.RequestAborted);
                return;
            case { Type: EventCallback.Callback }:
                if (!await events.Happened(told))
                {
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                }

                return;
            case { Type: EventCallback.RateLimited, TeamId: var team }:
                Log.Limited(logger, team);
                return;
            default:
                await Answer(context, "event", null);
                return;
        }
    }

    private async Task Answer(HttpContext context, string what, Handled? handled)
    {
        if (handled is null)
        {
            Log.NotUnderstood(logger, what);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (handled.Then is { } then)
        {
            context.Response.OnCompleted(() =>
            {
                events.Begin(then);
                return Task.CompletedTask;
            });
        }

        if (handled.Answer is { } answer)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Slack sent something that is no {What}, or of a sort that is not answered here.")]
        public static partial void NotUnderstood(ILogger logger, string what);

        [LoggerMessage(LogLevel.Warning, "Slack holds back events of the workspace {Team}: there are more than 30,000 in an hour.")]
        public static partial void Limited(ILogger logger, string? team);
    }
}
