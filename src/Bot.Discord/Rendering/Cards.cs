using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>A fact as a card: what it says, who says it, how it stands, when, from where. The colour only doubles the status, which stands there in words.</summary>
internal static class Cards
{
    private const int Says = 1_500;
    private const int Aside = 700;

    public static IReadOnlyList<Embed> Of(Part part, Detail detail) =>
        part switch
        {
            FactPart fact => [Card(fact, detail, null)],
            Pair pair => [Card(pair.First, detail, "One account"), Card(pair.Second, detail, "The other account")],
            Conflict conflict => [Card(conflict.First, detail, "One says"), Card(conflict.Second, detail, "Another says")],
            _ => [],
        };

    private static Embed Card(IShownFact fact, Detail detail, string? title)
    {
        var attribution = fact.Attribution;
        var fields = new List<EmbedField>
        {
            Field("Speaker", attribution.Speaker, inline: true),
            Field("Status", string.Join("; ", attribution.Marks.Prepend(attribution.StatusWords)), inline: true),
            Field("Date", attribution.Date, inline: true),
            Field(attribution.Sources.Count == 1 ? "Source" : "Sources", Sources(attribution, detail)),
        };
        return new Embed
        {
            Title = title,
            Description = Description(fact, detail),
            Color = Colour(attribution.Status),
            Fields = fields,
            Footer = new EmbedFooter(Cutting.Shorten(DiscordText.Plain(attribution.Age), Limits.Footer)),
        };
    }

    private static string Description(IShownFact fact, Detail detail)
    {
        var lines = new List<string> { Cutting.Shorten(DiscordText.Escape(fact.Says), Says) };
        if (detail != Detail.Bare && fact.Quote is { } quote && !fact.Says.Contains(quote, StringComparison.Ordinal))
        {
            lines.Add($"> \u201C{Cutting.Shorten(DiscordText.Escape(quote.ReplaceLineEndings(" ")), Aside)}\u201D");
        }

        if (detail != Detail.Bare && fact.Scope is { } scope)
        {
            lines.Add($"-# {Cutting.Shorten(DiscordText.Escape(scope.ReplaceLineEndings(" ")), Aside)}");
        }

        return string.Join('\n', lines);
    }

    private static string Sources(Attribution attribution, Detail detail)
    {
        var lines = attribution.Sources.Select(source => Words(source, detail)).Distinct().ToList();
        return string.Join('\n', lines);
    }

    private static string Words(Citation source, Detail detail) =>
        detail == Detail.Full && source.Sentence is { } sentence
            ? $"{DiscordText.Escape(source.Words)}: \u201C{Cutting.Shorten(DiscordText.Escape(sentence.ReplaceLineEndings(" ")), Aside)}\u201D"
            : DiscordText.Escape(source.Words);

    private static EmbedField Field(string name, string value, bool inline = false) =>
        new(
            name,
            Cutting.Shorten(name.StartsWith("Source", StringComparison.Ordinal) ? value : DiscordText.Escape(value), Limits.FieldValue),
            inline
        );

    private static int Colour(FactStatus status) =>
        status switch
        {
            FactStatus.Confirmed => 0x2E7D32,
            FactStatus.OwnAccount => 0x1E4D6B,
            FactStatus.Reported => 0x5B5851,
            FactStatus.Alleged => 0x9A5B00,
            FactStatus.Stated => 0x5B4B8A,
            _ => 0x0F6B6B,
        };
}
