using System.Text.Json.Nodes;

namespace Bot.Testing.Slack;

/// <content>An app as a manifest makes it (<see href="https://docs.slack.dev/reference/app-manifest"/>).</content>
public sealed partial record SlackApp
{
    /// <exception cref="ArgumentException">Slack would not take it, or the app could not do what it is made for.</exception>
    public static SlackApp Of(string manifest)
    {
        var read = JsonNode.Parse(manifest)!;
        var (features, settings) = (read["features"]!, read["settings"]!);
        var commands = features["slash_commands"]!.AsArray();
        var isSocketMode = (bool)settings["socket_mode_enabled"]!;
        Check(read, commands, isSocketMode);
        return new SlackApp
        {
            IsSocketMode = isSocketMode,
            Commands = [.. commands.Select(command => (string)command!["command"]!)],
            Shortcuts = [.. (features["shortcuts"] as JsonArray ?? []).Select(each => (string)each!["callback_id"]!)],
            Events = [.. Texts(settings["event_subscriptions"]!["bot_events"])],
            Scopes = [.. Texts(read["oauth_config"]!["scopes"]!["bot"])],
            RedirectUrls = [.. Texts(read["oauth_config"]!["redirect_urls"])],
            HasHomeTab = (bool?)features["app_home"]?["home_tab_enabled"] == true,
            RotatesTokens = (bool?)settings["token_rotation_enabled"] == true,
            CommandsPath = Path(commands[0]!["url"]) ?? Usual.CommandsPath,
            EventsPath = Path(settings["event_subscriptions"]!["request_url"]) ?? Usual.EventsPath,
            InteractionsPath = Path(settings["interactivity"]!["request_url"]) ?? Usual.InteractionsPath,
            OptionsPath = Path(settings["interactivity"]!["message_menu_options_url"]) ?? Usual.OptionsPath,
        };
    }

    private static SlackApp Usual { get; } = new();

    private static void Check(JsonNode manifest, JsonArray commands, bool isSocketMode)
    {
        var addresses = manifest
            .ToJsonString()
            .Split('"')
            .Count(text => text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal));
        var problem =
            commands.Any(command => command!["should_escape"]?.ToJsonString() != "true")
                ? "People and channels could not be told from words."
            : (bool?)manifest["settings"]!["interactivity"]!["is_enabled"] != true ? "Nothing could be pressed."
            : (bool?)manifest["features"]!["app_home"]!["messages_tab_read_only_enabled"] != false ? "Nobody could write to it."
            : isSocketMode && addresses > Texts(manifest["oauth_config"]!["redirect_urls"]).Count()
                ? "With Socket Mode no address is named."
            : !isSocketMode && addresses < 4 ? "Without Socket Mode the addresses are needed."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(manifest));
        }
    }

    private static string? Path(JsonNode? address) => address is null ? null : new Uri((string)address!).AbsolutePath;

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(each => (string)each!);
}
