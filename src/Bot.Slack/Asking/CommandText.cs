using Bot.Core.Conversation;
using Bot.Slack.Wire;

namespace Bot.Slack.Asking;

/// <summary>A command as Slack sends it: one free text after the one command under which everything is a word, or after a command of its own.</summary>
internal static class CommandText
{
    /// <param name="umbrella">The one command, with its slash.</param>
    public static Parsed Read(SlashCommand command, string umbrella)
    {
        var typed = MessageText.Typed(command.Text);
        return string.Equals(command.Command, umbrella, StringComparison.OrdinalIgnoreCase)
            ? BareLine.Parse(typed)
            : Grammar.Parse($"{command.Command} {typed}");
    }
}
