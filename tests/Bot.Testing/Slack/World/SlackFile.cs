using System.Text.Json.Nodes;

namespace Bot.Testing.Slack;

/// <summary>A file that was uploaded.</summary>
public sealed record SlackFile(string Id, string Name, string Title, string? AltText, byte[] Bytes)
{
    /// <summary>As Slack tells it with the message that it is in.</summary>
    internal JsonObject Json(SlackMessage message)
    {
        var kind = Path.GetExtension(Name).TrimStart('.');
        return new JsonObject
        {
            ["id"] = Id,
            ["created"] = message.At.ToUnixTimeSeconds(),
            ["name"] = Name,
            ["title"] = Title,
            ["mimetype"] = kind == "png" ? "image/png" : "application/octet-stream",
            ["filetype"] = kind,
            ["pretty_type"] = kind.ToUpperInvariant(),
            ["user"] = message.Author,
            ["editable"] = false,
            ["size"] = Bytes.Length,
            ["mode"] = "hosted",
            ["is_external"] = false,
            ["external_type"] = "",
            ["is_public"] = true,
            ["public_url_shared"] = false,
            ["display_as_bot"] = false,
            ["username"] = "",
            ["permalink"] = $"https://files.slack.com/files/{Id}/{Name}",
            ["channels"] = new JsonArray(message.Channel),
            ["groups"] = new JsonArray(),
        };
    }
}
