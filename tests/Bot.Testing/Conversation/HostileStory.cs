using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Knowledge.Lexicons;

namespace Bot.Testing.Conversation;

/// <summary>A story of which every text is hostile, and what is answered over it: nothing that others wrote is left out.</summary>
public static class HostileStory
{
    /// <summary>How many texts a story has of its own.</summary>
    public const int Texts = 20;

    private static readonly Place At = new("hostile", 1, 1);
    private static readonly Lexicon Lexicon = ShippedLexicon.Read();

    private static readonly string[] Lines =
    [
        "/ask",
        "/story who",
        "/story who somebody",
        "/story what kind:act",
        "/story what kind:claim",
        "/story what kind:account",
        "/story responses",
        "/story timeline",
        "/story sources",
        "/story status",
        "/story changes",
        "/settings",
        "/why what was done",
        "what was done",
    ];

    public static async Task<IReadOnlyList<Reply>> Replies(int seed)
    {
        var chance = new Random(seed);
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(TimeProvider.System), shelf, TimeProvider.System, development: false);
        await keeper.Load([Book(() => "x" + Whole(HostileTexts.Made(chance)))], Lexicon, null, CancellationToken.None);
        var answering = new Answering(new Desk(shelf, TimeProvider.System), shelf);
        return
        [
            .. Lines.Select(Grammar.Parse).Select(parsed => answering.To(parsed, CommunityId.Local).Reply),
            .. Enumerable.Range(0, 5).Select(_ => answering.To(BareLine.Parse(HostileTexts.Made(chance)), CommunityId.Local).Reply),
        ];
    }

    private static FactBook Book(Func<string> hostile)
    {
        string[] ids = ["deed", "denial", "one", "other", "silence"];
        var sentences = ids.ToDictionary(id => id, id => $"Somebody wrote {OneLine(hostile())} and {id} down.");
        var draft = new StoryDraft
        {
            At = At,
            Slug = Word("hostile"),
            Title = Text(),
            Language = Word("en"),
            TimeZone = Word("Europe/London"),
            Edition = Word("1"),
            EditionNotes =
            [
                new EditionNoteDraft(At)
                {
                    Edition = Word("1"),
                    Date = Word("2026-03-01"),
                    Note = Text(),
                },
            ],
            Seeds =
            [
                new SeedDraft(At)
                {
                    Id = Word("page"),
                    Form = Word("document"),
                    Title = Text(),
                    Publisher = Text(),
                    Body = string.Join("\n\n", sentences.Values.Append($"What they said was {hostile()}, they say.")),
                },
            ],
            Sources =
            [
                new SourceDraft(At)
                {
                    Id = Word("page-source"),
                    Title = Text(),
                    Short = Text(),
                    Origin = Text(),
                    Publisher = Text(),
                    Author = Text(),
                    Seed = Word("page"),
                },
            ],
            Entities =
            [
                new EntityDraft(At)
                {
                    Id = Word("somebody"),
                    Kind = Word("organisation"),
                    Name = Word($"somebody {hostile()}"),
                    Role = Text(),
                },
            ],
            Facts =
            [
                Fact("deed", "act", "own-account") with
                {
                    Actor = [Word("somebody")],
                    On = Word("2026-05-01"),
                    Scope = Text(),
                    Where = Text(),
                    Disputed = new DisputeDraft(At) { Reason = Text() },
                },
                Fact("denial", "claim", "alleged") with
                {
                    Actor = [Word("somebody")],
                    Links = [new LinkDraft(Word("denies"), [Word("deed")])],
                },
                Fact("one", "account", "stated") with
                {
                    Links = [new LinkDraft(Word("pairs-with"), [Word("other")])],
                },
                Fact("other", "account", "stated") with
                {
                    Links = [new LinkDraft(Word("pairs-with"), [Word("one")])],
                },
                Fact("silence", "non-answer", "reported") with
                {
                    Actor = [Word("somebody")],
                    Scope = Text(),
                },
            ],
        };
        var built = FactBook.Build(draft, Lexicon.Abbreviations);
        ((built as BuildResult.Refused)?.Problems.Select(problem => problem.Sentence) ?? []).ShouldBeEmpty();
        return ((BuildResult.Built)built).Book;

        Text Text() => Word(hostile());

        FactDraft Fact(string id, string kind, string status) =>
            new(At)
            {
                Id = Word(id),
                Kind = Word(kind),
                Speaker = [Word("somebody")],
                Status = Word(status),
                Says = Text(),
                Quote = Word(sentences[id][..^1]),
                Sources = [Word("page-source")],
                RestsOn = [new EvidenceDraft(At) { Seed = Word("page"), Sentence = Word(sentences[id]) }],
            };
    }

    /// <summary>Files and forms hold whole characters only.</summary>
    private static string Whole(string text) => text.Replace("\uD800", "", StringComparison.Ordinal);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static Text Word(string text) => new(text, At);
}
