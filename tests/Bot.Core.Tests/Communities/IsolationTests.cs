using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Words;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Communities;

/// <summary>What one community adds is found by nobody else: no fact, no name, no word.</summary>
public sealed class IsolationTests
{
    /// <summary>Some that English has, so that they could stand in for others; some that only the town has, one letter from a slip.</summary>
    private static readonly string[] TownWords = ["wharf", "dock", "quay", "sabotage", "velkomar", "brindlecote", "quillmere"];

    private static readonly Entity Stranger = new()
    {
        Id = new EntityId("~stranger"),
        Kind = EntityKind.Person,
        Name = "Oskar Quillmere",
        Aliases = ["the bridge baron"],
    };

    [Fact]
    public void What_one_community_adds_changes_nothing_for_another() =>
        Properties.Hold(
            RandomStories.Any,
            made =>
            {
                var (story, chance) = made;
                var alone = Villages(RandomStories.Loaded(story.Book));
                var (beside, town) = (Villages(story), OfTheTown(story, chance));
                for (var i = 0; i < 12; i++)
                {
                    var question = RandomStories.Question(chance, TownWords);
                    Told.By(town, question);
                    Told.By(beside, question).ShouldBe(Told.By(alone, question), question);
                    Told.By(story, question).ShouldBe(Told.By(alone.Below!, question), question);
                }

                foreach (var typed in TownWords.Select(word => word[..4]).Append("/story who Osk").Append("the bridge"))
                {
                    Completion.Suggest(typed, beside).ShouldBe(Completion.Suggest(typed, alone));
                }

                foreach (var word in RandomStories.Words.Concat(TownWords))
                {
                    var rank = WordRanks.Of(word);
                    town.Index.Kin.Of(rank, itself: -1);
                    beside.Index.Kin.Of(rank, itself: -1).ShouldAllBe(kin => IsOf(beside, kin.Term), word);
                }

                beside.Index.Terms.Surfaces.Select(pair => pair.Key).ShouldBe(alone.Index.Terms.Surfaces.Select(pair => pair.Key));
                beside.Index.Names.IsName("quillmere").ShouldBeFalse();
                beside.Book.Entities.ShouldNotContain(Stranger);
            },
            times: 30
        );

    [Fact]
    public void The_community_itself_finds_its_words_names_and_slips()
    {
        var story = BothStories.Bridge;
        var fact = RandomStories.Fact("~1", new Random(1), story.Book) with
        {
            Says = "Brindlecote was named by Oskar Quillmere.",
            Actors = [Stranger.Id],
        };
        var town = story.By(Town, Named([Stranger]), Added(fact));

        foreach (
            var question in new[]
            {
                "who named brindlecote?",
                "who named brindelcote?",
                "what did Quillmere name?",
                "what did the bridge baron name?",
            }
        )
        {
            Told.By(town, question).Facts.ShouldContain("~1", Case.Sensitive, question);
            Told.By(story, question).Facts.ShouldNotContain("~1", Case.Sensitive, question);
        }

        Completion.Entities("Osk", town).ShouldContain(Stranger);
        Completion.Entities("Osk", story).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_only_a_community_has_finds_what_the_base_says_in_that_word()
    {
        var story = RandomStories.Loaded(SmallBooks.Book(1, SmallBooks.Fact("raft", "A raft sank at Eastport.")));
        var raft = Stranger with { Id = new EntityId("~raft"), Name = "the Raft", Aliases = [] };
        var town = story.By(Town, Named([raft]), Added(SmallBooks.Fact("~1", "Lanterns were lit.")));

        Told.By(town, "where did the raft sink?").Facts.ShouldStartWith("raft ");
        Told.By(town, "where did the rafts sink?").Facts.ShouldStartWith("raft ");
    }

    private static bool IsOf(StorySnapshot story, int term) => term < story.Index.Terms.Count && story.Index.Speaks(term);

    private static StorySnapshot Villages(StorySnapshot story) =>
        story.By(Village, Added(RandomStories.Fact("~v", new Random(7), story.Book, "lantern")));

    private static StorySnapshot OfTheTown(StorySnapshot story, Random chance) =>
        story.By(
            Town,
            [
                Named([Stranger], RandomStories.Seed("~page", ["The wharf of Brindlecote burned.", "Velkomar owned the quay."])),
                .. Enumerable.Range(0, 10).Select(i => Added(RandomStories.Fact($"~t{i}", chance, story.Book, TownWords))),
            ]
        );
}
