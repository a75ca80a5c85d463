using System.Buffers;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.Api;

/// <summary>Reads a JSON body as text, and no more of it than is wanted.</summary>
internal static class RequestBody
{
    public const int Largest = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RefusedException">It is of another type, too large, or not UTF-8.</exception>
    public static async Task<string> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!IsJson(request))
        {
            throw new RefusedException(
                "Send JSON, and say so: `Content-Type: application/json`.",
                StatusCodes.Status415UnsupportedMediaType
            );
        }

        if (request.ContentLength > Largest)
        {
            throw TooLarge();
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Largest + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(
                buffer.AsMemory(0, Largest + 1),
                Largest + 1,
                throwOnEndOfStream: false,
                cancellation
            );
            return length > Largest ? throw TooLarge() : Strict.GetString(buffer.AsSpan(0, length)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException("The body is not UTF-8: send it as UTF-8 text.");
        }
        finally
        {
            // A question is nobody else's business.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (
            type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
        )
        && (
            !type.Charset.HasValue
            || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        );

    private static RefusedException TooLarge() =>
        new($"The body is larger than {Largest / 1024} KB: send one question at a time.", StatusCodes.Status413PayloadTooLarge);
}
