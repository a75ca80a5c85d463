using System.Collections.Frozen;
using static Bot.Slack.Api.ErrorClass;

namespace Bot.Slack.Api;

/// <summary>Slack's errors that something here turns on or has a word for (<see href="https://docs.slack.dev/reference/methods"/>, each method's list).</summary>
internal static class ErrorTable
{
    private static readonly FrozenDictionary<string, (ErrorClass Class, string? Sentence)> Known = new (
        string Code,
        ErrorClass Class,
        string? Sentence
    )[]
    {
        ("invalid_auth", TokenDead, null),
        ("not_authed", TokenDead, null),
        ("account_inactive", TokenDead, null),
        ("token_revoked", TokenDead, null),
        ("token_expired", TokenDead, null),
        (
            "org_login_required",
            TokenDead,
            "The workspace has moved to an Enterprise organisation: install the app again when that is done."
        ),
        ("team_access_not_granted", TokenDead, "The organisation has not given the app to this workspace: its admins can."),
        ("user_removed_from_team", TokenDead, null),
        ("team_disabled", TokenDead, "The workspace is switched off: there is nobody to speak to."),
        ("missing_scope", Setup, null),
        ("not_allowed_token_type", Setup, null),
        ("no_permission", Setup, "The bot's token may not do this: install the app again, so that it gets all the scopes it asks for."),
        ("method_deprecated", Setup, "Slack has given up this method: a newer Dateline is needed."),
        ("deprecated_endpoint", Setup, "Slack has given up this method: a newer Dateline is needed."),
        ("accesslimited", Setup, "Slack limits the app in this workspace: its admins can approve it, under Manage apps."),
        ("access_denied", Setup, "The workspace does not let the app do this: its admins can approve it, under Manage apps."),
        ("enterprise_is_restricted", Setup, "The organisation does not let the app do this: its admins can."),
        (
            "two_factor_setup_required",
            Setup,
            "The workspace asks for two-factor authentication: whoever installed the app has to set it up."
        ),
        ("bad_client_secret", Setup, "`Slack:ClientSecret` is not the app's: copy it from the app's page, under Basic Information."),
        ("invalid_client_id", Setup, "`Slack:ClientId` is no app's: copy it from the app's page, under Basic Information."),
        (
            "bad_redirect_uri",
            Setup,
            "The address to come back to is not the app's: add it on the app's page, under OAuth & Permissions, Redirect URLs."
        ),
        (
            "oauth_authorization_url_mismatch",
            Setup,
            "The installation was begun at another address than it came back from: begin again at /slack/install."
        ),
        ("no_scopes", Setup, "The app asks for no scopes: make it from the manifest that `manifest slack` writes."),
        ("invalid_code", Other, "This installation was finished already, or took longer than ten minutes: begin again at /slack/install."),
        ("invalid_refresh_token", TokenDead, null),
        (
            "channel_not_found",
            Gone,
            "The bot cannot see this channel, or it is not there any more: invite the bot there, or choose another one."
        ),
        ("is_archived", Gone, "The channel is archived: choose another one, or unarchive it."),
        ("is_inactive", Gone, "The channel or person is not active any more: choose another one."),
        ("message_not_found", Gone, "The message is not there any more: somebody has deleted it."),
        ("thread_not_found", Gone, "The thread is not there any more: somebody has deleted it."),
        ("user_not_found", Gone, "Slack knows no such person here."),
        ("user_not_visible", Gone, "The bot cannot see this person: they belong to another workspace."),
        ("user_disabled", Gone, "This person's account is switched off."),
        ("no_such_subteam", Gone, "The user group is not there any more: choose another one in the settings."),
        ("not_in_channel", NotAllowed, "The bot is not in this channel: invite it there with /invite."),
        ("user_not_in_channel", NotAllowed, "This person is not in the channel."),
        (
            "messages_tab_disabled",
            NotAllowed,
            "The app takes no direct messages: switch on its Messages Tab on the app's page, under App Home."
        ),
        ("cannot_reply_to_message", NotAllowed, "Nobody can reply to this message: post in the channel instead."),
        ("cant_update_message", NotAllowed, "Only the bot's own messages can be changed."),
        ("cant_delete_message", NotAllowed, "Only the bot's own messages can be deleted."),
        ("edit_window_closed", NotAllowed, "The workspace does not let messages of this age be changed: post it anew."),
        ("ekm_access_denied", NotAllowed, "The organisation has locked this channel with its own keys: its admins can open it."),
        ("cannot_dm_bot", NotAllowed, "A bot takes no direct messages."),
        ("plan_upgrade_required", NotAllowed, "User groups are part of Slack's paid plans: name the moderators one by one instead."),
        ("not_enabled", Setup, "The app's Home Tab is switched off: switch it on on the app's page, under App Home."),
        ("expired_trigger_id", Other, "It took too long: Slack waits three seconds. Try again."),
        ("trigger_expired", Other, "It took too long: Slack waits three seconds. Try again."),
        ("exchanged_trigger_id", Other, "This has been answered already."),
        ("trigger_exchanged", Other, "This has been answered already."),
        ("hash_conflict", Other, "Somebody was faster: look again, and try once more."),
        ("push_limit_reached", Other, "Too many forms are open above one another: close one."),
        ("used_url", Other, "No more than five answers can follow a command: use it again."),
        ("expired_url", Other, "The time to answer here is over: it is 30 minutes after the command. Use the command again."),
        ("cannot_install_an_org_installed_app", Setup, "The organisation has this app already: its admins give it to workspaces."),
        ("invalid_blocks", OurFault, null),
        ("invalid_blocks_format", OurFault, null),
        ("msg_too_long", OurFault, null),
        ("msg_blocks_too_long", OurFault, null),
        ("no_text", OurFault, null),
        ("too_many_attachments", OurFault, null),
        ("invalid_arguments", OurFault, null),
        ("invalid_arg_name", OurFault, null),
        ("invalid_array_arg", OurFault, null),
        ("invalid_json", OurFault, null),
        ("json_not_object", OurFault, null),
        ("invalid_form_data", OurFault, null),
        ("invalid_charset", OurFault, null),
        ("invalid_post_type", OurFault, null),
        ("missing_post_type", OurFault, null),
        ("markdown_text_conflict", OurFault, null),
        ("invalid_attachments", OurFault, null),
        ("attachment_payload_limit_exceeded", OurFault, null),
        ("block_mismatch", OurFault, null),
        ("view_too_large", OurFault, null),
        ("duplicate_external_id", OurFault, null),
        ("invalid_trigger_id", OurFault, null),
        ("ratelimited", Quota, null),
        ("rate_limited", Quota, null),
        ("message_limit_exceeded", Quota, "The workspace has used up its messages: its plan lets more be sent."),
        ("internal_error", Unknown, null),
        ("fatal_error", Unknown, null),
        ("service_unavailable", Unknown, null),
        ("request_timeout", Unknown, null),
        ("team_added_to_org", Unknown, null),
    }.ToFrozenDictionary(error => error.Code, error => (error.Class, error.Sentence), StringComparer.Ordinal);

    public static ErrorClass Class(string code) =>
        Known.TryGetValue(code, out var error) ? error.Class
        : code.StartsWith("restricted_action", StringComparison.Ordinal) ? NotAllowed
        : code.StartsWith("slack_connect_", StringComparison.Ordinal) ? NotAllowed
        : code.StartsWith("metadata_", StringComparison.Ordinal) || code.StartsWith("invalid_metadata_", StringComparison.Ordinal)
            ? OurFault
        : Other;

    /// <summary>Null for one that is told by its class.</summary>
    public static string? Sentence(string code) => Known.TryGetValue(code, out var error) ? error.Sentence : null;
}
