using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Moderation;

/// <summary>Two communities over the bridge story, with everything a change goes through.</summary>
internal sealed class Newsroom
{
    public static readonly CommunityId Town = new("discord:town");
    public static readonly CommunityId Village = new("slack:village");
    public static readonly FactId Closed = new("bridge-closed");
    private readonly StoryKeeper keeper;
    private int deliveries;

    private Newsroom(ModerationRules? rules, Func<IJournal, IJournal>? around)
    {
        var journal = new InMemoryJournal(Time);
        Journal = around?.Invoke(journal) ?? journal;
        keeper = new StoryKeeper(Journal, Shelf, Time, development: false);
        Changes = new Changes(Journal, keeper, Shelf, Time, rules);
    }

    public InMemoryPeople People { get; } = new(System.Security.Cryptography.RandomNumberGenerator.Fill);
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    public Shelf Shelf { get; } = new();
    public IJournal Journal { get; }
    public Changes Changes { get; }
    public StoryKeeper Keeper => keeper;
    public static StorySlug Slug => BothStories.Bridge.Story.Slug;

    /// <param name="rules">Null: those that hold where nobody set anything.</param>
    /// <param name="around">What stands before the journal; null: nothing.</param>
    public static async Task<Newsroom> Open(ModerationRules? rules = null, Func<IJournal, IJournal>? around = null)
    {
        var room = new Newsroom(rules, around);
        await room.Load(Book());
        return room;
    }

    /// <summary>The bridge story in a first edition, or in a later one with other facts.</summary>
    /// <param name="added">People beside those of the story.</param>
    public static FactBook Book(int edition = 1, Func<IEnumerable<Fact>, IEnumerable<Fact>>? edit = null, params Entity[] added)
    {
        var book = BothStories.Bridge.Book;
        var story = book.Story with
        {
            Edition = edition,
            EditionNotes = [new EditionNote(edition, new DateOnly(2026, 6, edition), "Edited.")],
        };
        return new FactBook(story, book.Seeds, book.Sources, [.. book.Entities, .. added], [.. (edit ?? (facts => facts))(book.Facts)]);
    }

    public async Task Load(FactBook book) =>
        (await keeper.Load([book], BothStories.Bridge.Index.Lexicon, null, CancellationToken.None)).ShouldBeEmpty();

    /// <summary>Another program over the same journal.</summary>
    public async Task<Shelf> Restarted(FactBook book)
    {
        var shelf = new Shelf();
        var again = new StoryKeeper(Journal, shelf, Time, development: false);
        (await again.Load([book], BothStories.Bridge.Index.Lexicon, null, CancellationToken.None)).ShouldBeEmpty();
        return shelf;
    }

    /// <summary>What waits for the moderators of the town.</summary>
    public Backlog Queue => Shelf.Queue(Town, Slug);

    public StorySnapshot Story(CommunityId community) => Shelf.Story(Shelf.Now, community, Slug.Value)!;

    public string Ask(CommunityId community, string question) =>
        PlainText.Of(new Desk(Shelf, Time).Handle(new Command.Ask(question, new()), Slug, community));

    public string Changed(CommunityId community) => PlainText.Of(new Desk(Shelf, Time).Handle(new Command.Changes(null), Slug, community));

    public Task<ChangeOutcome> Make(
        Change change,
        CommunityId? community = null,
        string reason = "Because.",
        int? revision = null,
        string? delivery = null,
        StorySlug? story = null,
        string by = "p1",
        Role role = Role.Operator
    )
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return Changes.Make(
            new ChangeRequest
            {
                Community = community ?? Town,
                Story = story ?? Slug,
                By = new PersonKey(by),
                Role = role,
                Command = new CommandId(delivery ?? $"delivery {++deliveries}"),
                Reason = reason,
                Change = change,
                Revision = revision,
            },
            CancellationToken.None
        );
    }

    public async Task<FactId> Done(Change change, CommunityId? community = null, string reason = "Because.") =>
        (await Make(change, community, reason)).ShouldBeOfType<ChangeOutcome.Done>().Facts[0];

    public async Task<string> Refused(Change change, CommunityId? community = null, string reason = "Because.", int? revision = null) =>
        string.Join(
            ' ',
            (await Make(change, community, reason, revision)).ShouldBeOfType<ChangeOutcome.Refused>().Problems.Select(p => p.Sentence)
        );

    /// <summary>All text that the journal holds.</summary>
    public async Task<string> Everything()
    {
        var all = new List<string>();
        await foreach (var envelope in Journal.Read(0, CancellationToken.None))
        {
            all.Add(Testing.Model.Told.Of(envelope));
        }

        return string.Join('\n', all);
    }

    /// <summary>All that is in memory of a story, without the documents of the base, which stand in the files.</summary>
    public static string Told(StorySnapshot story) =>
        Testing.Model.Told.Of(story.Community == CommunityId.Base ? story with { Book = WithoutDocuments(story.Book) } : story);

    /// <summary>A fact with its own document and source, said by somebody of the community's own.</summary>
    public static StoryDraft Draft(string says, string? id = null, string tag = "~tip") =>
        new()
        {
            At = At,
            Seeds =
            [
                new SeedDraft(At)
                {
                    Id = Word($"{tag}-seed"),
                    Form = Word("notes"),
                    Title = Word("a message"),
                    Body = says,
                },
            ],
            Sources =
            [
                new SourceDraft(At)
                {
                    Id = Word($"{tag}-source"),
                    Title = Word("A message"),
                    Short = Word("a message"),
                    Origin = Word(tag),
                    Seed = Word($"{tag}-seed"),
                },
            ],
            Entities =
            [
                new EntityDraft(At)
                {
                    Id = Word($"{tag}-who"),
                    Kind = Word("person"),
                    Name = Word($"Ottoline {tag[1..]} Quillmere"),
                },
            ],
            Facts = [Fact(says, id, tag)],
        };

    /// <summary>The closure in other words, resting on what the base rests it on.</summary>
    public static StoryDraft Restated(string says) =>
        new()
        {
            At = At,
            Facts =
            [
                new FactDraft(At)
                {
                    Kind = Word("suspension"),
                    Actor = [Word("council")],
                    Action = Word("closed"),
                    Speaker = [Word("council")],
                    Status = Word("own-account"),
                    On = Word("2026-05-13"),
                    Says = Word(says),
                    Sources = [Word("courier")],
                    RestsOn =
                    [
                        .. Book()
                            .Find(Closed)!
                            .RestsOn.Select(e => new EvidenceDraft(At) { Seed = Word(e.Seed.Value), Sentence = Word(e.Sentence) }),
                    ],
                },
            ],
        };

    public static FactDraft Fact(string says, string? id, string tag) =>
        new(At)
        {
            Id = id is null ? null : Word(id),
            Kind = Word("claim"),
            Speaker = [Word($"{tag}-who")],
            Status = Word("alleged"),
            SaidOn = Word("2026-06-01"),
            Says = Word(says),
            Sources = [Word($"{tag}-source")],
            RestsOn = [new EvidenceDraft(At) { Seed = Word($"{tag}-seed"), Sentence = Word(says) }],
        };

    private static FactBook WithoutDocuments(FactBook book) =>
        new(book.Story, [], book.Sources, [.. book.Entities, .. book.EntitiesGone], book.Facts);

    private static Place At => new("message", 1, 1);

    private static Text Word(string text) => new(text, At);
}
