using Bot.Core.Facts;

namespace Bot.Core.Conversation.Wording;

/// <summary>Where a fact stands, in words. A page we only know through another is never said to be read.</summary>
internal static class SourceWords
{
    public static string Read(Source source, Seed seed, Passage passage) =>
        seed.Form == SeedForm.Notes
            ? $"our note on {source.Short}{Where(passage)}"
            : $"{source.Short}{Publisher(source)}{(passage.Heading is { Length: > 0 } heading ? $", under {Quoted(heading)}" : "")}";

    /// <summary>The heading of a published page as it stands there.</summary>
    public static string Quoted(string heading) => $"\u201C{heading}\u201D";

    public static string Cited(Source source, Source? by) =>
        by is null ? $"{source.Short} (not read by us)" : $"{source.Short} (cited by {by.Short}, not read by us)";

    /// <summary>Who published it, where its short name does not say so.</summary>
    public static string Publisher(Source source) =>
        source.Publisher is { } publisher && !source.Short.Contains(publisher, StringComparison.OrdinalIgnoreCase) ? $", {publisher}" : "";

    /// <summary>One line for a list of sources.</summary>
    public static string Describe(FactBook book, Source source)
    {
        var known = new List<string>
        {
            source.Publisher ?? "publisher not recorded",
            source.Author is { } author ? $"by {author}" : "author not recorded",
            source.Published is { } published ? DateWords.Partial(published) : "date not recorded",
        };
        var reading =
            source.Seed is { } seed
                ? (book[seed].Form == SeedForm.Notes ? "read by us, kept as our notes" : "read by us, kept as published")
            : source.CitedBy is { } by ? $"cited by {book[by].Short}, not read by us"
            : "not read by us";
        return $"{source.Title} ({string.Join(", ", source.Seed is null ? [] : known)}{(source.Seed is null ? "" : "; ")}{reading})";
    }

    private static string Where(Passage passage) => passage.Heading is { Length: > 0 } heading ? $", {Lower(heading)}" : "";

    private static string Lower(string heading) =>
        heading.Length > 1 && char.IsLower(heading[1]) ? char.ToLowerInvariant(heading[0]) + heading[1..] : heading;
}
