using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Testing.Slack;

/// <summary>A request that came, read as a whole.</summary>
public sealed record SlackCall
{
    private const int Largest = 25 * 1024 * 1024;

    public required DateTimeOffset At { get; init; }

    /// <summary>Of the API: <c>chat.postMessage</c>; else the first part of the path, as <c>commands</c> of an answer's URL.</summary>
    public required string Method { get; init; }
    public required string Verb { get; init; }
    public required string Path { get; init; }
    public required string? Authorization { get; init; }
    public required string ContentType { get; init; }
    public required bool HasQuery { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>The fields of a form, as text; empty where it is none.</summary>
    public IReadOnlyDictionary<string, string> Form { get; private init; } = new Dictionary<string, string>();

    /// <summary>The body, where it is JSON.</summary>
    public JsonObject? Json { get; private init; }

    internal IReadOnlyList<FormParts.Part> Parts { get; private init; } = [];

    /// <summary>What was said, each by the kind that its method gives it.</summary>
    public JsonObject Arguments { get; internal init; } = [];

    /// <summary>Whose token was shown, where it is one.</summary>
    public SlackInstallation? By { get; internal init; }

    /// <summary>An argument as text; null where it was not given.</summary>
    public string? this[string name] => Arguments[name] is JsonValue value ? value.ToString() : null;

    internal string? Token =>
        Authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true
            ? Authorization["Bearer ".Length..]
            : Form.GetValueOrDefault("token");

    internal static async Task<SlackCall> Read(HttpRequest request, string method, DateTimeOffset at)
    {
        using var read = new MemoryStream();
        await request.Body.CopyToAsync(read, request.HttpContext.RequestAborted);
        var call = new SlackCall
        {
            At = at,
            Method = method,
            Verb = request.Method,
            Path = request.Path,
            Authorization = request.Headers.Authorization.Count == 0 ? null : request.Headers.Authorization.ToString(),
            ContentType = request.ContentType ?? "",
            HasQuery = request.QueryString.HasValue,
            Bytes = read.Length > Largest ? [] : read.ToArray(),
        };
        read.Position = 0;
        return call.ContentType.Split(';')[0] switch
        {
            "application/x-www-form-urlencoded" => call with { Form = Fields(call.Bytes) },
            "application/json" => call with { Json = Parsed(call.Bytes) },
            "multipart/form-data" => call with { Parts = await FormParts.Read(call.ContentType, read, request.HttpContext.RequestAborted) },
            _ => call,
        };
    }

    private static Dictionary<string, string> Fields(byte[] bytes) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(bytes)).ToDictionary(each => each.Key, each => each.Value.ToString());

    private static JsonObject? Parsed(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
