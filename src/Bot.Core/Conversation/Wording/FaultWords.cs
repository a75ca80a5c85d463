namespace Bot.Core.Conversation.Wording;

/// <summary>What is said where something went wrong that nobody expected.</summary>
public static class FaultWords
{
    /// <param name="reference">It stands in the log too.</param>
    public static string Of(string reference) =>
        $"Something went wrong on our side. If you report it, please give this reference: {reference}.";
}
