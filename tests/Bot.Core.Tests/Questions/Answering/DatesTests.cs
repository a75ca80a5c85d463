using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Tests.Cases;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>Which date answers "when": that of the deed, unless it was asked when somebody spoke.</summary>
public sealed class DatesTests
{
    private static readonly Dictionary<string, StorySnapshot> Stories = new[] { "dam", "ferry", "vaccine", "merger" }.ToDictionary(
        name => name,
        name => StoryFolders.Story(name, name)
    );

    [Theory]
    [InlineData("dam", "when did the suspension take effect", "13 March 2024 (worked out by us). Karst Hydro says it switched off")]
    [InlineData("dam", "when was tiltmark suspended", "13 March 2024 (worked out by us). Karst Hydro says it switched off")]
    [InlineData("vaccine", "when did marend close its border", "17 September 2024 (worked out by us). ")]
    public void The_day_of_the_deed_goes_before_the_day_on_which_it_was_spoken_of(string story, string question, string begin) =>
        Headline(story, question).ShouldStartWith(begin);

    [Theory]
    [InlineData("dam", "until when is tiltmark suspended", "Karst Hydro says the suspension will last until an internal review")]
    [InlineData("merger", "when was the memo written", "Tarrow & Pike confirmed that the memo, dated 12 January")]
    public void When_it_was_said_or_that_no_date_is_given_is_not_told_first_of_words_that_tell_a_time(
        string story,
        string question,
        string begin
    ) => Headline(story, question).ShouldStartWith(begin);

    [Fact]
    public void When_it_was_said_is_told_first_where_that_was_asked() =>
        Headline("dam", "when was the suspension announced").ShouldStartWith("Said on 14 March 2024");

    [Fact]
    public void What_lasts_from_one_day_to_another_begins_on_the_first() =>
        Headline("vaccine", "when was the vaccine suspended")
            .ShouldStartWith("From 19 September 2024 (until 17 November 2024), worked out by us. ");

    [Fact]
    public void What_was_done_once_between_two_days_is_not_told_as_lasting() =>
        Headline("vaccine", "when did the society get a recorded message")
            .ShouldStartWith("Between 3 September 2024 and 8 September 2024 (worked out by us). ");

    [Theory]
    [InlineData("vaccine", "when will results come", "Not before 4 October 2024 (worked out by us). ")]
    [InlineData("ferry", "when can people travel to the island again", "From 16 March 2026 (worked out by us). ")]
    public void What_is_yet_to_begin_has_not_been_so_since_then(string story, string question, string begin) =>
        Headline(story, question).ShouldStartWith(begin);

    [Theory]
    [InlineData("dam", "when will tiltmark get its access back")]
    [InlineData("ferry", "when will the correll star sail again")]
    public void A_fact_without_any_time_does_not_answer_when(string story, string question)
    {
        var answer = Ask(story, question);

        answer.Outcome.ShouldBeOfType<Outcome.Partly>();
        answer.Shape.ShouldBeOfType<Shape.SlotMissing>().Slot.ShouldBe(Slot.Date);
    }

    [Fact]
    public void When_they_did_so_is_no_question() =>
        Headline("vaccine", "what happened when the vets called").ShouldStartWith("The society's president Lucia Benedek said it rang");

    private static string Headline(string story, string question) =>
        new Composer(Stories[story], BothStories.Today).Compose(Ask(story, question)).Headline;

    private static Answer Ask(string story, string question) => Answerer.Answer(Stories[story], question, new AsOf(), BothStories.Today);
}
