using Bot.Slack.Asking;
using Bot.Slack.Settings;
using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>From a command to its answer. A look-up is ready in far less than the three seconds there are, and answered at once.</summary>
internal sealed class CommandHandler(Replies replies, SettingsCard settings, SlackNames names)
{
    public Handled Answer(SlashCommand command)
    {
        var parsed = CommandText.Read(command, names.Command);
        return settings.Shown(parsed, command) ?? new Handled(SlackJson.Write(ResponseMessage.Of(replies.To(parsed, Asker.Of(command)))));
    }
}
