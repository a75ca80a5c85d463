using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Words;

namespace Bot.Core.Conversation;

/// <summary>What could be typed next, best first: at most 25, typos and aliases forgiven.</summary>
public static class Completion
{
    /// <summary>The most that any platform lists.</summary>
    public const int Most = 25;

    /// <summary>The longest line that is completed, in UTF-16 code units: no known question or name is so long.</summary>
    private const int Longest = 200;

    /// <param name="typed">All that stands before the cursor.</param>
    public static IReadOnlyList<Suggestion> Suggest(string typed, StorySnapshot? story)
    {
        var line = typed.TrimStart();
        if (line.Length > Longest)
        {
            return [];
        }

        if (!line.StartsWith('/'))
        {
            return story is null || line.Trim().Length < 2 ? [] : Questions(line.Trim(), story);
        }

        var entry = Catalogue.All.FirstOrDefault(candidate => line.StartsWith($"/{candidate.Path} ", StringComparison.OrdinalIgnoreCase));
        return entry is null ? Commands(line) : Values(entry, line, story);
    }

    /// <summary>Entities whose names are like what was typed, best first.</summary>
    public static IReadOnlyList<Entity> Entities(string typed, StorySnapshot story)
    {
        var wanted = Normal(typed);
        return
        [
            .. story
                .Book.Entities.Select(entity => (entity, Rank: entity.Aliases.Append(entity.Name).Min(name => Rank(Normal(name), wanted))))
                .Where(pair => pair.Rank < int.MaxValue)
                .OrderBy(pair => pair.Rank)
                .ThenByDescending(pair =>
                    story.Book.Facts.Count(fact => fact.Actors.Contains(pair.entity.Id) || fact.About.Contains(pair.entity.Id))
                )
                .Take(Most)
                .Select(pair => pair.entity),
        ];
    }

    private static List<Suggestion> Commands(string line) =>
        [
            .. Catalogue
                .All.Select(entry => (entry, Rank: Rank("/" + entry.Path, line.ToLowerInvariant())))
                .Where(pair => pair.Rank < int.MaxValue)
                .OrderBy(pair => pair.Rank)
                .Select(pair => new Suggestion($"/{pair.entry.Path} ", $"/{pair.entry.Path}", pair.entry.Summary)),
        ];

    private static IReadOnlyList<Suggestion> Values(CommandEntry entry, string line, StorySnapshot? story)
    {
        var path = entry.Path.Length + 2;
        var rest = line[path..];
        var named = entry
            .Options.Select(o => (Option: o, At: Grammar.Find(rest, o.Name + ":")))
            .Where(pair => pair.At >= 0)
            .OrderByDescending(pair => pair.At)
            .ToList();
        var option = named.Count > 0 ? named[0].Option : entry.Options.FirstOrDefault(o => o.Rest);
        if (option is null || story is null)
        {
            return [];
        }

        var start = named.Count > 0 ? path + named[0].At + option.Name.Length + 1 : path;
        var (before, value) = (line[..start].TrimEnd() + (named.Count > 0 ? "" : " "), line[start..].Trim());
        return option.Kind switch
        {
            OptionKind.Entity =>
            [
                .. Entities(value, story).Select(entity => new Suggestion(before + entity.Name, entity.Name, entity.Role)),
            ],
            OptionKind.FactKind =>
            [
                .. Enum.GetValues<FactKind>()
                    .Select(Vocabulary.Word)
                    .Where(word => Rank(word, value.ToLowerInvariant()) < int.MaxValue)
                    .Select(word => new Suggestion(before + word, word, null)),
            ],
            OptionKind.Word => [new Suggestion(before + "words", "words", "what the status labels mean")],
            OptionKind.Text when option.Name == "question" && value.Length > 1 =>
            [
                .. Questions(value, story).Select(suggestion => suggestion with { Text = before + suggestion.Text }),
            ],
            _ => [],
        };
    }

    private static IReadOnlyList<Suggestion> Questions(string typed, StorySnapshot story)
    {
        var words = Normal(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. story
                .Book.Facts.Where(fact => fact.Ended is null)
                .SelectMany(fact => fact.Asked)
                .Distinct()
                .Select(asked => (asked, Rank: RankPhrase(Normal(asked), words, Normal(typed))))
                .Where(pair => pair.Rank < int.MaxValue)
                .OrderBy(pair => pair.Rank)
                .ThenBy(pair => pair.asked.Length)
                .Take(8)
                .Select(pair => new Suggestion(pair.asked, pair.asked, null)),
        ];
    }

    private static int RankPhrase(string phrase, string[] words, string typed)
    {
        if (phrase.StartsWith(typed, StringComparison.Ordinal))
        {
            return 0;
        }

        var held = phrase.Split(' ');
        return words.All(word => Array.Exists(held, h => h.StartsWith(word, StringComparison.Ordinal))) ? 1
            : words.All(word =>
                Array.Exists(
                    held,
                    h => word.Length > 3 && EditDistance.Between(word, h, 1) <= 1 || h.StartsWith(word, StringComparison.Ordinal)
                )
            )
                ? 2
            : int.MaxValue;
    }

    /// <summary>Lower is better: the same, a beginning, a beginning of a word, within, nearly.</summary>
    private static int Rank(string name, string wanted)
    {
        if (wanted.Length == 0)
        {
            return 1;
        }

        var at = name.IndexOf(wanted, StringComparison.Ordinal);
        return at == 0 ? (name.Length == wanted.Length ? 0 : 1)
            : at > 0 ? (name[at - 1] is ' ' or '-' ? 2 : 3)
            : wanted.Length > 3 && Nearly(name, wanted) ? 4
            : int.MaxValue;
    }

    private static bool Nearly(string name, string wanted)
    {
        var allowed = wanted.Length >= 8 ? 2 : 1;
        return EditDistance.Between(name, wanted, allowed) <= allowed
            || (name.Length > wanted.Length && EditDistance.Between(name.AsSpan(0, wanted.Length), wanted, allowed) <= allowed)
            || name.Split(' ').Any(word => EditDistance.Between(word, wanted, allowed) <= allowed);
    }

    private static string Normal(string text)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text, buffer);
        var words = new List<string>();
        while (reader.Next())
        {
            words.Add(reader.Word.ToString());
        }

        return string.Join(' ', words);
    }
}

/// <param name="Text">The whole line, completed.</param>
/// <param name="Label">How it is shown in a list.</param>
/// <param name="Detail">A few words beside it; null for none.</param>
public sealed record Suggestion(string Text, string Label, string? Detail);
