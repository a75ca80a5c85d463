using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>What may still be said after facts of the shipped story ended, went or were renamed, and what of it on an earlier day.</summary>
public sealed class WhatHoldsTests
{
    private static readonly DateOnly FirstDay = new(2026, 6, 1);

    [Theory]
    [InlineData("is it genocide")]
    [InlineData("who calls it genocidal")]
    [InlineData("what do rights groups and scholars say")]
    [InlineData("")]
    public void An_account_whose_other_side_was_taken_back_is_not_told_alone(string question)
    {
        var (shelf, desk) = Loaded(BothStories.Shipped.Book.Facts, [.. BothStories.Shipped.Book.Facts.Select(Ended(IsDefensive))]);

        Text(desk.Handle(new Command.Ask(question, new AsOf()))).ShouldNotContain(Says(IsGenocidal));
        Text(desk.Handle(new Command.What(FactKind.Account))).ShouldNotContain(Says(IsGenocidal));
        Text(desk.Handle(new Command.Who("rights groups", null))).ShouldNotContain(Says(IsGenocidal));
        shelf.Now.Story()!.InForce.ShouldNotContain(revision => revision.Fact is Account);
    }

    [Fact]
    public void The_first_line_of_several_pairs_of_accounts_holds_one_pair()
    {
        var facts = BothStories.Shipped.Book.Facts;
        var others = facts.OfType<Account>().Select(account => Renamed(account) with { Formerly = [] }).ToList();
        IReadOnlyList<Fact> mixed = [others[0], .. facts, others[1]];
        var (_, desk) = Loaded(mixed, [.. mixed]);

        var listing = desk.Handle(new Command.What(FactKind.Account));

        listing.Parts.OfType<Pair>().Count().ShouldBe(2);
        listing.Headline.Split(Says(IsGenocidal)).Length.ShouldBe(2);
        listing.Headline.Split(Says(IsDefensive)).Length.ShouldBe(2);
    }

    [Fact]
    public void On_a_day_before_it_was_taken_back_both_sides_are_told()
    {
        var (_, desk) = Loaded(BothStories.Shipped.Book.Facts, [.. BothStories.Shipped.Book.Facts.Select(Ended(IsDefensive))]);

        var text = Text(desk.Handle(new Command.Ask("is it genocide", new AsOf(Known: FirstDay))));

        text.ShouldContain(Says(IsGenocidal));
        text.ShouldContain(Says(IsDefensive));
    }

    [Fact]
    public void On_a_day_before_the_accounts_went_or_were_renamed_both_sides_are_told()
    {
        var facts = BothStories.Shipped.Book.Facts;
        foreach (var after in new[] { facts.Where(fact => fact is not Account).ToList(), [.. facts.Select(Renamed)] })
        {
            var (_, desk) = Loaded(facts, after);

            var text = Text(desk.Handle(new Command.Ask("is it genocide", new AsOf(Known: FirstDay))));

            text.ShouldContain(Says(IsGenocidal));
            text.ShouldContain(Says(IsDefensive));
        }
    }

    [Fact]
    public void What_ended_later_had_not_ended_on_an_earlier_day()
    {
        var facts = BothStories.Shipped.Book.Facts;
        var ended = Ended(fact => fact.Id.Value == "terminations");
        var (_, desk) = Loaded(
            facts,
            [.. facts.Select(fact => ended(fact) with { Asked = [.. fact.Asked, "was anybody shown the door"] })]
        );

        Answered(desk, "did protests lead to terminations", new AsOf()).Outcome.ShouldBe(new Outcome.Abstained(AbstentionReason.Withdrawn));
        Answered(desk, "did protests lead to terminations", new AsOf(Known: FirstDay))
            .Facts.ShouldContain(fact => fact.Fact.Id.Value == "terminations");
        Answered(desk, "was anybody shown the door", new AsOf(Known: FirstDay)).Shape.ShouldNotBeOfType<Shape.Withdrawn>();
    }

