using System.Text.Json.Nodes;

namespace Bot.Testing.Slack;

/// <summary>A modal, or somebody's Home tab.</summary>
public sealed class SlackView(string id, string team, string user)
{
    public string Id => id;
    public string Team => team;

    /// <summary>Who sees it.</summary>
    public string User => user;

    /// <summary>As it was sent last.</summary>
    public JsonObject Shown { get; private set; } = [];

    /// <summary>Changes with each update.</summary>
    public string Hash { get; private set; } = "";
    public bool IsClosed { get; internal set; }

    /// <summary>The view below it; null where it is the first.</summary>
    public SlackView? Below { get; internal init; }
    internal SlackView Root => Below?.Root ?? this;
    public string CallbackId => (string?)Shown["callback_id"] ?? "";
    public JsonArray Blocks => Shown["blocks"] as JsonArray ?? [];

    internal void Show(JsonObject view, string hash) => (Shown, Hash) = (view.DeepClone().AsObject(), hash);

    /// <summary>As Slack tells it.</summary>
    /// <param name="values">By block and action: what was filled in.</param>
    internal JsonObject Json(SlackApp app, JsonObject? values = null)
    {
        var told = Shown.DeepClone().AsObject();
        foreach (
            var (name, usual) in ((string, JsonNode?)[])
                [
                    ("private_metadata", ""),
                    ("callback_id", ""),
                    ("external_id", ""),
                    ("close", null),
                    ("submit", null),
                    ("clear_on_close", false),
                    ("notify_on_close", false),
                ]
        )
        {
            told[name] ??= usual;
        }

        told["id"] = id;
        told["team_id"] = team;
        told["app_id"] = app.Id;
        told["app_installed_team_id"] = team;
        told["bot_id"] = SlackWorld.BotId(team);
        told["hash"] = Hash;
        told["root_view_id"] = Root.Id;
        told["previous_view_id"] = Below?.Id;
        told["state"] = new JsonObject { ["values"] = values?.DeepClone() ?? new JsonObject() };
        return told;
    }
}
