using Bot.Core.Conversation;
using Bot.Slack.Asking;
using Bot.Slack.Digests;
using Bot.Slack.Moderating;
using Bot.Slack.Settings;
using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>From a command to its answer. A look-up is ready in far less than the three seconds there are, and answered at once.</summary>
internal sealed class CommandHandler(
    Replies replies,
    SettingsCard settings,
    ModeratorAnswers moderating,
    SlackNames names,
    LaterAnswers later,
    DigestCommands? digests = null
)
{
    public Handled Answer(SlashCommand command)
    {
        var (parsed, asker) = (CommandText.Read(command, names.Command), Asker.Of(command));
        if (parsed is Parsed.Understood { Command: Command.ByCaller byCaller })
        {
            return moderating.Say(byCaller, command);
        }

        if (digests?.Asked(parsed, asker, Origin.Of(command), "command") is { } asked)
        {
            return later.To(Origin.Of(command), asked);
        }

        return settings.Shown(parsed, command) ?? new Handled(SlackJson.Write(ResponseMessage.Of(replies.To(parsed, asker))));
    }
}
