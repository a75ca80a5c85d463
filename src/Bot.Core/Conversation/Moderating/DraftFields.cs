using Bot.Core.Facts;
using Bot.Core.Moderation.Drafting;

namespace Bot.Core.Conversation.Moderating;

/// <summary>What of a draft can be settled: the words that <c>settle:</c> takes.</summary>
internal static class DraftFields
{
    public static IReadOnlyList<(string Word, string? Meaning)> Offered { get; } =
    [.. Enum.GetValues<DraftField>().Select(field => (Vocabulary.Word(field), (string?)null))];

    public static DraftField? Read(string? word) => word is null ? null : Vocabulary.Read<DraftField>(word);
}
