namespace Bot.Core.Conversation.Wording;

/// <summary>Why a button does nothing, a sentence each.</summary>
internal static class ButtonWords
{
    public const string AnotherVersion =
        "This button is of another version of Dateline, and does nothing here any more. Ask again, and use the new ones.";

    public const string NotWhole = "This button did not arrive whole, so it does nothing. Ask again, and use the new ones.";

    public const string NotOurs =
        "This button was not made here, or not by this service, so it does nothing. Ask again, and use the new ones.";

    public const string AnotherStory = "This button is of a story that is not followed here any more. Ask again, and use the new ones.";

    public const string NothingLeft = "What this button stands for is not given any more. Ask again for what is.";
}
