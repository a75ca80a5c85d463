using Bot.Core.Facts;

namespace Bot.Core.Conversation.Wording;

/// <summary>
/// What the catalogue says of commands, in one more language. Names of commands and of their options stay as they are: replies name them, and what is typed
/// must be what is read.
/// </summary>
public sealed class CatalogueWords
{
    private readonly Dictionary<string, string> words;

    private CatalogueWords(string language, Dictionary<string, string> words) => (Language, this.words) = (language, words);

    /// <summary>The languages there are beside English.</summary>
    public static IReadOnlyList<CatalogueWords> Others { get; } = [new("de", GermanWords.All)];

    /// <summary>As in BCP 47: "de".</summary>
    public string Language { get; }

    /// <summary>What there is a word for, and no more.</summary>
    internal IEnumerable<string> Keys => words.Keys;

    /// <param name="group">A word that other commands follow: "story".</param>
    public string Group(string group) => words[GroupKey(group)];

    public string Summary(CommandEntry entry) => words[entry.Path];

    public string Description(CommandEntry entry, CommandOption option) => words[OptionKey(entry, option)];

    public string Kind(FactKind kind) => words[KindKey(kind)];

    public string Menu(MenuEntry entry) => words[MenuKey(entry)];

    /// <summary>All that a language must have words for.</summary>
    internal static IEnumerable<string> Needed =>
        [
            .. Catalogue.Groups.Keys.Select(GroupKey),
            .. Catalogue.All.Select(entry => entry.Path),
            .. Catalogue.All.SelectMany(entry => entry.Options.Select(option => OptionKey(entry, option))),
            .. Enum.GetValues<FactKind>().Select(KindKey),
            .. Catalogue.Menu.Select(MenuKey),
        ];

    private static string GroupKey(string group) => $"{group} …";

    private static string OptionKey(CommandEntry entry, CommandOption option) => $"{entry.Path} {option.Name}:";

    private static string KindKey(FactKind kind) => $"kind {Vocabulary.Word(kind)}";

    private static string MenuKey(MenuEntry entry) => $"menu {entry.Name}";
}
