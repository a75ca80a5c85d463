using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>What Slack sends, verified and read, whichever way it came: over HTTP or by a socket. None of it throws.</summary>
internal interface ISlackEvents
{
    Handled Command(SlashCommand command);

    /// <summary>What was pressed, chosen, typed or submitted, a shortcut, or options that are asked for. Complete within two seconds, since only a form that was sent off takes any time.</summary>
    Task<Handled> Interaction(Interaction interaction);

    /// <summary>What happened in a workspace. Complete when it was done, and after two seconds at the latest.</summary>
    /// <returns>False where it was not done by then, or could not be: Slack is to tell it again.</returns>
    Task<bool> Happened(EventCallback happened);
}
