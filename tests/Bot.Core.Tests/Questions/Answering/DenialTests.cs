using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Tests.Communities;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>A denial stands beside what it denies, and answers nothing in its place.</summary>
public sealed class DenialTests
{
    private static readonly EntityId Ferry = new("ferry");
    private static readonly Assertion Claim = SmallBooks.Fact(
        "claim",
        "The Council counted drowned sailors near the wooden harbour bridge."
    ) with
    {
        Figure = new Figure("40", "people", null),
    };
    private static readonly Assertion Denial = SmallBooks.Fact("denial", "Northway disputes this; it was twelve.") with
    {
        Speaker = new Speaker.People([Ferry]),
        Figure = new Figure("12", "people", null),
        On = new EventDate(new PartialDate(2026, 3, 2), new PartialDate(2026, 3, 2)),
        Links = [new Link(LinkKind.Denies, Claim.Id)],
    };

    [Fact]
    public void A_date_in_a_denial_is_not_the_date_of_what_it_denies() =>
        Shown("when did the council count drowned sailors near the wooden harbour bridge lantern zebra", Denial, Claim)
            .ShouldBe([Claim.Id, Denial.Id]);

    [Fact]
    public void Several_figures_stand_in_the_order_of_the_story_and_their_denials_after_them()
    {
        const string question = "how many drowned sailors were counted near the wooden harbour bridge";
        var again = Claim with
        {
            Id = new FactId("again"),
            Says = "The Council counted drowned sailors near the wooden harbour bridge again.",
        };

        Shown(question, Denial, again, Claim with { Asked = [question] }).ShouldBe([again.Id, Claim.Id, Denial.Id]);
    }

    [Fact]
    public void A_claim_that_is_only_shown_as_the_nearest_is_not_shown_without_its_denial()
    {
        const string question = "which window of the harbour bridge did the council clean";

        var answer = Answerer.Answer(Story(Denial, Claim), question, new AsOf(), new DateOnly(2026, 6, 1));

        answer.Shape.ShouldBeOfType<Shape.NotSaid>();
        answer.Facts.Select(fact => fact.Fact.Id).ShouldBe([Claim.Id, Denial.Id]);
    }

    private static IEnumerable<FactId> Shown(string question, params Fact[] facts) =>
        Answerer.Answer(Story(facts), question, new AsOf(), new DateOnly(2026, 6, 1)).Facts.Select(fact => fact.Fact.Id);

    private static StorySnapshot Story(params Fact[] facts)
    {
        var small = SmallBooks.Book(1);
        var ferry = small.Entities[0] with { Id = Ferry, Name = "Northway" };
        return RandomStories.Loaded(new FactBook(small.Story, [], small.Sources, [.. small.Entities, ferry], facts));
    }
}