    [Fact]
    public void Who_asks_for_what_was_taken_back_is_shown_the_fact_that_took_its_place()
    {
        var facts = BothStories.Shipped.Book.Facts;
        var ended = Ended(fact => fact.Id.Value == "terminations");
        var (_, desk) = Loaded(
            facts,
            [
                .. facts.Select(fact =>
                    fact.Id.Value == "microsoft-cites-safety"
                        ? fact with
                        {
                            Links = [new Link(LinkKind.Supersedes, new FactId("terminations"))],
                        }
                        : ended(fact)
                ),
            ]
        );

        var answer = Answered(desk, "did protests lead to terminations", new AsOf());

        answer.Outcome.ShouldBe(new Outcome.Abstained(AbstentionReason.Withdrawn));
        answer.Nearest.ShouldHaveSingleItem().Fact.Id.Value.ShouldBe("microsoft-cites-safety");
    }

    [Theory]
    [InlineData("what was suspended")]
    [InlineData("who responded")]
    [InlineData("did microsoft admit it")]
    [InlineData("was there a denial from the ministry")]
    public void A_gap_whose_sentence_tells_of_what_came_later_is_silent_on_an_earlier_day(string question)
    {
        var answer = Answered(BothStories.Desk, question, new AsOf(Known: new DateOnly(2025, 8, 31)));

        answer.Shape.ShouldNotBeOfType<Shape.KnownGap>();
        answer.Facts.Concat(answer.Nearest).ShouldAllBe(fact => fact.Fact.SaidBy <= new DateOnly(2025, 8, 31));
    }

    [Fact]
    public void A_gap_whose_facts_were_taken_back_is_silent()
    {
        var facts = BothStories.Shipped.Book.Facts;
        var (_, desk) = Loaded(facts, [.. facts.Select(Ended(fact => fact.Id.Value == "terminations"))]);

        Answered(BothStories.Desk, "how many employees were fired", new AsOf()).Shape.ShouldBeOfType<Shape.KnownGap>();
        Answered(desk, "how many employees were fired", new AsOf()).Shape.ShouldNotBeOfType<Shape.KnownGap>();
    }

    [Fact]
    public void Where_nothing_had_been_said_by_a_day_that_is_not_called_another_subject() =>
        Answered(BothStories.Desk, "what happened", new AsOf(Known: new DateOnly(1990, 1, 1)))
            .Outcome.ShouldBe(new Outcome.Abstained(AbstentionReason.NotInSources));

    private static bool IsDefensive(Fact fact) => fact.Id.Value == "account-defensive";

    private static bool IsGenocidal(Fact fact) => fact.Id.Value == "account-genocidal";

    private static string Says(Func<Fact, bool> which) => BothStories.Shipped.Book.Facts.Single(which).Says;

    private static Func<Fact, Fact> Ended(Func<Fact, bool> which) =>
        fact => which(fact) ? fact with { Ended = new Ending(EndingKind.Retracted, FirstDay.AddDays(1), "Taken back.") } : fact;

    private static Fact Renamed(Fact fact) =>
        fact is Account account
            ? account with
            {
                Id = new FactId($"{account.Id}-now"),
                Formerly = [account.Id],
                Other = new FactId($"{account.Other}-now"),
            }
            : fact;

    private static string Text(Reply reply) => PlainText.Of(reply);

    private static Answer Answered(Desk desk, string question, AsOf asOf) =>
        desk.Handle(new Command.Ask(question, asOf)).ShouldBeOfType<AnswerReply>().Answer;

    /// <summary>The shipped story with these facts on one day, and with those from the next day on.</summary>
    private static (Shelf Shelf, Desk Desk) Loaded(IReadOnlyList<Fact> before, IReadOnlyList<Fact> after)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(FirstDay, new TimeOnly(9, 0), TimeSpan.Zero));
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(time), shelf, time, development: true);
        foreach (var facts in new[] { before, after })
        {
            var loading = keeper.Load([Book(facts)], BothStories.Shipped.Index.Lexicon, null, CancellationToken.None);
            loading.IsCompletedSuccessfully.ShouldBeTrue();
            loading.Result.ShouldBeEmpty();
            time.Advance(TimeSpan.FromDays(1));
        }

        return (shelf, new Desk(shelf, time));
    }

    private static FactBook Book(IReadOnlyList<Fact> facts)
    {
        var book = BothStories.Shipped.Book;
        return new FactBook(book.Story, book.Seeds, book.Sources, book.Entities, facts);
    }
}
