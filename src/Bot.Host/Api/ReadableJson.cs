using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Host.Api;

/// <summary>How all our JSON is written. Arabic stays Arabic and a quotation mark such: what reads this reads JSON, not a page.</summary>
internal static class ReadableJson
{
    /// <summary>New ones each time: options belong to the one context they are given to.</summary>
    public static JsonSerializerOptions Options() =>
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}
