using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story sources</c>: what all this rests on, read or only cited, and how many origins that is.</summary>
internal static class SourcesHandler
{
    public static Reply Handle(Room room) => new Listing { Headline = Headline(room.Book), Parts = [.. Lines(room.Book)] };

    public static string Headline(FactBook book)
    {
        var sources = book.Sources;
        if (sources.Count == 0)
        {
            return $"{Count(book.Seeds.Count, "document")}, no reviewed facts yet.";
        }

        var read = sources.Count(source => source.Seed is not null);
        var origins = sources.Select(source => source.Origin).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return $"{Count(sources.Count, "source")} of {Count(origins, "origin")}; {read} read by us, {sources.Count - read} only cited there.";
    }

    public static IEnumerable<Part> Lines(FactBook book) =>
        book.Sources.Count == 0
            ? book.Seeds.Select(seed => new Line(
                $"{seed.Title} ({seed.Publisher ?? "publisher not recorded"}, {seed.Passages.Count} sentences)"
            ))
            : book
                .Sources.GroupBy(source => source.Origin, StringComparer.OrdinalIgnoreCase)
                .SelectMany(origin => origin.Select(source => new Line(SourceWords.Describe(book, source) + Shared(origin.Count()))));

    private static string Shared(int count) => count > 1 ? $"; one origin with {Count(count - 1, "other")}" : "";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
