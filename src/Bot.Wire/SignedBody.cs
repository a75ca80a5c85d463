using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Bot.Wire;

/// <summary>A request as bytes, taken in only when the platform signed it, not long ago. Nothing is parsed before, and nothing is read beyond what the platform sends.</summary>
public sealed partial class SignedBody<TSignature>(TSignature signature, TimeProvider time, ILogger<TSignature> logger)
    where TSignature : class, ISignature
{
    /// <summary>Null where the request is refused or is answered already; its response then has the status.</summary>
    public async ValueTask<Signed<T>?> Read<T>(HttpContext context, BodyReader<T> read)
        where T : class
    {
        var request = context.Request;
        if (await BodyBytes.Read(request.BodyReader, request.ContentLength, signature.Largest, context.RequestAborted) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        try
        {
            var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
            if (signature.IsProbe(bytes))
            {
                return null;
            }

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
        var (signed, timestamp) = (Only(headers[signature.Header]), Only(headers[signature.TimestampHeader]));
        if (!signature.Holds(signed, timestamp, body))
        {
            Log.NotGenuine(logger, signature.Platform);
            return false;
        }

        if (!SignedTime.IsOfNow(timestamp, time))
        {
            Log.NotOfNow(logger, signature.Platform, timestamp);
            return false;
        }

        return true;
    }

    /// <summary>Null for a header that is missing, or there twice.</summary>
    private static string? Only(StringValues values) => values.Count == 1 ? values[0] : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A request that came in for {Platform} was not signed by it, and was refused.")]
        public static partial void NotGenuine(ILogger logger, string platform);

        [LoggerMessage(
            LogLevel.Debug,
            "A request that {Platform} signed at {Timestamp} (Unix seconds) is more than five minutes from this machine's clock, and was refused."
        )]
        public static partial void NotOfNow(ILogger logger, string platform, string? timestamp);
    }
}

/// <summary>How a platform signs its requests.</summary>
public interface ISignature
{
    /// <summary>What it is called.</summary>
    string Platform { get; }

    /// <summary>The header with the signature.</summary>
    string Header { get; }

    /// <summary>The header that says when it was signed, in Unix seconds.</summary>
    string TimestampHeader { get; }

    /// <summary>How many bytes a body may have.</summary>
    int Largest { get; }

    /// <summary>Whether the platform only looks who is there, and signs nothing for that.</summary>
    bool IsProbe(ReadOnlySpan<byte> body) => false;

    /// <param name="signature">The header; null where it is missing, or there twice.</param>
    /// <param name="timestamp">The same of the other.</param>
    bool Holds(string? signature, string? timestamp, ReadOnlySpan<byte> body);
}

/// <summary>Reads what was signed; null for what it does not know.</summary>
public delegate T? BodyReader<T>(ReadOnlySpan<byte> body);

/// <summary>What a platform signed.</summary>
/// <param name="Value">Null where it is not understood.</param>
public readonly record struct Signed<T>(T? Value)
    where T : class;
