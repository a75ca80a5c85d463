using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Questions.Words;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story sources</c>: what all this rests on, read or only cited, and how many origins that is; or those with a word in their name.</summary>
internal static class SourcesHandler
{
    /// <summary>How many names the first line may hold.</summary>
    private const int InHeadline = 3;

    public static Reply Handle(Command.Sources command, Room room)
    {
        var sources = Known(room);
        if (sources.Count < 1 && room.Book.Sources.Count > 0)
        {
            return new Listing { Headline = "None of our sources had said anything by then." };
        }

        return command.Naming is { } words
            ? Named(words, sources, room)
            : new Listing { Headline = Headline(room.Book, sources), Parts = [.. Lines(room.Book, sources)] };
    }

    public static string Headline(FactBook book) => Headline(book, book.Sources);

    public static IEnumerable<Part> Lines(FactBook book) => Lines(book, book.Sources);

    /// <summary>Of another day than now: those of what counts for it.</summary>
    private static IReadOnlyList<Source> Known(Room room)
    {
        if (room.IsOfNow)
        {
            return room.Book.Sources;
        }

        var named = room.Current.SelectMany(revision => revision.Fact.Sources).ToHashSet();
        return [.. room.Book.Sources.Where(source => named.Contains(source.Id))];
    }

    private static Reply Named(string words, IReadOnlyList<Source> among, Room room)
    {
        var wanted = NormalText.Of(words);
        var named = among.Where(source => Holds(wanted, source.Title, source.Short, source.Publisher)).ToList();
        var seeds = among.Count > 0 ? [] : room.Book.Seeds.Where(seed => Holds(wanted, seed.Title, seed.Publisher)).ToList();
        if (named.Count + seeds.Count == 0)
        {
            return new Refusal
            {
                Headline = CommandWords.NoSuchSource(words),
                Parts = [new Hint($"Type {room.Naming.Of("story sources")} for all of them.")],
            };
        }

        var names = named.Select(source => source.Short).Concat(seeds.Select(seed => seed.Title)).Distinct().ToList();
        var others = names.Count > InHeadline ? [$"{names.Count - InHeadline} more"] : Array.Empty<string>();
        return new Listing
        {
            Headline =
                $"{(seeds.Count > 0 ? Count(seeds.Count, "document") : Count(named.Count, "source"))} of {Math.Max(among.Count, room.Book.Seeds.Count)}: {Names.Join(names.Take(InHeadline).Concat(others))}.",
            Parts = [.. named.Select(source => new Line(SourceWords.Describe(room.Book, source))), .. seeds.Select(Line)],
        };
    }

    /// <param name="wanted">In its normal form.</param>
    private static bool Holds(string wanted, params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (wanted.Length > 0 && name is not null && NormalText.Of(name).Contains(wanted, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Headline(FactBook book, IReadOnlyList<Source> sources)
    {
        if (sources.Count == 0)
        {
            return $"{Count(book.Seeds.Count, "document")}, no reviewed facts yet.";
        }

        var read = sources.Count(source => source.Seed is not null);
        var origins = sources.Select(source => source.Origin).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return $"{Count(sources.Count, "source")} of {Count(origins, "origin")}; {read} read by us, {sources.Count - read} only cited there.";
    }

    private static IEnumerable<Part> Lines(FactBook book, IReadOnlyList<Source> sources) =>
        sources.Count == 0
            ? book.Seeds.Select(Line)
            : sources
                .GroupBy(source => source.Origin, StringComparer.OrdinalIgnoreCase)
                .SelectMany(origin => origin.Select(source => new Line(SourceWords.Describe(book, source) + Shared(origin.Count()))));

    private static Line Line(Seed seed) =>
        new($"{seed.Title} ({seed.Publisher ?? "publisher not recorded"}, {seed.Passages.Count} sentences)");

    private static string Shared(int count) => count > 1 ? $"; one origin with {Count(count - 1, "other")}" : "";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
