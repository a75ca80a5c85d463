namespace Bot.Slack.Api;

/// <summary>What to do about an error of Slack's.</summary>
internal enum ErrorClass
{
    /// <summary>One that is not known here: nothing was done.</summary>
    Other,

    /// <summary>The token is not taken any more: nothing more is asked with it.</summary>
    TokenDead,

    /// <summary>Whoever set up the app has to change something.</summary>
    Setup,

    /// <summary>The channel, message or person is not there any more.</summary>
    Gone,

    /// <summary>The bot may not; somebody in the workspace can change that.</summary>
    NotAllowed,

    /// <summary>What was sent is not well-formed.</summary>
    OurFault,

    /// <summary>Too much at once.</summary>
    Quota,

    /// <summary>Slack is disturbed: nobody knows whether it was done.</summary>
    Unknown,
}
