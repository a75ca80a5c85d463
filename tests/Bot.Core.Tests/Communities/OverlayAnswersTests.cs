using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;
using Bot.Core.Tests.Cases;
using Bot.Testing;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Communities;

/// <summary>A story in two layers is answered as the same story in one.</summary>
public sealed class OverlayAnswersTests
{
    /// <summary>What the rarity of words in a community's own facts, which only the flat index counts, may do to a score.</summary>
    private const float Bound = 0.06f;

    private static readonly string[] NewWords = ["gantry", "sabotage", "wreath", "velkomar", "2041", "brindlecote"];
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void Facts_that_a_community_gives_are_answered_as_the_base_gives_them() =>
        Properties.Hold(
            RandomStories.Any,
            made =>
            {
                var (story, chance) = made;
                var last = story.Book.Facts.TakeLast(chance.Next(1, story.Book.Facts.Count)).ToList();
                var town = story.By(Town, [.. last.Select(Removed), .. last.Select(Added)]);
                town.Book.Facts.Count.ShouldBe(story.Book.Facts.Count);
                for (var i = 0; i < 12; i++)
                {
                    var question = RandomStories.Question(chance);
                    Told.By(town, question).ShouldBe(Told.By(story, question), question);
                }
            },
            times: 80
        );

    [Fact]
    public void Two_layers_rank_as_one_does() =>
        Properties.Hold(
            RandomStories.Any,
            made =>
            {
                var (story, chance) = made;
                var (town, flat) = InBoth(story, chance);
                for (var i = 0; i < 12; i++)
                {
                    var question = RandomStories.Question(chance, NewWords);
                    var (layered, one) = (Rank(town, question), Rank(flat, question));
                    layered.Keys.ShouldBe(one.Keys, ignoreOrder: true, question);
                    layered.ShouldAllBe(match => Math.Abs(match.Value - one[match.Key]) < Bound, question);
                }
            },
            times: 80
        );

    [Fact]
    public void What_was_changed_or_withdrawn_is_never_shown_as_the_base_has_it() =>
        Properties.Hold(
            RandomStories.Any,
            made =>
            {
                var (story, chance) = made;
                var (town, _) = InBoth(story, chance);
                var now = town.Book.Facts.ToHashSet();
                for (var i = 0; i < 12; i++)
                {
                    var question = RandomStories.Question(chance, NewWords);
                    var answer = Answerer.Answer(town, question, new AsOf(), Today);
                    answer.Facts.Concat(answer.Nearest).ShouldAllBe(shown => now.Contains(shown.Fact), question);
                }
            },
            times: 80
        );

    [Fact]
    public void The_cases_of_both_stories_come_out_alike_when_every_fourth_fact_is_a_community_s()
    {
        var (same, all) = (0, 0);
        foreach (var story in BothStories.All)
        {
            var moved = story.Book.Facts.Where((_, i) => i % 4 == 0).ToList();
            var book = new FactBook(
                story.Story,
                story.Book.Seeds,
                story.Book.Sources,
                story.Book.Entities,
                [.. story.Book.Facts.Except(moved)]
            );
            var town = RandomStories.Loaded(book).By(Town, [.. moved.Select(Added)]);
            foreach (var asked in CaseFile.ReadAll(Repository.Folder("tests", "cases", story.Story.Slug.Value)))
            {
                var (layered, one) = (Answer(town, asked.Question), Answer(story, asked.Question));
                all++;
                same += layered.Outcome == one.Outcome && Shown(layered).SetEquals(Shown(one)) ? 1 : 0;
            }
        }

        all.ShouldBeGreaterThan(300);
        ((double)same / all).ShouldBeGreaterThan(0.95);
    }

    private static Answer Answer(StorySnapshot story, string question) => Answerer.Answer(story, question, new AsOf(), Today);

    private static HashSet<FactId> Shown(Answer answer) => [.. answer.Facts.Select(fact => fact.Fact.Id)];

    /// <summary>Some facts added, some changed, some withdrawn; the same as an index of two layers and of one.</summary>
    private static (StorySnapshot Town, StorySnapshot Flat) InBoth(StorySnapshot story, Random chance)
    {
        var events = new List<StoryEvent>();
        foreach (var fact in story.Book.Facts)
        {
            switch (chance.Next(6))
            {
                case 0:
                    events.Add(Changed(fact, RandomStories.Fact(fact.Id.Value, chance, story.Book, NewWords)));
                    break;
                case 1:
                    events.Add(Removed(fact));
                    break;
                case 2:
                    events.Add(Added(RandomStories.Fact($"~{events.Count}", chance, story.Book, NewWords)));
                    break;
            }
        }

        var town = story.By(Town, events);
        var (book, revisions) = (town.Book, town.Revisions.ToList());
        var one = new FactBook(book.Story, book.Seeds, book.Sources, book.Entities, [.. book.Facts]);
        return (town, town with { Book = one, Index = StoryIndex.Build(one, revisions, RandomStories.Lexicon) });
    }

    private static Dictionary<int, float> Rank(StorySnapshot story, string question)
    {
        using var tallies = FactRanker.Rank(
            Passes.Understand(question, new AsOf(), new Context(story.Index, Today)),
            story.Index,
            new InForce(story, new AsOf()).Holds
        );
        return Enumerable.Range(0, tallies.Count).Where(row => !tallies.IsGap(row)).ToDictionary(tallies.Target, tallies.Score);
    }
}
