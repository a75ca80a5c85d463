namespace Bot.Core.Conversation.Wording;

/// <summary>What is kept of people, a sentence a datum. <c>docs/privacy.md</c> has the whole list.</summary>
internal static class PrivacyWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "A question is in memory while it is answered, and in no log.",
        "Who changes facts here stands in the record of changes under a random key. Which person the key means is in one table, and can be forgotten: the key then names nobody.",
        "Who reports that something is wrong is known, under such a key, until they were told what became of it; then that is forgotten.",
        "What a community added or changed, with the reasons given, is kept as long as the community is here, and 30 days after the bot was removed.",
        "A fact can be erased: its text, quote and names are then gone from the record of changes too, and only the id stays.",
        "Whoever runs this service decides where its log and its copies are kept; ask them to be forgotten.",
    ];
}
