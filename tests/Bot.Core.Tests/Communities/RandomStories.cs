using System.Globalization;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Knowledge.Lexicons;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Communities;

/// <summary>Stories put together at random from few words, so that facts, questions and slips often meet.</summary>
internal static class RandomStories
{
    public static Lexicon Lexicon { get; } = ShippedLexicon.Read();

    public static readonly string[] Words =
    [
        .. "bridge ferry closed suspended reopened declined announced paid repair toll crack steel budget June 12 300 million car protest".Split(
            ' '
        ),
        .. "inspection report weight lorry detour school island letter angry welcomed criticised denied safe danger weekend storm".Split(
            ' '
        ),
    ];

    private static readonly Entity[] People =
    [
        Named("council", EntityKind.Organisation, "the Harbour Council"),
        Named("lind", EntityKind.Person, "Mara Lind") with
        {
            Role = "chief engineer",
            Of = new EntityId("council"),
        },
        Named("northway", EntityKind.Organisation, "Northway Ferries") with
        {
            Aliases = ["Northway"],
        },
        Named("eastport", EntityKind.Place, "Eastport"),
    ];

    private static readonly FactKind[] Kinds =
    [
        FactKind.Act,
        FactKind.Suspension,
        FactKind.Exemption,
        FactKind.Claim,
        FactKind.Response,
        FactKind.Figure,
        FactKind.Background,
        FactKind.Assessment,
    ];

    private static readonly string[] Forms =
    [
        "what did the Harbour Council {0}?",
        "was the {0} {1}?",
        "who {0} the {1}?",
        "how many {0} {1}?",
        "when was the {0} {1} {2}?",
        "why did Northway {0} the {1}?",
        "did Mara Lind say {0} {1}?",
        "{0} {1} {2} {3}",
        "what is going on?",
        "who responded to the {0}?",
        "is it true that the {0} was {1} in Eastport?",
    ];

    /// <summary>A story of 8 to 24 facts, and the chance to go on with.</summary>
    public static Gen<(StorySnapshot Story, Random Chance)> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(Made);

    /// <summary>A question of such words; one in three has a slip.</summary>
    /// <param name="more">Words it may use beside those of all stories.</param>
    public static string Question(Random chance, params string[] more)
    {
        var question = Asked(chance, more);
        return chance.Next(3) > 0 ? question : question.Remove(chance.Next(question.Length), 1);
    }

    /// <param name="story">Whom it may be said by, and what it may be linked to.</param>
    public static Fact Fact(string id, Random chance, FactBook story, params string[] more) =>
        Fact(id, chance, story.Entities, story.Seeds[0], story.Facts.Count > 0 ? story.Facts[0].Id : null, more);

    private static Assertion Fact(string id, Random chance, IReadOnlyList<Entity> people, Seed seed, FactId? link, string[] more)
    {
        var passage = seed.Passages[chance.Next(seed.Passages.Count)];
        return new Assertion(Kinds[chance.Next(Kinds.Length)])
        {
            Id = new FactId(id),
            Actors = [people[chance.Next(people.Count)].Id],
            Speaker = new Speaker.People([people[chance.Next(people.Count)].Id]),
            Status = chance.Next(2) == 0 ? FactStatus.OwnAccount : FactStatus.Alleged,
            SaidOn = PartialDate.TryParse($"2026-0{chance.Next(1, 9)}-1{chance.Next(10)}"),
            Known = new DateOnly(2026, 3, 1),
            Says = Sentence(chance, more),
            Asked = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => Asked(chance, more))],
            Sources = [new SourceId("courier")],
            Links = link is { } to && chance.Next(4) == 0 ? [new Link((LinkKind)chance.Next(5), to)] : [],
            RestsOn = [new Evidence(seed.Id, passage.Text, passage.Start, passage)],
        };
    }

    private static (StorySnapshot, Random) Made(int number)
    {
        var chance = new Random(number);
        var seed = Seed("notes", [.. Enumerable.Range(0, 12).Select(_ => Sentence(chance, []))]);
        var facts = new List<Fact>();
        for (var i = chance.Next(8, 25); i > 0; i--)
        {
            facts.Add(Fact($"f{i}", chance, People, seed, facts.FirstOrDefault()?.Id, []));
        }

        // A gap that is asked for in all the words: how common a word is then does not hang on which facts use it.
        var small = SmallBooks.Book(1);
        var story = small.Story with { Absent = [new Absence("all", [string.Join(' ', [.. Words, .. Forms])], "Nothing says so.", [])] };
        return (Loaded(new FactBook(story, [seed], small.Sources, People, facts)), chance);
    }

    public static Seed Seed(string id, IReadOnlyList<string> sentences)
    {
        var passages = new List<Passage>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            passages.Add(
                new Passage
                {
                    Seed = new SeedId(id),
                    Number = passages.Count,
                    Start = start,
                    End = start + sentence.Length,
                    Text = sentence,
                    Paragraph = passages.Count / 3,
                }
            );
            start += sentence.Length + 1;
        }

        return new Seed
        {
            Id = new SeedId(id),
            Form = SeedForm.Notes,
            Title = "Notes on the bridge",
            Text = string.Join(' ', sentences),
            Passages = passages,
        };
    }

    public static StorySnapshot Loaded(FactBook book)
    {
        var (shelf, time) = (new Shelf(), new FakeTimeProvider());
        var keeper = new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false);
        keeper.Load([book], Lexicon, wanted: null, CancellationToken.None).Result.ShouldBeEmpty();
        return shelf.Now.Story()!;
    }

    /// <summary>Without slips: of two words as near to a slip the one in more texts is meant, and a changed fact has texts in both layers.</summary>
    private static string Asked(Random chance, string[] more)
    {
        var words = Enumerable.Range(0, 4).Select(_ => Word(chance, more)).ToArray<object>();
        return string.Format(CultureInfo.InvariantCulture, Forms[chance.Next(Forms.Length)], words);
    }

    private static string Sentence(Random chance, string[] more)
    {
        var words = Enumerable.Range(0, chance.Next(4, 11)).Select(_ => Word(chance, more)).ToList();
        words.Insert(chance.Next(words.Count), People[chance.Next(People.Length)].Name);
        return $"The {string.Join(' ', words)}.";
    }

    private static string Word(Random chance, string[] more) =>
        more.Length > 0 && chance.Next(4) == 0 ? more[chance.Next(more.Length)] : Words[chance.Next(Words.Length)];

    private static Entity Named(string id, EntityKind kind, string name) =>
        new()
        {
            Id = new EntityId(id),
            Kind = kind,
            Name = name,
        };
}
