using System.Buffers;
using System.IO.Pipelines;
using Bot.Discord.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Bot.Discord.Interactions;

/// <summary>
/// <c>POST /discord/interactions</c>: bytes in, verified, answered in place. What is not signed by Discord gets 401, whatever is wrong with it; Discord sends such
/// requests itself to see that, so they are no reason for alarm.
/// </summary>
internal sealed partial class InteractionEndpoint(
    RequestSignature signature,
    InteractionAnswers answers,
    ILogger<InteractionEndpoint> logger,
    Afterwards? afterwards = null
)
{
    /// <summary>An interaction with a long message and what it names takes some ten thousand bytes.</summary>
    private const int LargestBody = 256 * 1024;

    public async Task Answer(HttpContext context)
    {
        var request = context.Request;
        var read = await Read(request.BodyReader, request.ContentLength, context.RequestAborted);
        if (read is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var interaction = default(Interaction);
        var genuine = false;
        try
        {
            genuine = Holds(request.Headers, body);
            interaction = genuine ? Parsed(body) : null;
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }

        if (!genuine)
        {
            Log.NotGenuine(logger);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (interaction is not null && answers.Answer(interaction) is { } answer)
        {
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
        else
        {
            Log.NotUnderstood(logger, interaction?.Type);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private bool Holds(IHeaderDictionary headers, ReadOnlySequence<byte> body) =>
        Only(headers[RequestSignature.SignatureHeader]) is { } signed
        && Only(headers[RequestSignature.TimestampHeader]) is { } timestamp
        && (body.IsSingleSegment ? signature.Holds(signed, timestamp, body.FirstSpan) : signature.Holds(signed, timestamp, body.ToArray()));

    private static Interaction? Parsed(ReadOnlySequence<byte> body) =>
        DiscordJson.Read(body.IsSingleSegment ? body.FirstSpan : body.ToArray());

    /// <summary>The whole body, still in the reader's hands; null when it is too large.</summary>
    private static async ValueTask<ReadOnlySequence<byte>?> Read(PipeReader reader, long? announced, CancellationToken cancellation)
    {
        if (announced > LargestBody)
        {
            return null;
        }

        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            if (result.Buffer.Length > LargestBody)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                return result.Buffer;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Null for a header that is missing, or there twice.</summary>
    private static string? Only(StringValues values) => values.Count == 1 ? values[0] : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A request to Discord's endpoint was not signed by Discord, and was refused.")]
        public static partial void NotGenuine(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "Discord sent an interaction of type {Type}, which is not answered here.")]
        public static partial void NotUnderstood(ILogger logger, int? type);
    }
}
