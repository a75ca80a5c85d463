using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Host.Tests.Hosting;

/// <summary>Speaks to the HTTP API as a caller does.</summary>
internal static class Door
{
    public static async Task<Said> Ask(this HttpClient client, string question, CancellationToken cancellation) =>
        await client.Post(JsonSerializer.Serialize(new { question }), cancellation);

    public static async Task<Said> Post(
        this HttpClient client,
        string body,
        CancellationToken cancellation,
        string? type = "application/json"
    )
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return await client.Post(content, cancellation);
    }

    public static async Task<Said> Post(this HttpClient client, HttpContent content, CancellationToken cancellation)
    {
        using var response = await client.PostAsync(new Uri("/api/ask", UriKind.Relative), content, cancellation);
        return new Said((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!);
    }

    public static async Task<Said> Get(this HttpClient client, string path, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return new Said((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!);
    }

    public static async Task<int> Status(this HttpClient client, string path, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return (int)response.StatusCode;
    }
}

internal sealed record Said(int Status, JsonNode Body)
{
    public string Text(string key) => Body[key]!.GetValue<string>();

    public string Error => Text("error");
}
