using Bot.Core.Conversation;

namespace Bot.Discord.Rendering;

/// <summary>A fact in two lines, where cards of all have no room: what it says, and in small print who says it, how it stands, when, and from where.</summary>
internal static class FactLines
{
    private const int Says = 700;
    private const int SmallPrint = 500;

    public static IEnumerable<string> Of(Part part) =>
        part switch
        {
            FactPart fact => Lines(fact, ""),
            Pair pair => [.. Lines(pair.First, "One account: "), .. Lines(pair.Second, "The other account: ")],
            Conflict conflict => [.. Lines(conflict.First, "One says: "), .. Lines(conflict.Second, "Another says: ")],
            _ => PartText.Of(part),
        };

    private static IEnumerable<string> Lines(IShownFact fact, string before)
    {
        var attribution = fact.Attribution;
        var sources = string.Join("; ", attribution.Sources.Select(source => source.Words).Distinct());
        string[] small =
        [
            attribution.Speaker,
            attribution.StatusWords,
            .. attribution.Marks,
            attribution.Date,
            attribution.Age,
            $"{(attribution.Sources.Count == 1 ? "source" : "sources")}: {sources}",
        ];
        return
        [
            $"\u2022 {before}{Cutting.Shorten(OneLine(fact.Says), Says)}",
            $"-# {Cutting.Shorten(OneLine(string.Join("; ", small)), SmallPrint)}",
        ];
    }

    private static string OneLine(string text) => DiscordText.Escape(text.ReplaceLineEndings(" "));
}
