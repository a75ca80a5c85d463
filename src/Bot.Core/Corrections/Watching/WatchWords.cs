namespace Bot.Core.Corrections.Watching;

/// <summary>The sentences about being told of changes that are the same on every platform, each once.</summary>
public static class WatchWords
{
    public const string NoToken =
        "This service runs without the bot\u2019s token, so that it cannot write to you later. Ask again when you want to know.";

    public const string OnlyInCommunities =
        "I can tell you of changes only where a server or workspace has added me. Ask there, and press the button below the answer.";

    internal const string Offer = "Tell me if this changes";

    internal const string Noted =
        "I will write to you once, in a direct message, when it turns out otherwise or is withdrawn. Then I forget that you asked. A change of the wording alone is not told.";

    internal const string TooMany = "You have asked to be told of twenty things already. When one of them has changed there is room again.";

    internal const string Once =
        "I have told you once, and forgotten that you asked. Ask again, and press the button below the answer, to be told of the next change.";

    internal static string Changed(string story) => $"{story}: something that you wanted to be told of has changed.";
}
