using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>What a question takes for granted, held against the facts of the shipped story.</summary>
public sealed class PremisesTests
{
    [Theory]
    [InlineData("what did microsoft ceo brad smith announce")]
    [InlineData("when did chairman brad smith announce it")]
    public void An_office_that_somebody_does_not_have_is_not_taken_over(string question) =>
        Shape(question).ShouldBe(new Shape.PremiseFails(Premise.OtherOffice));

    [Theory]
    [InlineData("what did president brad smith announce")]
    [InlineData("what did microsoft's president announce")]
    [InlineData("what did director siddiqi say")]
    public void The_office_that_somebody_has_is_no_premise(string question) => Answer(question).Outcome.ShouldBeOfType<Outcome.Answered>();

    [Theory]
    [InlineData("why were the cybersecurity services suspended")]
    [InlineData("why were cybersecurity services suspended in september 2025")]
    public void What_goes_on_is_not_said_to_be_suspended(string question) =>
        Shape(question).ShouldBe(new Shape.PremiseFails(Premise.SuspendedButExempt));

    [Theory]
    [InlineData("what was suspended in october 2025")]
    [InlineData("what was suspended in september")]
    [InlineData("what was suspended on 25 september")]
    [InlineData("what was suspended on 2025-09-31")]
    public void A_date_that_only_an_exemption_names_does_not_make_the_question_one_about_it(string question) =>
        Shape(question).ShouldNotBeOfType<Shape.PremiseFails>();

    [Theory]
    [InlineData("is it true that siddiqi lost his job at microsoft")]
    [InlineData("did brad smith fire the protesters")]
    public void What_the_facts_tell_of_others_is_not_confirmed_of_whoever_was_named(string question) =>
        Shape(question).ShouldNotBeOfType<Shape.Direct>();

    [Theory]
    [InlineData("has israel made a protest to microsoft")]
    [InlineData("did the ministry suspend azure storage")]
    public void What_one_party_did_is_not_confirmed_of_the_party_it_was_done_to(string question) =>
        Answer(question).Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Fact]
    public void A_reason_other_than_the_stated_one_is_not_confirmed_and_both_the_deed_and_its_stated_reason_are_shown()
    {
        var answer = Answer("did microsoft fire people for their politics");

        answer.Outcome.ShouldBeOfType<Outcome.Partly>();
        answer.Facts.Select(fact => fact.Fact.Id.Value).ShouldBe(["microsoft-cites-safety", "terminations"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("was the announcement on a friday")]
    [InlineData("was half of gaza displaced")]
    public void Another_number_or_weekday_than_the_facts_give_is_not_confirmed(string question) =>
        Answer(question).Outcome.ShouldBeOfType<Outcome.Partly>();

    [Fact]
    public void All_is_confirmed_where_the_fact_itself_speaks_of_all() =>
        Answer("was the entire population of gaza displaced").Outcome.ShouldBeOfType<Outcome.Answered>();

    [Theory]
    [InlineData("who conducted the review")]
    [InlineData("which agency was it")]
    [InlineData("who met with microsoft")]
    public void A_name_that_is_not_given_is_not_taken_to_be_whoever_stands_near(string question) =>
        Answer(question).Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Fact]
    public void Nobodys_words_are_put_in_anothers_mouth() =>
        Answer("did israel say 1200 people died").Outcome.ShouldBeOfType<Outcome.Partly>();

    [Fact]
    public void A_number_asked_of_nobody_in_particular_is_given_for_everyone_with_its_owner() =>
        Answer("how many died").Facts.Select(fact => fact.Fact.Id.Value).ShouldBe(["gaza-killed", "october-2023-dead"]);

    [Fact]
    public void Two_stances_asked_for_are_both_listed() =>
        Answer("who praised it and who didn't comment").Facts.Select(fact => fact.Fact.Stance).Distinct().Count().ShouldBe(2);

    private static Answer Answer(string question) =>
        BothStories.Desk.Handle(new Command.Ask(question, new AsOf())).ShouldBeOfType<AnswerReply>().Answer;

    private static Shape Shape(string question) => Answer(question).Shape;
}
