using System.Text.Json.Nodes;

namespace Bot.Testing.Discord;

/// <summary>What the stand-in answers.</summary>
/// <param name="Body">Null for none.</param>
internal sealed record Reply(int Status, string? Body = null, string Type = "application/json")
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Discord's, of an error; else 0.</summary>
    public int Code => Status < 400 || Body is null ? 0 : (int?)JsonNode.Parse(Body)!["code"] ?? 0;

    public static Reply Done { get; } = new(204);

    public static Reply Json(JsonNode body, int status = 200) => new(status, body.ToJsonString());

    /// <param name="code">Discord's.</param>
    public static Reply Error(int status, int code, string message) =>
        Json(new JsonObject { ["message"] = message, ["code"] = code }, status);

    public static Reply UnknownChannel => Error(404, 10003, "Unknown Channel");
    public static Reply UnknownMessage => Error(404, 10008, "Unknown Message");
    public static Reply UnknownWebhook => Error(404, 10015, "Unknown Webhook");
    public static Reply UnknownInteraction => Error(404, 10062, "Unknown interaction");
}
