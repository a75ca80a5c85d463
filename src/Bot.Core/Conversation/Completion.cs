using Bot.Core.Conversation.Moderating;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Core.Conversation;

/// <summary>What could be typed next, best first: at most 25, typos and aliases forgiven.</summary>
public static class Completion
{
    /// <summary>The most that any platform lists.</summary>
    public const int Most = 25;

    private const int MostQuestions = 8;

    /// <summary>The rank of what is not like it at all.</summary>
    private const int NotLike = int.MaxValue;

    /// <summary>The longest line that is completed, in UTF-16 code units: no known question or name is so long.</summary>
    private const int Longest = 200;

    /// <param name="typed">All that stands before the cursor.</param>
    /// <param name="choosing">The facts and items there are to choose from; null where none are offered.</param>
    public static IReadOnlyList<Suggestion> Suggest(string typed, StorySnapshot? story, Choosing? choosing = null)
    {
        var line = typed.TrimStart();
        if (line.Length > Longest)
        {
            return [];
        }

        if (!line.StartsWith('/'))
        {
            return story is null || line.Trim().Length < 2 ? [] : [.. Questions(line.Trim(), story)];
        }

        var entry = Catalogue.All.FirstOrDefault(candidate => line.StartsWith($"/{candidate.Path} ", StringComparison.OrdinalIgnoreCase));
        return entry is null ? Commands(line) : Values(entry, line, story, choosing);
    }

    /// <summary>Entities whose names are like what was typed, best first.</summary>
    public static IReadOnlyList<Entity> Entities(string typed, StorySnapshot story)
    {
        var (wanted, known) = (NormalText.Of(typed), story.Index.KnownAs);
        var held = Best(known, name => Held(name, wanted));

        // What is only nearly so comes after all that hold it, and takes far longer to find.
        if (wanted.Length <= 3 || held.Count == Most)
        {
            return held;
        }

        var found = held.Select(entity => entity.Id).ToHashSet();
        return [.. held.Concat(Best(known.Where(one => !found.Contains(one.Entity.Id)), name => Nearly(name, wanted))).Take(Most)];

        List<Entity> Best(IEnumerable<KnownAs> among, Func<string, int> rank) =>
            [
                .. among
                    .Select(one => (one.Entity, Rank: one.Names.Min(rank)))
                    .Where(pair => pair.Rank < NotLike)
                    .OrderBy(pair => pair.Rank)
                    .ThenByDescending(pair => story.Book.Concerning(pair.Entity.Id))
                    .Take(Most)
                    .Select(pair => pair.Entity),
            ];
    }

    private static List<Suggestion> Commands(string line) =>
        [
            .. Catalogue
                .All.Select(entry => (entry, Rank: Rank("/" + entry.Path, line.ToLowerInvariant())))
                .Where(pair => pair.Rank < NotLike)
                .OrderBy(pair => pair.Rank)
                .Take(Most)
                .Select(pair => new Suggestion($"/{pair.entry.Path} ", $"/{pair.entry.Path}", pair.entry.Summary)),
        ];

    private static IReadOnlyList<Suggestion> Values(CommandEntry entry, string line, StorySnapshot? story, Choosing? choosing)
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
        if (option.Rest && named.Count > 0)
        {
            // What stands before all names would be its value too.
            before = before.Remove(path, named[^1].At);
        }

        return option.Kind switch
        {
            OptionKind.Entity =>
            [
                .. Entities(value, story).Select(entity => new Suggestion(before + entity.Name, entity.Name, entity.Role)),
            ],
            OptionKind.Fact or OptionKind.Item when choosing is not null =>
            [
                .. (option.Kind == OptionKind.Fact ? choosing.Facts(value) : choosing.Items(value)).Select(one => new Suggestion(
                    before + one.Value,
                    one.Label,
                    null
                )
                {
                    Value = one.Value,
                }),
            ],
            OptionKind.FactKind =>
            [
                .. Enum.GetValues<FactKind>()
                    .Select(Vocabulary.Word)
                    .Where(word => Rank(word, value.ToLowerInvariant()) < NotLike)
                    .Select(word => new Suggestion(before + word, word, null)),
            ],
            OptionKind.Word => [.. option.Offered.Select(offered => new Suggestion(before + offered.Word, offered.Word, offered.Meaning))],
            OptionKind.Zone =>
            [
                .. TimingReader
                    .Zones.Where(zone => zone.Contains(value.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase))
                    .Take(Most)
                    .Select(zone => new Suggestion(before + zone, zone, null)),
            ],
            OptionKind.Text when option.Name == "question" && value.Length > 1 =>
            [
                .. Questions(value, story).Select(suggestion => suggestion with { Text = before + suggestion.Text }),
            ],
            _ => [],
        };
    }

    private static IEnumerable<Suggestion> Questions(string typed, StorySnapshot story) =>
        story.Index.Asked.Find(typed, MostQuestions).Select(asked => new Suggestion(asked, asked, null));

    /// <summary>Lower is better: the same, a beginning, a beginning of a word, within, nearly.</summary>
    private static int Rank(string name, string wanted) =>
        Held(name, wanted) is < NotLike and var rank ? rank
        : wanted.Length > 3 ? Nearly(name, wanted)
        : NotLike;

    private static int Held(string name, string wanted)
    {
        if (wanted.Length == 0)
        {
            return 1;
        }

        var at = name.IndexOf(wanted, StringComparison.Ordinal);
        return at == 0 ? (name.Length == wanted.Length ? 0 : 1)
            : at > 0 ? (name[at - 1] is ' ' or '-' ? 2 : 3)
            : NotLike;
    }

    private static int Nearly(string name, string wanted)
    {
        var allowed = wanted.Length >= 8 ? 2 : 1;
        return
            EditDistance.Between(name, wanted, allowed) <= allowed
            || (name.Length > wanted.Length && EditDistance.Between(name.AsSpan(0, wanted.Length), wanted, allowed) <= allowed)
            || name.Split(' ').Any(word => EditDistance.Between(word, wanted, allowed) <= allowed)
            ? 4
            : NotLike;
    }
}

/// <summary>What a line that is being typed can become.</summary>
/// <param name="Text">The whole line, completed.</param>
/// <param name="Label">How it is shown in a list.</param>
/// <param name="Detail">A few words beside it; null for none.</param>
public sealed record Suggestion(string Text, string Label, string? Detail)
{
    /// <summary>What the option takes.</summary>
    public string Value { get; init; } = Label;
}
