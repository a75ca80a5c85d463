using System.Text.Json.Nodes;
using Bot.Core.Conversation;
using Bot.Slack.Installs;
using Bot.Slack.Manifest;

namespace Bot.Slack.Tests.Manifest;

/// <summary>The manifest names what the catalogue has, within Slack's limits (section "App manifest reference" of its documentation).</summary>
public sealed class SlackManifestTests
{
    private static readonly AppSetup Http = new("/dateline", "https://bot.example.org/");
    private static readonly AppSetup Sockets = new("/dateline", null) { Sockets = true };

    [Fact]
    public void One_command_stands_for_all_and_escapes_what_is_typed()
    {
        var command = Commands(Http).ShouldHaveSingleItem();

        ((string?)command["command"], (bool?)command["should_escape"]).ShouldBe(("/dateline", true));
        ((string?)command["usage_hint"]).ShouldBe("ask | story | why | report | digest | settings | privacy | help | fact");
    }

    [Fact]
    public void Short_names_are_every_first_word_of_the_catalogue_where_they_are_wanted()
    {
        var names = Commands(Http with { ShortNames = true, Command = "/news" }).Select(command => (string)command["command"]!).ToList();

        names.ShouldBe(["/news", .. Catalogue.All.Select(entry => $"/{entry.Path.Split(' ')[0]}").Distinct()]);
    }

    [Fact]
    public void Over_http_every_address_is_this_services_and_with_sockets_none_is_named()
    {
        var addresses = Texts(Of(Http)).Where(text => text.StartsWith("https://", StringComparison.Ordinal)).Distinct().Order();
        addresses.ShouldBe([
            "https://bot.example.org/slack/commands",
            "https://bot.example.org/slack/events",
            "https://bot.example.org/slack/interactions",
        ]);

        SlackManifest.Write(Sockets).ShouldNotContain("url");
        ((bool?)Of(Sockets)["settings"]!["socket_mode_enabled"]).ShouldBe(true);
        ((bool?)Of(Http)["settings"]!["socket_mode_enabled"]).ShouldBe(false);
    }

    [Fact]
    public void Where_workspaces_install_it_by_themselves_slack_is_told_where_to_lead_them_back()
    {
        Of(Http)["oauth_config"]!["redirect_urls"].ShouldBeNull();
        Of(Sockets with { BaseUrl = "https://bot.example.org", Distributed = true })["oauth_config"]!["redirect_urls"]!
            .ToJsonString()
            .ShouldBe("[\"https://bot.example.org/slack/oauth\"]");
    }

    [Fact]
    public void It_asks_for_the_scopes_and_lets_people_write_to_the_bot()
    {
        var app = Of(Http);
        app["oauth_config"]!["scopes"]!["bot"]!
            .AsArray()
            .Select(scope => (string)scope!)
            .ShouldBe(SlackScopes.Bot.Select(scope => scope.Name));
        var home = app["features"]!["app_home"]!;
        ((bool?)home["messages_tab_enabled"], (bool?)home["messages_tab_read_only_enabled"]).ShouldBe((true, false));
        app["settings"]!["event_subscriptions"]!["bot_events"]!
            .AsArray()
            .Select(each => (string)each!)
            .ShouldBe(["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"]);
    }

    [Fact]
    public void All_of_it_is_within_slacks_limits()
    {
        foreach (var setup in new[] { Http with { ShortNames = true, Distributed = true }, Sockets })
        {
            var app = Of(setup);
            ((string)app["display_information"]!["description"]!).Length.ShouldBeLessThanOrEqualTo(140);
            foreach (var command in Commands(setup))
            {
                ((string)command["command"]!).Length.ShouldBeLessThanOrEqualTo(32);
                ((string)command["description"]!).Length.ShouldBeLessThanOrEqualTo(2_000);
                ((string?)command["usage_hint"] ?? "").Length.ShouldBeLessThanOrEqualTo(1_000);
            }

            var shortcuts = app["features"]!["shortcuts"]!.AsArray();
            shortcuts.Count(each => (string)each!["type"]! == "message").ShouldBeLessThanOrEqualTo(5);
            shortcuts.Select(each => (string)each!["callback_id"]!).ShouldBeUnique();
            foreach (var shortcut in shortcuts)
            {
                ((string)shortcut!["name"]!).Length.ShouldBeLessThanOrEqualTo(24);
                ((string)shortcut["description"]!).Length.ShouldBeLessThanOrEqualTo(150);
            }
        }
    }

    private static JsonObject Of(AppSetup setup) => JsonNode.Parse(SlackManifest.Write(setup))!.AsObject();

    private static List<JsonNode> Commands(AppSetup setup) =>
        [.. Of(setup)["features"]!["slash_commands"]!.AsArray().Select(each => each!)];

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject tree => tree.SelectMany(each => Texts(each.Value)),
            JsonArray list => list.SelectMany(Texts),
            JsonValue value when value.TryGetValue(out string? text) => [text],
            _ => [],
        };
}
