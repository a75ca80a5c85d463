using Bot.Core.Facts;
using Bot.Core.Questions;

namespace Bot.Core.Tests;

/// <summary>Fact books of a few facts, one speaker and one source, made without files.</summary>
internal static class SmallBooks
{
    public static readonly StorySlug Slug = new("bridge");
    private static readonly EntityId Council = new("council");
    private static readonly SourceId Courier = new("courier");

    public static Lexicon Lexicon { get; } =
        new()
        {
            StopWords = new HashSet<string>(["the", "who"]),
            Abbreviations = new HashSet<string>(["mr"]),
            Concepts = new Dictionary<string, IReadOnlyList<string>>(),
            Cues = new Dictionary<string, IReadOnlyList<string>>(),
            Names = new HashSet<string>(),
            Light = new HashSet<string>(),
            Languages = new Dictionary<string, IReadOnlyList<string>>(),
        };

    public static Assertion Fact(string id, string says, params string[] formerly) =>
        new(FactKind.Act)
        {
            Id = new FactId(id),
            Formerly = [.. formerly.Select(former => new FactId(former))],
            Speaker = new Speaker.People([Council]),
            Status = FactStatus.OwnAccount,
            Known = new DateOnly(2026, 3, 1),
            Says = says,
            Sources = [Courier],
            RestsOn = [],
        };

    public static Entity Entity(string id, string name) =>
        new()
        {
            Id = new EntityId(id),
            Kind = EntityKind.Organisation,
            Name = name,
        };

    /// <summary>The cast that every one of these books has.</summary>
    public static Cast Cast { get; } = Cast.Of(Book(1));

    public static FactBook Book(int edition, params Fact[] facts) => Book("bridge", edition, facts);

    public static FactBook Book(string slug, int edition, params Fact[] facts) =>
        new(
            new Story
            {
                Slug = new StorySlug(slug),
                Title = $"The {slug} closes",
                Language = "en",
                TimeZone = "Europe/London",
                Edition = edition,
                EditionNotes = [new EditionNote(edition, new DateOnly(2026, 3, 1), $"Note on edition {edition}.")],
            },
            [],
            [
                new Source
                {
                    Id = Courier,
                    Title = "The Courier",
                    Short = "the Courier",
                    Origin = "courier",
                },
            ],
            [Entity(Council.Value, "the Council")],
            facts
        );

    /// <summary>The contents of facts in order of id, to compare editions by.</summary>
    public static IReadOnlyList<string> Contents(IEnumerable<Fact> facts) => [.. facts.OrderBy(fact => fact.Id).Select(FactContent.Of)];
}
