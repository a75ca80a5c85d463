using Bot.Core.Corrections;
using Bot.Core.Facts;

namespace Bot.Core.Tests.Corrections;

/// <summary>How much a change matters, by what it changes.</summary>
public sealed class TierTests
{
    private static readonly Assertion Was = SmallBooks.Fact("a", "The council closed 2 bridges on 3 March, Ada Finch said.");

    [Theory]
    [InlineData("On 3 March the council closed 2 bridges, Ada Finch said.", Tier.Wording)]
    [InlineData("The council shut 2 bridges on 3 March, Ada Finch said.", Tier.Wording)]
    [InlineData("The council closed 3 bridges on 3 March, Ada Finch said.", Tier.Detail)]
    [InlineData("The council closed 2 bridges on 4 March, Ada Finch said.", Tier.Detail)]
    [InlineData("The council closed 2 bridges on 3 March, Bo Finch said.", Tier.Detail)]
    [InlineData("The council closed no bridges on 3 March, Ada Finch said.", Tier.Substance)]
    [InlineData("The council hasn\u2019t closed 2 bridges on 3 March, Ada Finch said.", Tier.Substance)]
    public void Other_words_are_wording_unless_a_number_a_name_or_a_negation_changes(string says, Tier expected)
    {
        Tiers.Between(Was, Was with { Says = says }).ShouldBe(expected);
        Tiers.Between(Was with { Says = says }, Was).ShouldBe(expected);
    }

    [Fact]
    public void Every_field_has_a_tier()
    {
        var cases = new (Fact After, Tier Tier)[]
        {
            (Was, Tier.None),
            (Was with { Asked = ["which ones"] }, Tier.None),
            (Was with { Checked = new DateOnly(2026, 4, 1) }, Tier.None),
            (Was with { Id = new FactId("b"), Formerly = [new FactId("a")] }, Tier.None),
            (Was with { Holds = Holding.Ongoing }, Tier.Wording),
            (Was with { Quote = "We closed them." }, Tier.Detail),
            (Was with { SaidOn = PartialDate.Of(new DateOnly(2026, 3, 3)) }, Tier.Detail),
            (Was with { Speaker = new Speaker.Carrier(new SourceId("courier")) }, Tier.Detail),
            (Was with { Actors = [new EntityId("council")] }, Tier.Detail),
            (Was with { Figure = new Figure("2", "bridges", null) }, Tier.Detail),
            (Was with { Sources = [new SourceId("courier"), new SourceId("gazette")] }, Tier.Detail),
            (Was with { Disputed = "The ferry company says otherwise." }, Tier.Detail),
            (Was with { Status = FactStatus.Alleged }, Tier.Substance),
            (Was with { Ended = new Ending(EndingKind.Retracted, new DateOnly(2026, 4, 1), "Withdrawn.") }, Tier.Substance),
        };

        cases.ShouldAllBe(each => Tiers.Between(Was, each.After) == each.Tier);
    }

    [Fact]
    public void What_becomes_another_kind_of_fact_is_another_matter() =>
        Tiers
            .Between(
                Was,
                new NonAnswer
                {
                    Id = Was.Id,
                    Speaker = Was.Speaker,
                    Status = Was.Status,
                    Known = Was.Known,
                    Says = Was.Says,
                    Sources = Was.Sources,
                    RestsOn = [],
                }
            )
            .ShouldBe(Tier.Substance);
}
