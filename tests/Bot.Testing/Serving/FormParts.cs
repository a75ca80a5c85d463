using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bot.Testing.Serving;

/// <summary>A form in parts, read strictly: the names stand in quotation marks.</summary>
internal static class FormParts
{
    public static async Task<Part[]> Read(string contentType, Stream body, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return [];
        }

        var parts = new List<Part>();
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes, cancellation);
            var disposition = section.ContentDisposition ?? "";
            parts.Add(new Part(Quoted(disposition, "; name="), Quoted(disposition, "; filename="), section.ContentType, bytes.ToArray()));
        }

        return [.. parts];
    }

    internal sealed record Part(string? Name, string? FileName, string? Type, byte[] Bytes);

    private static string? Quoted(string disposition, string before)
    {
        var at = disposition.IndexOf($"{before}\"", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var text = disposition[(at + before.Length + 1)..];
        return text.IndexOf('"', StringComparison.Ordinal) is var end and >= 0 ? text[..end] : null;
    }
}
