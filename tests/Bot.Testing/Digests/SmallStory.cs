using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;

namespace Bot.Testing.Digests;

/// <summary>A story of one speaker and one source, in as many editions as it takes.</summary>
internal sealed class SmallStory(TimeProvider time)
{
    private static readonly EntityId Board = new("board");
    private static readonly EntityId Ferry = new("ferry");
    private static readonly SourceId Gazette = new("gazette");
    private readonly Shelf shelf = new();
    private StoryKeeper? keeper;
    private int edition;

    public Shelf Shelf => shelf;

    public StorySnapshot Now => shelf.Story(shelf.Now, CommunityId.Local)!;

    private static Lexicon Words { get; } =
        new()
        {
            StopWords = new HashSet<string>(),
            Abbreviations = new HashSet<string>(),
            Concepts = new Dictionary<string, IReadOnlyList<string>>(),
            Cues = new Dictionary<string, IReadOnlyList<string>> { ["overview"] = ["what is going on"] },
            Names = new HashSet<string>(),
            Light = new HashSet<string>(),
            Languages = new Dictionary<string, IReadOnlyList<string>>(),
        };

    public static Assertion Fact(string id, string says) =>
        new(FactKind.Act)
        {
            Id = new FactId(id),
            Speaker = new Speaker.People([Board]),
            Status = FactStatus.Reported,
            Known = new DateOnly(2026, 1, 1),
            Says = says,
            Sources = [Gazette],
            RestsOn = [],
        };

    /// <summary>What one side says of something that another describes otherwise.</summary>
    public static Account Account(string id, string other, string says, bool byFerry = false) =>
        new()
        {
            Id = new FactId(id),
            Other = new FactId(other),
            Speaker = new Speaker.People([byFerry ? Ferry : Board]),
            Status = FactStatus.Stated,
            SaidOn = PartialDate.Of(new DateOnly(2026, 3, byFerry ? 2 : 1)),
            Known = new DateOnly(2026, 1, 1),
            Says = says,
            Sources = [Gazette],
            RestsOn = [],
        };

    /// <summary>The next edition.</summary>
    public void Load(IReadOnlyList<Fact> facts, DateOnly? closed = null)
    {
        keeper ??= new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false, accept: true);
        var loading = keeper.Load([Book(facts, closed)], Words, null, CancellationToken.None);
        loading.GetAwaiter().GetResult().ShouldBeEmpty();
    }

    private FactBook Book(IReadOnlyList<Fact> facts, DateOnly? closed) =>
        new(
            new Story
            {
                Slug = new StorySlug("gates"),
                Title = "The gates",
                Language = "en",
                TimeZone = "UTC",
                Edition = ++edition,
                EditionNotes = [new EditionNote(edition, new DateOnly(2026, 3, 1), "The Gazette was read again.")],
                Closed = closed,
            },
            [],
            [
                new Source
                {
                    Id = Gazette,
                    Title = "The Gazette",
                    Short = "the Gazette",
                    Origin = "gazette",
                },
            ],
            [Named(Board, "the Board"), Named(Ferry, "the Ferry Company")],
            facts
        );

    private static Entity Named(EntityId id, string name) =>
        new()
        {
            Id = id,
            Kind = EntityKind.Organisation,
            Name = name,
        };
}
