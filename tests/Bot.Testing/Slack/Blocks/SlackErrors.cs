using System.Text.Json.Nodes;
using Bot.Testing.Shapes;

namespace Bot.Testing.Slack.Blocks;

/// <summary>What is wrong with arguments, as Slack tells it: a line each, with a pointer to the place, and one code for all.</summary>
internal sealed class SlackErrors : ShapeErrors
{
    private readonly List<string> messages = [];
    private string? code;

    public SlackReply Reply()
    {
        var refused = SlackReply.Error(code ?? "invalid_arguments");
        refused.Json!["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(line => (JsonNode)line)]) };
        return refused;
    }

    /// <summary>Refused by a code of its own.</summary>
    public void Refuse(string by, string path, string message)
    {
        code ??= by;
        Add(path, by, message);
    }

    protected override void Tell(string path, string code, string message)
    {
        this.code ??= path.StartsWith("blocks.", StringComparison.Ordinal) || path == "blocks" ? "invalid_blocks" : null;
        messages.Add($"[ERROR] {message} [json-pointer:/{path.Replace('.', '/')}]");
    }
}
