using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>
/// <c>POST /discord/interactions</c>: bytes in, verified, answered in place. What is not signed by Discord gets 401, whatever is wrong with it; Discord sends such
/// requests itself to see that, so they are no reason for alarm.
/// </summary>
internal sealed partial class InteractionEndpoint(
    SignedBody<RequestSignature> signed,
    InteractionAnswers answers,
    ILogger<InteractionEndpoint> logger,
    Afterwards? afterwards = null
)
{
    public async Task Answer(HttpContext context)
    {
        if (await signed.Read(context, DiscordJson.Read) is not { Value: var interaction })
        {
            return;
        }

        if (interaction is null || await answers.Answer(interaction) is not { } answer)
        {
            Log.NotUnderstood(logger, interaction?.Type);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (answer.Then is not null && afterwards is not null)
        {
            if (await afterwards.Acknowledge(interaction, answer, CancellationToken.None) is not { } failure)
            {
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
            }

            answer = Handled.Notice(failure.Sentence);
        }

        var response = DiscordJson.Write(answer.First);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = response.Length;
        await context.Response.Body.WriteAsync(response, context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord sent an interaction of type {Type}, which is not answered here.")]
        public static partial void NotUnderstood(ILogger logger, int? type);
    }
}
