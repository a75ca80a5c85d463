using Bot.Core.Conversation;
using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>Parts that are text: a paragraph each, a point of a list, or a few.</summary>
internal static class PartElements
{
    private const int Aside = 700;

    public static IEnumerable<RichElement> Of(Part part) =>
        part switch
        {
            Heading heading => [Runs.Paragraph(Runs.Bold(heading.Words))],
            Line { Command: { } command } line => [Point(Runs.Of($"{line.Words} "), Runs.OneLine(command, RunStyle.AsCode))],
            Line line => [Point(Runs.Of(line.Words))],
            WebLink link => [Runs.Paragraph(new Run(link.Words) { Url = link.Address.AbsoluteUri })],
            Appointment appointment => [Point([.. Appointed(appointment)])],
            Named named => [Point(Runs.Of(named.Plain))],
            More more => [Runs.Paragraph(Runs.Of(more.Words, RunStyle.InItalics))],
            Hint hint => [Runs.Paragraph(Runs.Of(hint.Words))],
            Quote quote =>
            [
                new QuotedText([.. Beside(quote.Before, ""), Runs.OneLine(quote.Sentence, RunStyle.InBold), .. Beside(quote.After, " ")]),
                Runs.Paragraph(Runs.OneLine(quote.Document, RunStyle.InItalics)),
            ],
            Explanation explanation => explanation.Lines.Select(line => Point(Runs.Of(line))),
            Picture picture => picture.Entries.Select(Entry),
            _ => [],
        };

    private static BulletList Point(params IReadOnlyList<Inline> line) => new([new Paragraph(line)]);

    /// <summary>The channel by its name, and the moment by the reader's own clock.</summary>
    private static IEnumerable<Inline> Appointed(Appointment appointment)
    {
        yield return Runs.Of($"{appointment.Words} ");
        yield return new NamedChannel(appointment.Place.Value);
        if (appointment.When is { } when)
        {
            yield return Runs.Of($"; {when}: ");
            yield return new Moment(appointment.At.ToUnixTimeSeconds(), appointment.Local);
        }
    }

    private static IEnumerable<Run> Beside(string? sentence, string before) =>
        sentence is null ? [] : [Runs.OneLine($"{before}{sentence}{(before.Length == 0 ? " " : "")}", most: Aside)];

    private static BulletList Entry(TimelineEntry entry) =>
        Point([
            Runs.Bold($"{entry.Date}: "),
            Runs.Of($"{entry.Says} ({entry.Speaker}; {entry.StatusWords})"),
            .. entry.IsNew ? [Runs.Bold(" new")] : Array.Empty<Run>(),
        ]);
}
