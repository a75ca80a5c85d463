using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Core.Conversation;
using Bot.Slack.Installs;

namespace Bot.Slack.Manifest;

/// <summary>How the app is set up at Slack.</summary>
/// <param name="Command">The one command under which everything is a word, with its slash.</param>
/// <param name="BaseUrl">Where the world reaches this service; null where Slack sends by sockets and nobody installs it by himself.</param>
public sealed record AppSetup(string Command, string? BaseUrl)
{
    /// <summary>Slack sends by sockets.</summary>
    public bool Sockets { get; init; }

    /// <summary>Other workspaces install it by themselves.</summary>
    public bool Distributed { get; init; }

    /// <summary>Each first word is a command of its own, too.</summary>
    public bool ShortNames { get; init; }
}

/// <summary>
/// The app as Slack takes it in (<see href="https://docs.slack.dev/reference/app-manifest"/>), made from the one <see cref="Catalogue"/>: paste it under "Create New App",
/// "From a manifest".
/// </summary>
public static class SlackManifest
{
    private const string Name = "Dateline";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What happens in a workspace that the bot wants to be told of.</summary>
    private static readonly string[] Events = ["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"];

    /// <returns>JSON.</returns>
    public static string Write(AppSetup setup) => Of(setup).ToJsonString(Readable);

    private static JsonObject Of(AppSetup setup) =>
        new()
        {
            ["_metadata"] = new JsonObject { ["major_version"] = 2, ["minor_version"] = 1 },
            ["display_information"] = new JsonObject
            {
                ["name"] = Name,
                ["description"] = "Answers questions on a developing story, each with its speaker, status and source.",
                ["background_color"] = "#1f3a4d",
            },
            ["features"] = new JsonObject
            {
                ["app_home"] = new JsonObject
                {
                    ["home_tab_enabled"] = true,
                    ["messages_tab_enabled"] = true,
                    ["messages_tab_read_only_enabled"] = false,
                },
                ["bot_user"] = new JsonObject { ["display_name"] = "dateline", ["always_online"] = true },
                ["shortcuts"] = new JsonArray([.. SlackShortcuts.All.Select(Shortcut)]),
                ["slash_commands"] = new JsonArray([.. Commands(setup)]),
            },
            ["oauth_config"] = OAuth(setup),
            ["settings"] = Settings(setup),
        };

    private static JsonObject Shortcut(SlackShortcut shortcut) =>
        new()
        {
            ["name"] = shortcut.Name,
            ["type"] = shortcut.OfMessage ? "message" : "global",
            ["callback_id"] = shortcut.Id,
            ["description"] = shortcut.Command.Summary,
        };

    private static IEnumerable<JsonNode> Commands(AppSetup setup)
    {
        var words = Catalogue.All.GroupBy(entry => entry.Path.Split(' ')[0], StringComparer.Ordinal).ToList();
        yield return Command(
            setup,
            setup.Command,
            "ask about the story, and all that goes with it",
            string.Join(" | ", words.Select(word => word.Key))
        );
        foreach (var word in setup.ShortNames ? words : [])
        {
            var first = word.First();
            yield return Command(
                setup,
                $"/{word.Key}",
                first.Path == word.Key ? first.Summary : Catalogue.Groups[word.Key],
                first.Path == word.Key
                    ? string.Join(' ', first.Options.Select(option => option.Rest ? $"[{option.Name}]" : $"[{option.Name}:…]"))
                    : string.Join(" | ", word.Select(entry => entry.Path[(word.Key.Length + 1)..]))
            );
        }
    }

    private static JsonObject Command(AppSetup setup, string name, string description, string hint)
    {
        var command = new JsonObject
        {
            ["command"] = name,
            ["description"] = description,
            ["should_escape"] = true,
        };
        if (hint.Length > 0)
        {
            command["usage_hint"] = hint;
        }

        if (Url(setup, SlackPaths.Commands) is { } url)
        {
            command["url"] = url;
        }

        return command;
    }

    private static JsonObject OAuth(AppSetup setup)
    {
        var oauth = new JsonObject
        {
            ["scopes"] = new JsonObject { ["bot"] = new JsonArray([.. SlackScopes.Bot.Select(scope => (JsonNode)scope.Name)]) },
        };
        if (setup is { Distributed: true, BaseUrl: { } at })
        {
            oauth["redirect_urls"] = new JsonArray(at.TrimEnd('/') + SlackInstalls.Back);
        }

        return oauth;
    }

    private static JsonObject Settings(AppSetup setup)
    {
        var events = new JsonObject { ["bot_events"] = new JsonArray([.. Events.Select(each => (JsonNode)each)]) };
        var interactivity = new JsonObject { ["is_enabled"] = true };
        if (Url(setup, SlackPaths.Events) is { } url)
        {
            events["request_url"] = url;
            interactivity["request_url"] = Url(setup, SlackPaths.Interactions);
            interactivity["message_menu_options_url"] = Url(setup, SlackPaths.Interactions);
        }

        return new JsonObject
        {
            ["event_subscriptions"] = events,
            ["interactivity"] = interactivity,
            ["org_deploy_enabled"] = false,
            ["socket_mode_enabled"] = setup.Sockets,
            ["token_rotation_enabled"] = false,
        };
    }

    /// <summary>With sockets no address is named.</summary>
    private static string? Url(AppSetup setup, string path) => setup is { Sockets: false, BaseUrl: { } at } ? at.TrimEnd('/') + path : null;
}
