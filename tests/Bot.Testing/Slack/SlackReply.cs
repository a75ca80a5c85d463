using System.Text.Json.Nodes;

namespace Bot.Testing.Slack;

/// <summary>What the stand-in answers: with 200 also where it refuses.</summary>
/// <param name="Text">Where it is no JSON.</param>
internal sealed record SlackReply(int Status, JsonObject? Json, string? Text = null)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The code of a refusal; null where it was done.</summary>
    public string? Code => (string?)Json?["error"];

    /// <param name="told">Beside <c>ok</c>.</param>
    public static SlackReply Ok(JsonObject? told = null)
    {
        var body = told ?? [];
        body.Insert(0, "ok", true);
        return new SlackReply(200, body);
    }

    public static SlackReply Error(string code) => new(200, new JsonObject { ["ok"] = false, ["error"] = code });
}
