using Bot.Core.Facts;
using Bot.Core.Questions.Words;

namespace Bot.Core.Conversation.Wording;

/// <summary>The kinds of facts as readers call them: many of a kind, and everyday words that mean no other.</summary>
internal static class KindWords
{
    private static readonly HashSet<string> Any = new(StringComparer.Ordinal) { "all", "any", "everything", "facts", "kind", "kinds" };

    /// <summary>Every word by which a kind is known.</summary>
    public static IReadOnlyList<(string Word, FactKind Kind)> All { get; } =
    [
        .. Enum.GetValues<FactKind>()
            .SelectMany(kind => Others(kind).Prepend(Many(kind)).Prepend(Vocabulary.Word(kind)).Distinct().Select(word => (word, kind))),
    ];

    private static readonly Dictionary<string, FactKind> ByWord = All.ToDictionary(known => NormalText.Of(known.Word), known => known.Kind);

    /// <summary>"claims", "figures".</summary>
    public static string Many(FactKind kind) =>
        kind is FactKind.Background or FactKind.Outlook ? Vocabulary.Word(kind) : $"{Vocabulary.Word(kind)}s";

    /// <summary>Null for a word that is none of a kind.</summary>
    public static FactKind? Read(string typed) => ByWord.TryGetValue(NormalText.Of(typed), out var kind) ? kind : null;

    /// <summary>Whether it means facts of every kind.</summary>
    public static bool IsAny(string typed) => Any.Contains(NormalText.Of(typed));

    private static string[] Others(FactKind kind) =>
        kind switch
        {
            FactKind.Act => ["action", "actions"],
            FactKind.Exemption => ["exception", "exceptions"],
            FactKind.Limit => ["limitation", "limitations"],
            FactKind.Claim => ["allegation", "allegations", "accusation", "accusations"],
            FactKind.Response => ["reaction", "reactions", "reply", "replies"],
            FactKind.NonAnswer => ["no comment", "no comments", "no answer", "no answers"],
            FactKind.Figure => ["number", "numbers"],
            FactKind.Outlook => ["outlooks"],
            _ => [],
        };
}
