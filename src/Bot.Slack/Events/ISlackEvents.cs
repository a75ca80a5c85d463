using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>What Slack sends, verified and read, whichever way it came: over HTTP or by a socket. None of it throws.</summary>
internal interface ISlackEvents
{
    Handled Command(SlashCommand command);

    /// <summary>What was pressed, chosen, typed or submitted, a shortcut, or options that are asked for. Complete within two seconds, since only a form that was sent off takes any time.</summary>
    Task<Handled> Interaction(Interaction interaction);

    /// <summary>What happened in a workspace. Complete when Slack may be told that it came: it was done, it is written down, or it goes on and two seconds are over.</summary>
    Task Happened(EventCallback happened);
}
