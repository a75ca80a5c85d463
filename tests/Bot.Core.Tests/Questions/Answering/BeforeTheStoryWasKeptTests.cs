using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>Asked what was known on a day before the first event, what had been said by then stands in, over stories loaded as a program loads them.</summary>
public sealed class BeforeTheStoryWasKeptTests
{
    [Fact]
    public void What_had_been_said_by_a_day_before_the_story_was_kept_is_told()
    {
        foreach (var story in BothStories.All)
        {
            var day = story.DayOf(story.KeptSince).AddDays(-1);

            var answer = Answerer.Answer(story, "what happened so far?", new AsOf(Known: day), BothStories.Today);

            story.PositionBy(day).ShouldBeNull();
            answer.Outcome.ShouldNotBeOfType<Outcome.Abstained>(story.Story.Slug.Value);
            answer.Facts.ShouldNotBeEmpty();
            answer.Facts.ShouldAllBe(fact => fact.Fact.SaidBy <= day);
        }
    }

    [Fact]
    public void What_was_said_later_than_that_day_is_not()
    {
        foreach (var story in BothStories.All)
        {
            var first = story.Book.Facts.Min(fact => fact.SaidBy)!.Value;

            var answer = Answerer.Answer(story, "what happened so far?", new AsOf(Known: first.AddDays(-1)), BothStories.Today);

            answer.Facts.ShouldBeEmpty(story.Story.Slug.Value);
        }
    }

    [Fact]
    public void Every_fact_of_the_first_load_holds_from_where_the_story_begins()
    {
        foreach (var story in BothStories.All)
        {
            story.Revisions.Count.ShouldBe(story.Book.Facts.Count);
            story.Revisions.ShouldAllBe(revision => revision.From == story.History[0].Position);
        }
    }
}
