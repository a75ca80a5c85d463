using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Words;
using Bot.Core.Tests.Communities;
using FsCheck.Fluent;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Conversation;

/// <summary>Ways of asking are found by an index: the same as by reading all of them.</summary>
public sealed class AskedPhrasesTests
{
    private static readonly string[] Words =
    [
        "who",
        "what",
        "did",
        "the",
        "bridge",
        "bridges",
        "fridge",
        "close",
        "closed",
        "toll",
        "told",
        "to",
    ];

    [Fact]
    public void What_is_offered_is_what_reading_every_way_of_asking_finds() =>
        Properties.Hold(
            Gen.Choose(0, int.MaxValue - 1),
            seed =>
            {
                var chance = new Random(seed);
                var story = Story(chance, chance.Next(1, 120));
                var town = OfATown(story, chance);
                for (var i = 0; i < 20; i++)
                {
                    var typed = Typed(chance);
                    Offered(typed, story).ShouldBe(ReadingAll(typed, story), typed);
                    Offered(typed, town).ShouldBe(ReadingAll(typed, town), typed);
                }
            },
            60
        );

    [Fact]
    public void A_question_that_nobody_asks_any_more_is_not_offered_where_its_fact_was_taken_over()
    {
        var fact = SmallBooks.Fact("toll", "The toll rose.") with { Asked = ["what rose"] };
        var story = RandomStories.Loaded(SmallBooks.Book(1, fact));

        Offered("what ro", story).ShouldBe(["what rose"]);
        Offered("what ro", story.By(Town, Changed(fact, fact with { Asked = ["which toll rose"] }))).ShouldBeEmpty();
        Offered("which", story.By(Town, Changed(fact, fact with { Asked = ["which toll rose"] }))).ShouldBe(["which toll rose"]);
    }

    private static StorySnapshot Story(Random chance, int facts) =>
        RandomStories.Loaded(SmallBooks.Book(1, [.. Enumerable.Range(0, facts).Select(i => Asked(chance, $"f{i}"))]));

    /// <summary>It asks for some facts of the base in other words, and for some of its own.</summary>
    private static StorySnapshot OfATown(StorySnapshot story, Random chance)
    {
        var changed = story.Book.Facts.Where(_ => chance.Next(3) == 0).ToList();
        return story.By(
            Town,
            [
                .. changed.Select(fact => Changed(fact, fact with { Asked = [Phrase(chance)] })),
                .. Enumerable.Range(0, 4).Select(i => Added(Asked(chance, $"~{i}"))),
            ]
        );
    }

    private static Fact Asked(Random chance, string id) =>
        SmallBooks.Fact(id, "It was.") with
        {
            Asked = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => Phrase(chance))],
        };

    private static string Phrase(Random chance) =>
        string.Join(' ', Enumerable.Range(0, chance.Next(1, 5)).Select(_ => Words[chance.Next(Words.Length)]));

    private static string Typed(Random chance)
    {
        var phrase = Phrase(chance) + " " + Phrase(chance);
        var typed = phrase[..chance.Next(2, phrase.Length)];
        return chance.Next(3) > 0 ? typed : typed.Remove(chance.Next(typed.Length), 1) + "d";
    }

    private static List<string> Offered(string typed, StorySnapshot story) =>
        [.. Completion.Suggest(typed, story).Select(suggestion => suggestion.Label)];

    private static List<string> ReadingAll(string typed, StorySnapshot story)
    {
        var words = NormalText.Words(typed);
        return
        [
            .. story
                .Book.Facts.Where(fact => fact.Ended is null)
                .SelectMany(fact => fact.Asked)
                .Distinct()
                .Select(asked => (asked, Rank: Rank(NormalText.Of(asked), words)))
                .Where(pair => pair.Rank < 3)
                .OrderBy(pair => pair.Rank)
                .ThenBy(pair => pair.asked.Length)
                .Take(8)
                .Select(pair => pair.asked),
        ];
    }

    private static int Rank(string phrase, List<string> typed)
    {
        var held = phrase.Split(' ');
        return phrase.StartsWith(string.Join(' ', typed), StringComparison.Ordinal) ? 0
            : typed.TrueForAll(word => held.Any(h => Begins(h, word))) ? 1
            : typed.TrueForAll(word => held.Any(h => Begins(h, word) || (word.Length > 3 && EditDistance.Between(word, h, 1) <= 1))) ? 2
            : 3;
    }

    private static bool Begins(string whole, string beginning) => whole.StartsWith(beginning, StringComparison.Ordinal);
}
