using Bot.Core.Conversation;
using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>A fact as a block: what it says, who says it, how it stands, when, from where.</summary>
internal static class FactBlocks
{
    private const int Aside = 700;
    private const int Short = 300;

    /// <summary>None for what is no fact.</summary>
    public static IReadOnlyList<Block> Of(Part part, Detail detail) =>
        part switch
        {
            FactPart fact => [Block(fact, detail, null)],
            Pair pair => [Block(pair.First, detail, "One account"), Block(pair.Second, detail, "The other account")],
            Conflict conflict => [Block(conflict.First, detail, "One says"), Block(conflict.Second, detail, "Another says")],
            _ => [],
        };

    private static RichText Block(IShownFact fact, Detail detail, string? title)
    {
        var elements = new List<RichElement> { Says(fact, title) };
        if (detail != Detail.Bare && fact.Quote is { } quote && !fact.Says.Contains(quote, StringComparison.Ordinal))
        {
            elements.Add(new QuotedText([Runs.OneLine(quote, most: Aside)]));
        }

        elements.Add(new Paragraph([.. Scope(fact, detail), .. Attributed(fact.Attribution, detail)]));
        return new RichText(elements);
    }

    private static Paragraph Says(IShownFact fact, string? title) =>
        title is null ? Runs.Paragraph(Runs.Of(fact.Says)) : Runs.Paragraph(Runs.Line(title, RunStyle.InBold), Runs.Of(fact.Says));

    private static IEnumerable<Run> Scope(IShownFact fact, Detail detail) =>
        detail != Detail.Bare && fact.Scope is { } scope ? [Runs.Line(scope, RunStyle.InItalics, Aside)] : [];

    private static IEnumerable<Run> Attributed(Attribution attribution, Detail detail) =>
        [
            .. Line("Speaker", attribution.Speaker, Short),
            .. Line("Status", string.Join("; ", attribution.Marks.Prepend(attribution.StatusWords)), Aside),
            .. Line("Date", attribution.Date, Short),
            .. Sources(attribution.Sources, detail),
            Runs.OneLine(attribution.Age, RunStyle.InItalics, Short),
        ];

    /// <summary>Without the sentences where these would push a source out.</summary>
    private static IEnumerable<Run> Sources(IReadOnlyList<Citation> sources, Detail detail)
    {
        List<string> words = [.. sources.Select(source => Words(source, detail)).Distinct()];
        if (detail == Detail.Full && string.Join("; ", words).Length > Runs.Longest)
        {
            return Sources(sources, Detail.Brief);
        }

        return Line(words.Count == 1 ? "Source" : "Sources", string.Join("; ", words), Runs.Longest);
    }

    private static IEnumerable<Run> Line(string name, string words, int most) => [Runs.Bold($"{name}: "), Runs.Line(words, most: most)];

    private static string Words(Citation source, Detail detail) =>
        detail == Detail.Full && source.Sentence is { } sentence
            ? $"{source.Words}: \u201C{Cutting.Shorten(sentence, Aside)}\u201D"
            : source.Words;
}
