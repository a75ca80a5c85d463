using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Tests.Cases;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>Who responded, to what, and who did not.</summary>
public sealed class RespondingTests
{
    private static readonly StorySnapshot Dam = StoryFolders.Story("dam", "dam");
    private static readonly StorySnapshot Vaccine = StoryFolders.Story("vaccine", "vaccine");

    [Fact]
    public void Only_what_responds_to_the_main_deed_stands_as_for_or_against_it()
    {
        Groups(Dam)[GroupHeading.Criticised].ShouldBe(["fewer-eyes", "smoke-alarm"]);
        Groups(Dam)[GroupHeading.Defended].ShouldBe(["tiltmark-denies-leak"]);
        Groups(Dam)[GroupHeading.ToOtherPoints].ShouldBe(["reply-not-released", "ministry-regrets", "voss-theatre", "editor-refused"]);
        Groups(Vaccine).Keys.ShouldNotContain(GroupHeading.Welcomed);
        Groups(Vaccine).Keys.ShouldNotContain(GroupHeading.Criticised);
        Groups(Vaccine)[GroupHeading.ToOtherPoints].ShouldContain("inspectors-welcome");
        Groups(Vaccine)[GroupHeading.ToOtherPoints].ShouldContain("ban-premature");
    }

    [Fact]
    public void What_responds_to_the_news_of_the_main_deed_responds_to_it()
    {
        foreach (var story in BothStories.All)
        {
            Groups(story).Keys.ShouldNotContain(GroupHeading.ToOtherPoints);
            Groups(story)[GroupHeading.Welcomed].ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Of_responses_that_do_not_say_what_they_are_to_only_the_denial_of_another_point_stands_apart() =>
        Groups(StoryFolders.Story("strike", "hospital-strike"))[GroupHeading.ToOtherPoints].ShouldBe(["no-link"]);

    [Fact]
    public void Who_turned_something_down_responded_and_did_not_keep_silent()
    {
        var groups = Groups(StoryFolders.Story("bank", "bank"));

        groups[GroupHeading.Responded].ShouldContain("quillet-declined");
        groups[GroupHeading.NoComment].ShouldNotContain("quillet-declined");
    }

    [Fact]
    public void A_response_to_another_point_is_told_in_full() =>
        Headline(Dam, "who criticised the decision")
            .ShouldBe(
                "Criticised it: the Union of Vendrian Engineers and Rufus Amadi. "
                    + "Responses to other points: Deputy minister Hanne Voss called the accusation \"theatre\"."
            );

    [Theory]
    [InlineData("what did Netanyahu say", "No words of Netanyahu are in our sources. Welcomed it: ")]
    [InlineData("did satya nadella comment", "No words of satya nadella are in our sources. Welcomed it: ")]
    [InlineData("what did amnesty say", "No words of amnesty are in our sources. Welcomed it: ")]
    [InlineData("what did the mayor say", "No such response is in our sources. Welcomed it: ")]
    public void Whom_the_story_does_not_know_is_named_as_typed_with_those_who_responded(string question, string begin)
    {
        Headline(BothStories.Shipped, question).ShouldStartWith(begin);
        Ask(BothStories.Shipped, question).Outcome.Word.ShouldBe("abstained");
    }

    [Theory]
    [InlineData("Jean-Luc *Pic`ard*", "Jean-Luc Picard")]
    [InlineData("O\u2019Dare <@123>", "O\u2019Dare 123")]
    [InlineData("Ann [x](http://evil.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaa)", "Ann xhttpevilexampleaaaaaaaaaaaaaaaaaaaa")]
    public void Of_a_name_as_typed_only_what_is_safe_is_said_again(string typed, string shown) =>
        AnswerWords.NoResponse(new Shape.Responses([], null) { Unknown = typed }).ShouldBe($"No words of {shown} are in our sources.");

    [Theory]
    [InlineData("did anyone criticise the decision?", "No criticism is in our sources. Welcomed it: ")]
    [InlineData("has anybody condemned microsoft", "No criticism is in our sources. Welcomed it: ")]
    public void Where_no_response_is_of_the_sort_asked_for_that_is_said_with_those_there_are(string question, string begin)
    {
        var answer = Ask(BothStories.Shipped, question);

        Headline(BothStories.Shipped, question).ShouldStartWith(begin);
        answer.Shape.ShouldBeOfType<Shape.Responses>().Others.SelectMany(group => group.Facts).Count().ShouldBe(answer.Nearest.Count);
    }

    [Fact]
    public void Where_nobody_praised_it_that_is_said() =>
        Headline(Dam, "did anyone praise it")
            .ShouldStartWith("No praise is in our sources. Criticised it: the Union of Vendrian Engineers");

    [Theory]
    [InlineData("did quenby tell farmers to keep quiet")]
    [InlineData("did quenby's salesmen tell farmers to keep quiet?")]
    public void What_a_fact_says_in_these_very_words_is_not_taken_for_a_refusal_to_comment(string question)
    {
        var answer = Ask(Vaccine, question);

        answer.Outcome.ShouldBeOfType<Outcome.Partly>();
        answer.Facts.Select(fact => fact.Fact.Id.Value).ShouldBe(["keep-quiet", "marsh-denies"]);
    }

    [Fact]
    public void Whether_somebody_kept_quiet_is_still_asked_of_the_responses() =>
        Ask(Vaccine, "did quenby keep quiet").Facts.ShouldNotContain(fact => fact.Fact.Id.Value == "keep-quiet");

    [Fact]
    public void What_a_party_says_of_it_is_not_its_side_of_another_dispute() =>
        Ask(BothStories.Shipped, "what do israeli officials say about it")
            .Facts.Select(fact => fact.Fact.Id.Value)
            .ShouldBe(["ministry-declined", "military-legally-supervised"]);

    private static Dictionary<GroupHeading, List<string>> Groups(StorySnapshot story) =>
        Ask(story, "who responded")
            .Shape.ShouldBeOfType<Shape.Responses>()
            .Groups.ToDictionary(group => group.Heading, group => group.Facts.Select(fact => fact.Fact.Id.Value).ToList());

    private static string Headline(StorySnapshot story, string question) =>
        new Composer(story, BothStories.Today).Compose(Ask(story, question)).Headline;

    private static Answer Ask(StorySnapshot story, string question) => Answerer.Answer(story, question, new AsOf(), BothStories.Today);
}
