namespace Bot.Discord.Sharing;

/// <summary>The sentences about sharing that speak of Discord, each once.</summary>
internal static class ShareText
{
    public const string NotInServer =
        "I can share only in a server: here nobody else reads along, or the server is not one that added me. Copy the answer if you want to pass it on.";

    public const string NotInstalled =
        "This server has not added me, so that I could not correct here what I say later on. Ask somebody who manages the server to add me, or copy the answer.";

    public const string SwitchedOff = "Sharing is switched off in this channel. Who manages the server can change that with /settings.";

    public const string MayNotWrite = "You may not write in this channel, so that nothing is shared here for you.";

    public const string NotYours = "Only whoever shared this, or somebody who moderates or may manage messages here, can remove it.";

    /// <param name="missing">As Discord calls them.</param>
    public static string NotAllowed(IEnumerable<string> missing) =>
        $"I may not post here: somebody who manages this channel has to allow me {string.Join(", ", missing)}.";
}
