using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story sources</c>: what all this rests on, read or only cited, and how many origins that is.</summary>
internal static class SourcesHandler
{
    public static Reply Handle(Room room)
    {
        var sources = room.Book.Sources;
        if (sources.Count == 0)
        {
            var seeds = room.Book.Seeds;
            return new Listing
            {
                Headline = $"{seeds.Count} {(seeds.Count == 1 ? "document" : "documents")}, no reviewed facts yet.",
                Parts =
                [
                    .. seeds.Select(seed => new Line(
                        $"{seed.Title} ({seed.Publisher ?? "publisher not recorded"}, {seed.Passages.Count} sentences)"
                    )),
                ],
            };
        }

        var read = sources.Count(source => source.Seed is not null);
        var origins = sources.GroupBy(source => source.Origin).ToList();
        return new Listing
        {
            Headline =
                $"{Count(sources.Count, "source")} of {Count(origins.Count, "origin")}; {read} read by us, {sources.Count - read} only cited there.",
            Parts =
            [
                .. origins.SelectMany(origin =>
                    origin.Select(source => new Line(SourceWords.Describe(room.Book, source) + Shared(origin.Count())))
                ),
            ],
        };
    }

    private static string Shared(int count) => count > 1 ? $"; one origin with {Count(count - 1, "other")}" : "";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
