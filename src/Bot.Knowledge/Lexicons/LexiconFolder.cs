using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Lexicons;

/// <summary>Reads the lexicon: two lists of words, and three files that name lists of words.</summary>
internal static class LexiconFolder
{
    internal const string StopWords = "stop-words.yaml";
    internal const string Abbreviations = "abbreviations.yaml";
    internal const string Concepts = "concepts.yaml";
    internal const string Questions = "questions.yaml";
    internal const string Names = "names.yaml";
    internal const string Light = "light-words.yaml";
    internal const string Languages = "languages.yaml";
    private static readonly string[] Files = [StopWords, Abbreviations, Concepts, Questions, Names, Light, Languages];

    public static readonly Lexicon Empty = new()
    {
        StopWords = new HashSet<string>(),
        Abbreviations = new HashSet<string>(),
        Concepts = new Dictionary<string, IReadOnlyList<string>>(),
        Cues = new Dictionary<string, IReadOnlyList<string>>(),
        Names = new HashSet<string>(),
        Light = new HashSet<string>(),
        Languages = new Dictionary<string, IReadOnlyList<string>>(),
    };

    /// <param name="shipped">Stands in for a file that is missing or could not be read.</param>
    public static Lexicon Read(Folder folder, Lexicon shipped, List<Problem> problems)
    {
        var files = folder.Files(problems);
        foreach (var stranger in files.Where(name => Path.GetExtension(name) is ".yaml" or ".yml").Except(Files))
        {
            var near = NearMiss.Of(stranger, Files);
            problems.Add(
                new Problem(
                    new Place($"{folder.Shown}/{stranger}", 1, 1),
                    near is null
                        ? $"No such file is read: the lexicon's files are {string.Join(", ", Files)}."
                        : $"No such file is read. Did you mean {near}? Rename it."
                )
            );
        }

        return Read(name => files.Contains(name) ? folder.Read(name, problems) : null, shipped, problems);
    }

    public static Lexicon Read(Func<string, TextFile?> open, Lexicon shipped, List<Problem> problems) =>
        new()
        {
            StopWords = Words(open(StopWords), problems) ?? shipped.StopWords,
            Abbreviations = Words(open(Abbreviations), problems) ?? shipped.Abbreviations,
            Concepts = Lists(open(Concepts), problems) ?? shipped.Concepts,
            Cues = Lists(open(Questions), problems) ?? shipped.Cues,
            Names = Words(open(Names), problems) ?? shipped.Names,
            Light = Words(open(Light), problems) ?? shipped.Light,
            Languages = Lists(open(Languages), problems) ?? shipped.Languages,
        };

    private static HashSet<string>? Words(TextFile? file, List<Problem> problems) =>
        Tree(file, problems) is { } tree
            ? new HashSet<string>(Filled("The file", new Reading(problems).Texts("the file", tree), problems), StringComparer.Ordinal)
            : null;

    private static Dictionary<string, IReadOnlyList<string>>? Lists(TextFile? file, List<Problem> problems) =>
        Tree(file, problems) is { } tree
            ? new Reading(problems)
                .Lists("the file", tree)
                .ToDictionary(
                    list => list.Word.Value,
                    IReadOnlyList<string> (list) => Filled($"`{list.Word.Value}`", list.Texts, problems),
                    StringComparer.Ordinal
                )
            : null;

    private static Node? Tree(TextFile? file, List<Problem> problems) =>
        file is null ? null : TreeReader.Read(file.Text, file.Path, linesBefore: 0, problems, out _);

    private static List<string> Filled(string name, IReadOnlyList<Text> texts, List<Problem> problems)
    {
        var words = new List<string>();
        foreach (var text in texts.Where(text => !text.Refused))
        {
            if (text.Value.Trim() is { Length: > 0 } word)
            {
                words.Add(word.ToLowerInvariant());
            }
            else
            {
                problems.Add(new Problem(text.At, $"{name} has an empty entry: write the word, or take it out."));
            }
        }

        return words;
    }
}
