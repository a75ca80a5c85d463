using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Tests.Cases;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>What went wrong where people who had never written facts wrote stories, and is mended.</summary>
public sealed class NewcomerStoriesTests
{
    private static readonly StorySnapshot Port = StoryFolders.Story("port", "port");
    private static readonly StorySnapshot Spyware = StoryFolders.Story("spyware", "spyware");
    private static readonly StorySnapshot NoFacts = StoryFolders.Reports.Now.Story("drones")!;
    private static readonly StorySnapshot TramNoFacts = StoryFolders.Reports.Now.Story("tram")!;
    private static readonly StorySnapshot Azure = BothStories.Shipped;
    private static readonly StorySnapshot Bank = StoryFolders.Story("bank", "bank");
    private static readonly StorySnapshot Drones = StoryFolders.Story("drones", "drones");
    private static readonly StorySnapshot Tram = StoryFolders.Story("tram", "tram");

    [Fact]
    public void What_one_party_suspended_is_not_mixed_with_what_others_did()
    {
        var groups = Ask(Port, "what did Corvane stop?").Shape.ShouldBeOfType<Shape.Suspended>().Groups;

        groups.Select(group => group.Heading).ShouldBe([GroupHeading.Suspended, GroupHeading.Limits, GroupHeading.NotSuspended]);
        Ids(groups[0]).ShouldBe(["calls-suspended"]);
        Ids(groups[2]).ShouldBe(["osk-strand-not-affected", "rail-not-affected", "medical-cargo"]);
    }

    [Fact]
    public void What_is_exempt_from_something_else_does_not_stand_below_what_was_suspended() =>
        Ask(Port, "what was suspended?").Facts.Select(fact => fact.Fact.Id.Value).ShouldNotContain("refusal-limits");

    [Fact]
    public void Figures_of_other_things_are_not_drawn_into_how_many()
    {
        var ids = Ask(Spyware, "how many people were infected?").Facts.Select(fact => fact.Fact.Id.Value).ToList();

        ids[0].ShouldBe("warnings-412");
        ids.Count.ShouldBeLessThan(6);
    }

    [Theory]
    [InlineData("list everybody who refused to comment or just didnt reply")]
    [InlineData("who refused to comment")]
    public void Whoever_did_not_comment_is_listed_though_a_list_is_something_of_the_story_and_those_asked_of_the_main_deed_first(
        string question
    )
    {
        var groups = Ask(Spyware, question).Shape.ShouldBeOfType<Shape.Responses>().Groups;

        groups.Select(group => group.Heading).ShouldBe([GroupHeading.NoComment, GroupHeading.ToOtherPoints]);
    }

    [Fact]
    public void Who_did_something_is_not_told_by_a_word_that_only_describes_what_it_was_done_to() =>
        Ask(Spyware, "who leaked the list of numbers??").Shape.ShouldBeOfType<Shape.KnownGap>();

    [Fact]
    public void What_part_of_a_whole_is_not_told_by_a_fact_without_one() =>
        Ask(Spyware, "what % of ostrel does Greyfell own").Outcome.ShouldBeOfType<Outcome.Partly>();

    [Fact]
    public void Something_like_this_before_is_what_the_story_tells_of_earlier_times()
    {
        var answer = Ask(Port, "hasn't corvane had something like this before?");

        answer.Outcome.ShouldBeOfType<Outcome.Partly>();
        answer.Facts[0].Fact.Id.Value.ShouldBe("amber-reach-detained");
    }

    [Fact]
    public void Why_they_kicked_them_out_is_why_the_main_deed_was_done() =>
        Ask(Spyware, "why did they kick them out tho").Facts.Select(fact => fact.Fact.Id.Value).ShouldContain("apps-removed");

    [Theory]
    [InlineData("whats next, any dates")]
    [InlineData("list all the dates still coming up")]
    public void What_comes_next_is_what_lay_ahead_when_the_report_was_written_the_nearest_first(string question)
    {
        var answer = Ask(Drones, question);

        answer.Shape.ShouldBeOfType<Shape.Chronology>();
        answer.Facts.Count.ShouldBeGreaterThan(3);
        answer.Facts.ShouldAllBe(fact => fact.Fact.Kind == FactKind.Outlook || fact.Fact.On!.Latest > fact.Fact.Checked);
        answer.Facts.Select(fact => fact.Fact.On?.Latest ?? DateOnly.MaxValue).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("what did the mayor say")]
    [InlineData("and the prime minister?")]
    public void Another_head_of_something_does_not_stand_for_a_mayor_or_a_prime_minister(string question)
    {
        Ask(Drones, question).Outcome.ShouldBeOfType<Outcome.Abstained>();
        Ask(Bank, question).Outcome.ShouldBeOfType<Outcome.Abstained>();
    }

    [Theory]
    [InlineData("what comes next for Amazon?")]
    [InlineData("is a boycott the next step?")]
    [InlineData("what happened next to Corrow")]
    public void Whoever_asks_of_something_in_particular_does_not_get_all_that_lies_ahead(string question) =>
        Ask(Drones, question).Shape.ShouldNotBeOfType<Shape.Chronology>();

