using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Cards;

/// <summary>The sentences of moderators' channels, each once. Of what is decided no word of a fact is said: it may be withdrawn.</summary>
internal static class CardWords
{
    public const string ComeHere =
        "Each thing that waits for moderators gets a card in this channel. Its buttons are for who moderates, whoever sees them.";

    public const string ShowThem = "What waits";

    public const string Over = "This does not wait any more: it was decided, or the facts are others by now.";

    public const string NobodyKnows = "Look into the channel, and remove it by hand if it is there twice or still shows what was decided.";

    public const string NoPlatform = "There is no channel here that cards could be posted in.";

    public const string SeenByAll =
        "Everybody here can read that channel, and so what members report and what is only proposed. Choose one that only moderators see.";

    public const string Perhaps = "A message was sent into that channel to try it, and nobody knows whether it arrived: have a look.";

    public static string NotThere(string why) => $"Nothing can be posted in that channel, so it was not chosen. {why}";

    public static string Elsewhere(string story) =>
        $"This waits in \u201C{story}\u201D, which is not followed here now. It can be decided when it is followed again.";

    public static string Decided(SettledItem item) => $"Decided on {DateWords.ShortMoment(item.At)}: {QueueWords.What(item.How)}.";

    public static string SeeHistory(FactId fact, Naming naming) => $"{naming.Of($"fact history {fact}")} shows what was done to the fact.";

    public static string Waits(int count, DateTimeOffset since, Naming naming) =>
        $"{(count == 1 ? "One thing waits" : $"{count} things wait")} for moderators, the oldest since {DateWords.Moment(since)}: see {naming.Of("fact queue")}.";

    /// <param name="card">One that has a reason.</param>
    public static string Trouble(Card card) =>
        card.State switch
        {
            CardState.Refused => $"What waits cannot be shown in the moderators' channel; it is tried again. {card.Why}",
            CardState.Lost => $"Of a card nobody knows whether it is in the moderators' channel. {card.Why}",
            CardState.Sending => $"It is not known yet whether a card arrived in the moderators' channel. {card.Why}",
            _ => $"A card in the moderators' channel does not show how things stand; it is tried again. {card.Why}",
        };
}
