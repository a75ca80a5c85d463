using Bot.Core.Facts;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Stories;

/// <summary>The keys of every file of a story; docs/story-format.md says what they mean.</summary>
internal static class Shapes
{
    private static readonly Shape<EditionNoteDraft> EditionNote = new("An edition note", at => new EditionNoteDraft(at))
    {
        { "edition", (draft, text) => draft with { Edition = text } },
        { "date", (draft, text) => draft with { Date = text } },
        { "note", (draft, text) => draft with { Note = text } },
    };

    private static readonly Shape<AbsenceDraft> Absence = new("An absent answer", at => new AbsenceDraft(at))
    {
        { "id", (draft, text) => draft with { Id = text } },
        { "asked", (draft, texts) => draft with { Asked = texts } },
        { "says", (draft, text) => draft with { Says = text } },
        { "nearest", (draft, texts) => draft with { Nearest = texts } },
    };

    public static readonly Shape<StoryDraft> Story = new("A story", at => new StoryDraft { At = at })
    {
        { "slug", (draft, text) => draft with { Slug = text } },
        { "title", (draft, text) => draft with { Title = text } },
        { "summary", (draft, text) => draft with { Summary = text } },
        { "language", (draft, text) => draft with { Language = text } },
        { "time-zone", (draft, text) => draft with { TimeZone = text } },
        { "edition", (draft, text) => draft with { Edition = text } },
        {
            "edition-notes",
            (draft, node, reading) => draft with { EditionNotes = reading.Each("`edition-notes`", node, EditionNote, Unread.EditionNote) }
        },
        { "default", (draft, text) => draft with { Default = text } },
        { "closed", (draft, text) => draft with { Closed = text } },
        { "card", (draft, node, reading) => draft with { Card = CardLines(node, reading) } },
        { "absent", (draft, node, reading) => draft with { Absent = reading.Each("`absent`", node, Absence, Unread.Absence) } },
    };

    public static readonly Shape<SourceDraft> Source = new("A source", at => new SourceDraft(at))
    {
        { "id", (draft, text) => draft with { Id = text } },
        { "title", (draft, text) => draft with { Title = text } },
        { "short", (draft, text) => draft with { Short = text } },
        { "publisher", (draft, text) => draft with { Publisher = text } },
        { "author", (draft, text) => draft with { Author = text } },
        { "published", (draft, text) => draft with { Published = text } },
        { "url", (draft, text) => draft with { Url = text } },
        { "origin", (draft, text) => draft with { Origin = text } },
        { "seed", (draft, text) => draft with { Seed = text } },
        { "cited-by", (draft, text) => draft with { CitedBy = text } },
        { "record", (draft, text) => draft with { Record = text } },
    };

    public static readonly Shape<EntityDraft> Entity = new("An entity", at => new EntityDraft(at))
    {
        { "id", (draft, text) => draft with { Id = text } },
        { "kind", (draft, text) => draft with { Kind = text } },
        { "name", (draft, text) => draft with { Name = text } },
        { "role", (draft, text) => draft with { Role = text } },
        { "aliases", (draft, texts) => draft with { Aliases = texts } },
        { "of", (draft, text) => draft with { Of = text } },
    };

    private static readonly Shape<FigureDraft> Figure = new("`figure`", at => new FigureDraft(at), "{value: 82, unit: per cent}")
    {
        { "value", (draft, text) => draft with { Value = text } },
        { "unit", (draft, text) => draft with { Unit = text } },
        { "qualifier", (draft, text) => draft with { Qualifier = text } },
    };

    private static readonly Shape<DisputeDraft> Dispute = new("`disputed`", at => new DisputeDraft(at), "{reason: …}")
    {
        { "reason", (draft, text) => draft with { Reason = text } },
    };

    private static readonly Shape<EndingDraft> Ending = new(
        "`ended`",
        at => new EndingDraft(at),
        "{how: superseded, on: 2025-06-01, reason: …}"
    )
    {
        { "how", (draft, text) => draft with { How = text } },
        { "on", (draft, text) => draft with { On = text } },
        { "reason", (draft, text) => draft with { Reason = text } },
    };