    [Fact]
    public void A_firm_that_declined_to_comment_is_not_answered_for_by_one_that_belongs_to_it() =>
        Told(Ask(Tram, "What did Caldor say in its statement on the bonus claims?")).ShouldBe(["caldor-declined"]);

    [Fact]
    public void A_number_of_the_place_where_all_of_it_happens_is_given() =>
        Ask(Tram, "how many trams in Lasmark had broken readers").Outcome.ShouldBeOfType<Outcome.Answered>();

    [Fact]
    public void Who_turned_something_down_has_not_refused_to_comment() =>
        Ask(Tram, "Who refused to comment?").Facts.Select(fact => fact.Fact is NonAnswer).ShouldBe(Enumerable.Repeat(true, 4));

    [Fact]
    public void A_number_of_one_place_is_not_given_for_another() =>
        Ask(Tram, "how long did the trial in halvick take").Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Fact]
    public void How_many_years_is_not_told_by_a_share() =>
        Ask(Tram, "For how many years was the agreement concluded?").Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Fact]
    public void All_that_a_party_said_is_told_where_only_answers_to_other_points_are_responses() =>
        Ask(Tram, "What has the union to say about all this?").Facts.Count.ShouldBeGreaterThan(1);

    [Theory]
    [InlineData("why are fines on the airport trams stopped too")]
    [InlineData("so the mayor resigned over it, right?")]
    public void A_sentence_that_tells_that_it_was_not_so_does_not_answer_why_it_was(string question) =>
        Ask(TramNoFacts, question).Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Fact]
    public void What_was_rejected_is_told_to_who_asks_why_it_was() =>
        Ask(TramNoFacts, "why did she reject calls to resign").Outcome.ShouldBeOfType<Outcome.Answered>();

    [Fact]
    public void What_hangs_on_a_sentence_before_is_read_in_a_story_without_facts() =>
        Should.NotThrow(() => Ask(NoFacts, "The drones were made on Monday. What did his barber say?"));

    [Fact]
    public void So_before_a_statement_with_a_question_mark_asks_for_yes_or_no() =>
        Ask(Drones, "so the crop drones stop on june 30 as well?").Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Fact]
    public void Two_accounts_without_a_length_of_time_do_not_answer_how_long() =>
        Ask(Bank, "how long is the money gonna stay locked").Facts.ShouldAllBe(fact => !(fact.Fact is Account));

    [Fact]
    public void A_word_of_the_lexicon_beside_a_name_is_no_name() =>
        Ask(Bank, "what was yelka brandts gripe with the company tho").Shape.ShouldNotBeOfType<Shape.NotNamed>();

    [Fact]
    public void Until_when_is_not_told_by_the_day_of_a_beginning() =>
        Ask(Bank, "until when are the accounts frozen").Facts[0].Fact.Id.Value.ShouldBe("frozen-until");

    [Fact]
    public void Whoever_wrote_that_a_fact_tells_when_is_believed_whoever_its_speaker_is() =>
        Ask(Bank, "when did the ostrel courier publish").Outcome.ShouldBeOfType<Outcome.Answered>();

    [Fact]
    public void How_many_is_told_by_a_fact_that_counts_and_not_by_one_that_is_a_little_nearer() =>
        Ask(Bank, "how many accounts were frozen and how much money is in them").Outcome.ShouldBeOfType<Outcome.Answered>();

    [Theory]
    [InlineData("who is quoted")]
    [InlineData("list all the people quoted or named")]
    [InlineData("list everyone who was quoted")]
    public void Who_is_quoted_is_each_of_whom_the_very_words_are_known(string question)
    {
        foreach (var story in (StorySnapshot[])[Azure, Drones])
        {
            var answer = Ask(story, question);

            answer.Outcome.ShouldBeOfType<Outcome.Answered>();
            answer.Facts.Count.ShouldBeGreaterThan(2);
            answer.Facts.ShouldAllBe(fact => fact.Fact.Quote != null);
        }
    }

    [Fact]
    public void What_happened_elsewhere_is_what_is_told_of_others() =>
        Ask(Drones, "has this happened at another uni?").Facts[0].Fact.Says.ShouldContain("Brundmere");

    [Fact]
    public void Two_accounts_do_not_answer_whether_a_party_did_something_of_which_they_have_one_word_of_three() =>
        Ask(Azure, "did israel move the data to amazon").Shape.ShouldNotBeOfType<Shape.AccountsDiffer>();

    [Fact]
    public void What_no_account_says_of_a_party_is_not_answered_with_accounts_of_another()
    {
        var answer = Ask(Azure, "so microsoft admitted complicity in genocide right?");

        answer.Outcome.ShouldNotBeOfType<Outcome.Answered>();
        answer.Shape.ShouldNotBeOfType<Shape.AccountsDiffer>();
    }

    private static IEnumerable<string> Ids(Group group) => group.Facts.Select(fact => fact.Fact.Id.Value);

    private static IEnumerable<string> Told(Answer answer) => answer.Facts.Concat(answer.Nearest).Select(fact => fact.Fact.Id.Value);

    private static Answer Ask(StorySnapshot story, string question) =>
        Answerer.Answer(story, question, new AsOf(), new DateOnly(2026, 11, 24));
}
