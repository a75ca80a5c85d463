using Bot.Core.Facts;
using static Bot.Knowledge.Tests.SmallStory;

namespace Bot.Knowledge.Tests.Rules;

/// <summary>By which day a fact counts as checked where nobody wrote one down. The edition is of 3 May 2025.</summary>
public sealed class CheckedTests
{
    [Fact]
    public void A_fact_was_checked_when_it_was_said_else_when_it_ended_else_never()
    {
        Day(fact => fact).ShouldBeNull();
        Day(fact => fact with { On = T("../2025-04") }).ShouldBe(new DateOnly(2025, 4, 30));
        Day(fact => fact with { On = T("2025-05"), SaidOn = T("2025-04") }).ShouldBe(new DateOnly(2025, 4, 30));
        Day(fact => fact with { SaidOn = T("2025-04"), Checked = T("2025-06-01") }).ShouldBe(new DateOnly(2025, 6, 1));
    }

    [Theory]
    [InlineData("act", "2025-05-04", null)]
    [InlineData("act", "../2025-06-30", null)]
    [InlineData("act", "2025-05", "2025-05-03")]
    [InlineData("act", "2025-05-01/2025-06-30", null)]
    public void A_fact_is_never_checked_later_than_it_was_known(string kind, string on, string? day) =>
        Day(fact => fact with { Kind = T(kind), On = T(on) }).ShouldBe(Read(day));

    [Theory]
    [InlineData("outlook", "2025-04-30", null)]
    [InlineData("outlook", "../2025-04-30", null)]
    [InlineData("limit", "2025-04-30", null)]
    [InlineData("exemption", "../2025-04-30", null)]
    [InlineData("exemption", "2025-03-13/2025-04-30", "2025-03-13")]
    [InlineData("suspension", "2025-03-13/2025-04-30", "2025-03-13")]
    [InlineData("suspension", "2025-03-13/..", null)]
    [InlineData("suspension", "../2025-04-30", "2025-04-30")]
    [InlineData("suspension", "2025-04-30", "2025-04-30")]
    public void The_day_of_a_plan_and_the_end_of_a_measure_may_lie_ahead_and_check_nothing(string kind, string on, string? day) =>
        Day(fact => fact with { Kind = T(kind), On = T(on) }).ShouldBe(Read(day));

    [Fact]
    public void A_plan_is_checked_by_the_day_on_which_it_was_told() =>
        Day(fact => fact with { Kind = T("outlook"), On = T("2025-05-30"), SaidOn = T("2025-04-02") }).ShouldBe(new DateOnly(2025, 4, 2));

    [Fact]
    public void A_document_says_nothing_of_a_day_after_it_was_taken()
    {
        var draft = First(fact => fact with { Kind = T("act"), On = T("2025-04-30") });
        draft = draft with { Seeds = [draft.Seeds[0] with { Retrieved = T("2025-04-10") }] };

        draft.Book().Facts[0].Checked.ShouldBeNull();
    }

    [Fact]
    public void A_document_is_no_older_than_the_newest_day_that_any_of_its_facts_tells_of()
    {
        var draft = First(fact => fact with { Kind = T("act"), On = T("2019-11") });
        var newer = draft.Facts[0] with { Id = T("newer"), Asked = [], On = null, SaidOn = T("2025-04-12") };
        var undated = newer with { Id = T("undated"), SaidOn = null };

        var facts = (draft with { Facts = [.. draft.Facts, newer, undated] }).Book().Facts;

        facts.Where(fact => fact.Id.Value is "newer" or "undated").ShouldAllBe(fact => fact.Checked == new DateOnly(2025, 4, 12));
        facts[0].Checked.ShouldBe(new DateOnly(2025, 4, 12));
    }

    [Fact]
    public void Each_fact_of_a_document_is_looked_at_a_few_times_however_many_there_are()
    {
        var book = First(fact => fact with { SaidOn = T("2025-04-12") }).Book();
        var facts = Enumerable.Repeat(book.Facts[0], 1_000).ToList();
        var looks = 0;
        var checkedBy = new CheckedByDefault(Look, _ => null, facts);

        facts.ForEach(fact => checkedBy.Of(fact).ShouldBe(new DateOnly(2025, 4, 12)));

        looks.ShouldBeLessThan(10 * facts.Count);

        Source Look(SourceId id)
        {
            looks++;
            return book[id];
        }
    }

    [Theory]
    [InlineData("2025-04-02", "2025-04-02")]
    [InlineData("2025-05", "2025-05-03")]
    [InlineData("2025-06", "2025-06-01")]
    public void A_dated_document_counts_before_the_dates_of_the_fact(string published, string day)
    {
        var draft = First(fact => fact with { On = T("2025-04-01"), SaidOn = T("2025-04-01") });
        draft = draft with { Sources = [draft.Sources[0] with { Published = T(published) }, .. draft.Sources.Skip(1)] };

        draft.Book().Facts[0].Checked.ShouldBe(Read(day));
    }

    private static DateOnly? Day(Func<FactDraft, FactDraft> change) => First(change).Book().Facts[0].Checked;

    private static DateOnly? Read(string? day) => day is null ? null : PartialDate.TryParse(day)!.Value.First;
}
