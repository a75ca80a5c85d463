using System.Buffers;
using Bot.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Bot.Discord.Interactions;

/// <summary>A request as bytes, taken in only when Discord signed it. Nothing is parsed before, and nothing is read beyond what Discord sends.</summary>
internal sealed partial class SignedBody(RequestSignature signature, TimeProvider time, ILogger<SignedBody> logger)
{
    /// <summary>An interaction with a long message and what it names takes some ten thousand bytes.</summary>
    private const int Largest = 256 * 1024;

    /// <summary>Null where the request is refused; its response then has the status.</summary>
    public async ValueTask<Signed<T>?> Read<T>(HttpContext context, SignedReader<T> read)
        where T : class
    {
        var request = context.Request;
        if (await BodyBytes.Read(request.BodyReader, request.ContentLength, Largest, context.RequestAborted) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        try
        {
            var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
            if (IsGenuine(request.Headers, bytes))
            {
                return new Signed<T>(read(bytes));
            }

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return null;
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private bool IsGenuine(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var (signed, timestamp) = (Only(headers[RequestSignature.SignatureHeader]), Only(headers[RequestSignature.TimestampHeader]));
        if (!signature.Holds(signed, timestamp, body))
        {
            Log.NotGenuine(logger);
            return false;
        }

        if (!SignedTime.IsOfNow(timestamp, time))
        {
            Log.NotOfNow(logger, timestamp);
            return false;
        }

        return true;
    }

    /// <summary>Null for a header that is missing, or there twice.</summary>
    private static string? Only(StringValues values) => values.Count == 1 ? values[0] : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A request to Discord's endpoint was not signed by Discord, and was refused.")]
        public static partial void NotGenuine(ILogger logger);

        [LoggerMessage(
            LogLevel.Debug,
            "A request that Discord signed at {Timestamp} (Unix seconds) is more than five minutes from this machine's clock, and was refused."
        )]
        public static partial void NotOfNow(ILogger logger, string? timestamp);
    }
}

/// <summary>Reads what was signed; null for what it does not know.</summary>
internal delegate T? SignedReader<T>(ReadOnlySpan<byte> body);

/// <summary>What Discord signed.</summary>
/// <param name="Value">Null where it is not understood.</param>
internal readonly record struct Signed<T>(T? Value)
    where T : class;
