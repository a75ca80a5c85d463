using System.Text.Json.Nodes;
using Bot.Testing.Node;
using Bot.Testing.Slack.Telling;

namespace Bot.Testing.Slack;

/// <summary>What goes to and fro, each with the type that Slack's own packages give it.</summary>
public static class SlackTypes
{
    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["apps.connections.open"] = "AppsConnectionsOpenArguments",
        ["auth.revoke"] = "AuthRevokeArguments",
        ["auth.test"] = "AuthTestArguments",
        ["chat.delete"] = "ChatDeleteArguments",
        ["chat.getPermalink"] = "ChatGetPermalinkArguments",
        ["chat.postEphemeral"] = "ChatPostEphemeralArguments",
        ["chat.postMessage"] = "ChatPostMessageArguments",
        ["chat.update"] = "ChatUpdateArguments",
        ["conversations.history"] = "ConversationsHistoryArguments",
        ["conversations.info"] = "ConversationsInfoArguments",
        ["conversations.list"] = "ConversationsListArguments",
        ["conversations.members"] = "ConversationsMembersArguments",
        ["conversations.open"] = "ConversationsOpenArguments",
        ["conversations.replies"] = "ConversationsRepliesArguments",
        ["files.completeUploadExternal"] = "FilesCompleteUploadExternalArguments",
        ["files.getUploadURLExternal"] = "FilesGetUploadURLExternalArguments",
        ["oauth.v2.access"] = "OAuthV2AccessArguments",
        ["usergroups.list"] = "UsergroupsListArguments",
        ["usergroups.users.list"] = "UsergroupsUsersListArguments",
        ["users.info"] = "UsersInfoArguments",
        ["views.open"] = "ViewsOpenArguments",
        ["views.publish"] = "ViewsPublishArguments",
        ["views.push"] = "ViewsPushArguments",
        ["views.update"] = "ViewsUpdateArguments",
    };

    private static readonly Dictionary<string, string> Told = new(StringComparer.Ordinal)
    {
        ["block_actions"] = "bolt.BlockAction",
        ["block_suggestion"] = "bolt.BlockSuggestion",
        ["message_action"] = "bolt.MessageShortcut",
        ["shortcut"] = "bolt.GlobalShortcut",
        ["view_closed"] = "bolt.ViewClosedAction",
        ["view_submission"] = "bolt.ViewSubmitAction",
        ["app_home_opened"] = "bolt.EnvelopedEvent<types.AppHomeOpenedEvent>",
        ["app_mention"] = "bolt.EnvelopedEvent<types.AppMentionEvent>",
        ["app_uninstalled"] = "bolt.EnvelopedEvent<types.AppUninstalledEvent>",
        ["member_joined_channel"] = "bolt.EnvelopedEvent<types.MemberJoinedChannelEvent>",
        ["member_left_channel"] = "bolt.EnvelopedEvent<types.MemberLeftChannelEvent>",
        ["message"] = "bolt.EnvelopedEvent<Omit<types.GenericMessageEvent, 'subtype'>>",
        ["tokens_revoked"] = "bolt.EnvelopedEvent<types.TokensRevokedEvent>",
    };

    /// <summary>Checks against <c>@slack/types</c>, <c>@slack/web-api</c> and <c>@slack/bolt</c>.</summary>
    public static TypedPayloads Payloads() => new(("types", "@slack/types"), ("api", "@slack/web-api"), ("bolt", "@slack/bolt"));

    /// <summary>A call as it came: its arguments, and its blocks by themselves, since a type of arguments takes blocks of any kind.</summary>
    public static void Add(this TypedPayloads payloads, SlackCall call)
    {
        if (Methods.TryGetValue(call.Method, out var type))
        {
            // The app's id and secret stand in a header where they are not among the arguments.
            var isById = call.Authorization?.StartsWith("Basic ", StringComparison.Ordinal) == true;
            payloads.Add(call.Method, isById ? $"Omit<api.{type}, 'client_id' | 'client_secret'>" : $"api.{type}", Text(call.Arguments));
            payloads.AddBlocks(call.Method, call.Arguments);
        }
        else if (call.Json is { } said)
        {
            payloads.AddAnswer(call.Method, said);
        }
    }

    /// <summary>An answer to a command or a button.</summary>
    public static void AddAnswer(this TypedPayloads payloads, string name, JsonObject said)
    {
        payloads.Add(name, "bolt.RespondArguments", Text(said));
        payloads.AddBlocks(name, said);
    }

    /// <summary>What an app was told, and what it said with its acknowledgement.</summary>
    public static void Add(this TypedPayloads payloads, SlackTold told)
    {
        payloads.Add(told.Name, Type(told), Text(told.Payload));
        switch (told.Name, (told.Ack as SlackAck.Taken)?.Body)
        {
            case (_, null or { Count: 0 }):
                break;
            case ("view_submission", var said):
                payloads.Add(told.Name, "bolt.ViewResponseAction", Text(said));
                payloads.AddBlocks(told.Name, said);
                break;
            case ("block_suggestion", var said):
                payloads.Add(
                    told.Name,
                    said.ContainsKey("options") ? "bolt.BlockOptions" : "bolt.OptionGroups<bolt.BlockOptions>",
                    Text(said)
                );
                break;
            case var (name, said):
                payloads.AddAnswer(name, said);
                break;
        }
    }

    /// <summary>What is pressed in a window has no address to answer at, which the type asks for.</summary>
    private static string Type(SlackTold told) =>
        told.Kind == SlackTold.Command ? "bolt.SlashCommand"
        : told is { Name: "block_actions", View: not null } ? $"Omit<{Told[told.Name]}, 'response_url'>"
        : Told[told.Name];

    private static void AddBlocks(this TypedPayloads payloads, string name, JsonObject said)
    {
        if ((said["view"]?["blocks"] ?? said["blocks"]) is JsonArray blocks)
        {
            payloads.Add($"blocks of {name}", "types.KnownBlock[]", blocks.ToJsonString());
        }

        if (said["view"] is JsonObject view)
        {
            payloads.Add($"view of {name}", view["type"]!.ToString() == "home" ? "types.HomeView" : "types.ModalView", view.ToJsonString());
        }
    }

    /// <summary>Without an enterprise that there is none of, which the types know as missing only; and with the name that they give to what Slack's page calls <c>alt_txt</c>.</summary>
    private static string Text(JsonObject said)
    {
        var told = new JsonObject();
        foreach (
            var (name, value) in said.Where(each => each.Value is not null || !each.Key.Contains("enterprise", StringComparison.Ordinal))
        )
        {
            told[name == "alt_txt" ? "alt_text" : name] = value?.DeepClone();
        }

        return told.ToJsonString();
    }
}
