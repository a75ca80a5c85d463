using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Serving;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing.Discord;

/// <summary>A request that came, read as a whole.</summary>
public sealed record StandInCall
{
    private const int Largest = 25 * 1024 * 1024;

    public required DateTimeOffset At { get; init; }
    public required string Method { get; init; }

    /// <summary>As in the description of the API: <c>/channels/{channel_id}/messages</c>; empty for a path that there is not.</summary>
    public required string Template { get; init; }
    public required string Path { get; init; }
    public required IReadOnlyDictionary<string, string> Values { get; init; }
    public required IReadOnlyDictionary<string, string> Query { get; init; }
    public required string? Authorization { get; init; }
    public required string UserAgent { get; init; }

    /// <summary>Null where there was none, or none that could be read; see <see cref="Wrong"/>.</summary>
    public JsonNode? Body { get; private init; }
    public IReadOnlyList<SentFile> Files { get; private init; } = [];

    /// <summary>What is wrong with the body as bytes.</summary>
    public string? Wrong { get; private init; }

    public JsonObject Json => Body as JsonObject ?? [];

    public string this[string name] => Values[name];

    internal async Task<StandInCall> WithBody(HttpRequest request, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        await request.Body.CopyToAsync(read, cancellation);
        if (read.Length == 0)
        {
            return this;
        }

        if (read.Length > Largest)
        {
            return this with { Wrong = "larger than 25 MiB" };
        }

        read.Position = 0;
        return request.ContentType switch
        {
            "application/json" or "application/json; charset=utf-8" => WithJson(read.ToArray()),
            _ when request.HasFormContentType => await WithForm(request, read, cancellation),
            _ => this with { Wrong = $"of type '{request.ContentType}'" },
        };
    }

    private static bool IsFile(FormParts.Part part) =>
        part is { FileName.Length: > 0, Type: not null } && part.Name?.StartsWith("files[", StringComparison.Ordinal) == true;

    private StandInCall WithJson(byte[] bytes)
    {
        try
        {
            return this with { Body = JsonNode.Parse(bytes, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) };
        }
        catch (JsonException)
        {
            return this with { Wrong = "no JSON" };
        }
    }

    private async Task<StandInCall> WithForm(HttpRequest request, Stream body, CancellationToken cancellation)
    {
        var parts = await FormParts.Read(request.ContentType!, body, cancellation);
        // In any order: discord.js sends the files first, and their JSON without a type.
        var (files, others) = (parts.Where(IsFile).ToList(), parts.Where(part => !IsFile(part)).ToList());
        if (others is not [{ Name: "payload_json", Type: "application/json" or null, FileName: null } payload])
        {
            return this with { Wrong = "a form with other parts than 'payload_json', and files with name and type" };
        }

        if (files.Index().Any(each => each.Item.Name != $"files[{each.Index}]"))
        {
            return this with { Wrong = "a form whose files are not numbered from 0" };
        }

        return WithJson(payload.Bytes) with
        {
            Files = [.. files.Select(file => new SentFile(file.FileName!, file.Type!, file.Bytes))],
        };
    }
}

public sealed record SentFile(string Name, string Type, byte[] Bytes);
