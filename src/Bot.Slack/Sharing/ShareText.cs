namespace Bot.Slack.Sharing;

/// <summary>The sentences about sharing that speak of Slack, each once.</summary>
internal static class ShareText
{
    public const string NotInChannel =
        "I can share only in a channel: here nobody else reads along. Copy the answer if you want to pass it on.";

    public const string NotCorrectable =
        "I am no member of this channel, so that what I say later on cannot be corrected here: invite me, and what is shared from then on will be.";

    public const string NotYours = "Only whoever shared this, or somebody who moderates here, can remove it.";

    /// <param name="settings">As the command is called.</param>
    public static string SwitchedOff(string settings) =>
        $"Sharing is switched off in this channel. Admins of the workspace can change that with {settings}.";

    public static string NotKnown(string why) => $"I could not see whether you moderate here, so that nothing was done. {why}";
}