    private static readonly Shape<EvidenceDraft> Evidence = new("An entry of `rests-on`", at => new EvidenceDraft(at))
    {
        { "seed", (draft, text) => draft with { Seed = text } },
        { "sentence", (draft, text) => draft with { Sentence = text } },
    };

    public static readonly Shape<FactDraft> Fact = new("A fact", at => new FactDraft(at))
    {
        { "id", (draft, text) => draft with { Id = text } },
        { "formerly", (draft, texts) => draft with { Formerly = texts } },
        { "kind", (draft, text) => draft with { Kind = text } },
        { "actor", (draft, node, reading) => draft with { Actor = reading.TextOrTexts("actor", node) } },
        { "action", (draft, text) => draft with { Action = text } },
        { "object", (draft, text) => draft with { Object = text } },
        { "speaker", (draft, node, reading) => draft with { Speaker = reading.TextOrTexts("speaker", node) } },
        { "status", (draft, text) => draft with { Status = text } },
        { "on", (draft, text) => draft with { On = text } },
        { "on-basis", (draft, text) => draft with { OnBasis = text } },
        { "said-on", (draft, text) => draft with { SaidOn = text } },
        { "said-on-basis", (draft, text) => draft with { SaidOnBasis = text } },
        { "holds", (draft, text) => draft with { Holds = text } },
        { "known", (draft, text) => draft with { Known = text } },
        { "checked", (draft, text) => draft with { Checked = text } },
        { "where", (draft, text) => draft with { Where = text } },
        { "scope", (draft, text) => draft with { Scope = text } },
        { "figure", (draft, node, reading) => draft with { Figure = reading.One("figure", node, Figure, Unread.Figure) } },
        { "says", (draft, text) => draft with { Says = text } },
        { "quote", (draft, text) => draft with { Quote = text } },
        { "stance", (draft, text) => draft with { Stance = text } },
        { "asked", (draft, texts) => draft with { Asked = texts } },
        { "about", (draft, texts) => draft with { About = texts } },
        { "sources", (draft, texts) => draft with { Sources = texts } },
        {
            "links",
            (draft, node, reading) =>
                draft with
                {
                    Links = [.. reading.Lists("`links`", node).Select(link => new LinkDraft(link.Word, link.Texts))],
                }
        },
        { "disputed", (draft, node, reading) => draft with { Disputed = reading.One("disputed", node, Dispute, Unread.Dispute) } },
        { "ended", (draft, node, reading) => draft with { Ended = reading.One("ended", node, Ending, Unread.Ending) } },
        { "rests-on", (draft, node, reading) => draft with { RestsOn = reading.Each("`rests-on`", node, Evidence, Unread.Evidence) } },
    };

    /// <summary>Front matter; the body is set by its reader.</summary>
    public static readonly Shape<SeedDraft> Seed = new("The front matter of a seed", at => new SeedDraft(at) { Body = "" })
    {
        { "id", (draft, text) => draft with { Id = text } },
        { "form", (draft, text) => draft with { Form = text } },
        { "title", (draft, text) => draft with { Title = text } },
        { "publisher", (draft, text) => draft with { Publisher = text } },
        { "author", (draft, text) => draft with { Author = text } },
        { "published", (draft, text) => draft with { Published = text } },
        { "url", (draft, text) => draft with { Url = text } },
        { "origin", (draft, text) => draft with { Origin = text } },
        { "language", (draft, text) => draft with { Language = text } },
        { "retrieved", (draft, text) => draft with { Retrieved = text } },
    };

    private static IReadOnlyList<IReadOnlyList<Text>> CardLines(Node node, Reading reading) =>
        node is Sequence lines ? [.. lines.Items.Select(line => reading.TextOrTexts("card", line))] : [reading.Texts("card", node)];
}
