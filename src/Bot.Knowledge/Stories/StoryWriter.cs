using System.Globalization;
using Bot.Core.Facts;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Stories;

/// <summary>
/// Writes what a story holds as its files have it, in the order of keys of docs/story-format.md. A value that the reader puts in where none
/// stands is left out.
/// </summary>
internal sealed record StoryWriter
{
    /// <summary>What an id is called in the file.</summary>
    public Func<string, string> Call { get; init; } = id => id;

    /// <summary>The day by which the reader takes a fact to be known where none stands; null: there is none, so it is always written.</summary>
    public Func<Fact, DateOnly?> Known { get; init; } = _ => null;

    /// <summary>Likewise the day by which it was checked.</summary>
    public Func<Fact, DateOnly?> Checked { get; init; } = _ => null;

    /// <summary>Nothing is left out.</summary>
    public bool Whole { get; init; }

    /// <summary>A writer of files that lie beside the rest of a story.</summary>
    /// <param name="more">What is not in the book.</param>
    public static StoryWriter Of(FactBook book, Cast? more = null)
    {
        var edition = book.Story.EditionNotes.FirstOrDefault(note => note.Edition == book.Story.Edition)?.Date;
        var sources = book.Sources.Concat(more?.Sources ?? []).ToLookup(source => source.Id);
        var retrieved = book.Seeds.Concat(more?.Seeds ?? []).ToLookup(seed => seed.Id, seed => seed.Retrieved);
        var otherwise = new CheckedByDefault(id => sources[id].FirstOrDefault(), id => retrieved[id].FirstOrDefault(), book.Facts);
        return new StoryWriter { Known = fact => fact.KnownIsStated ? null : edition, Checked = otherwise.Of };
    }

    /// <summary>A list, one entry after another, with an empty line between them where asked for.</summary>
    public static string Text(IEnumerable<Mapping> entries, bool apart = false) =>
        string.Join(apart ? "\n" : "", entries.Select(entry => TreeWriter.Write(new Sequence(default, [entry]))));

    public Mapping Entity(Entity entity) =>
        new Group()
            .Text("id", Call(entity.Id.Value))
            .Text("kind", Vocabulary.Word(entity.Kind))
            .Text("name", entity.Name)
            .Text("role", entity.Role)
            .Column("aliases", entity.Aliases)
            .Text("of", entity.Of is { } of ? Call(of.Value) : null)
            .Mapping;

    public Mapping Source(Source source) =>
        new Group()
            .Text("id", Call(source.Id.Value))
            .Text("title", source.Title)
            .Text("short", source.Short)
            .Text("publisher", source.Publisher)
            .Text("author", source.Author)
            .Text("published", source.Published?.ToString())
            .Text("url", source.Url)
            .Text("origin", source.Origin)
            .Text("seed", source.Seed is { } seed ? Call(seed.Value) : null)
            .Text("cited-by", source.CitedBy is { } citing ? Call(citing.Value) : null)
            .Text("record", source.Record ? "true" : null)
            .Mapping;

    /// <summary>A Markdown seed, its body as it is.</summary>
    public string Seed(Seed seed) => SeedFile.Write(FrontMatter(seed), seed.Text);

    public Mapping FrontMatter(Seed seed) =>
        new Group()
            .Text("id", Call(seed.Id.Value))
            .Text("form", Vocabulary.Word(seed.Form))
            .Text("title", seed.Title)
            .Text("publisher", seed.Publisher)
            .Text("author", seed.Author)
            .Text("published", seed.Published?.ToString())
            .Text("url", seed.Url)
            .Text("language", seed.Language)
            .Text("retrieved", seed.Retrieved?.ToString())
            .Mapping;

    public Mapping Fact(Fact fact) =>
        new Group()
            .Text("id", Call(fact.Id.Value))
            .Row("formerly", Ids(fact.Formerly))
            .Text("kind", Vocabulary.Word(fact.Kind))
            .OneOrRow("actor", Ids(fact.Actors))
            .Text("action", fact.Action)
            .Text("object", fact.Object)
            .OneOrRow("speaker", fact.Speaker is Speaker.People people ? Ids(people.Ids) : Ids([((Speaker.Carrier)fact.Speaker).Id]))
            .Text("status", Vocabulary.Word(fact.Status))
            .Text("on", fact.On?.ToString())
            .Text("on-basis", fact.On is null ? null : UnlessDefault(fact.OnBasis))
            .Text("said-on", fact.SaidOn?.ToString())
            .Text("said-on-basis", fact.SaidOn is null ? null : UnlessDefault(fact.SaidOnBasis))
            .Text("holds", UnlessDefault(fact.Holds))
            .Text("known", UnlessDefault(fact.Known, Known(fact)))
            .Text("checked", UnlessDefault(fact.Checked, Checked(fact)))
            .Text("where", fact.Where)
            .Text("scope", fact.Scope)
            .Inner("figure", fact.Figure is { } figure ? Figure(figure) : null, inBrackets: true)
            .Text("says", fact.Says)
            .Text("quote", fact.Quote)
            .Text("stance", fact.Stance is { } stance ? Vocabulary.Word(stance) : null)
            .Column("asked", fact.Asked)
            .Row("about", Ids(fact.About))
            .Row("sources", Ids(fact.Sources))
            .Inner("links", Links(fact.Links))
            .Inner("disputed", new Group().Text("reason", fact.Disputed))
            .Inner("ended", fact.Ended is { } ended ? Ending(ended) : null)
            .Each("rests-on", fact.RestsOn.Select(Evidence))
            .Mapping;

    private static Group Figure(Figure figure) =>
        new Group().Text("value", figure.Value).Text("unit", figure.Unit).Text("qualifier", figure.Qualifier);

    private Group Links(IEnumerable<Link> links) =>
        links
            .GroupBy(link => link.Kind, link => link.To)
            .Aggregate(new Group(), (group, kind) => group.Row(Vocabulary.Word(kind.Key), Ids(kind)));

    private static Group Ending(Ending ended) =>
        new Group().Text("how", Vocabulary.Word(ended.How)).Text("on", Day(ended.On)).Text("reason", ended.Reason);

    private Group Evidence(Evidence evidence) => new Group().Text("seed", Call(evidence.Seed.Value)).Text("sentence", evidence.Sentence);

    private string[] Ids<T>(IEnumerable<T> ids)
        where T : struct => [.. ids.Select(id => Call($"{id}"))];

    private string? UnlessDefault<T>(T value)
        where T : struct, Enum => !Whole && EqualityComparer<T>.Default.Equals(value, default) ? null : Vocabulary.Word(value);

    private string? UnlessDefault(DateOnly? day, DateOnly? otherwise) =>
        day is null || (!Whole && day == otherwise) ? null : Day(day.Value);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
