using Bot.Core.Communities;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Communities;

public sealed class AskLimitsTests
{
    private static readonly CommunityId Town = new("discord:town");
    private static readonly UserId Ann = new("1");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 20, TimeSpan.Zero));

    [Fact]
    public void Whoever_asks_too_often_waits_for_the_next_minute_and_nobody_else_does()
    {
        var limits = new AskLimits(perPerson: 2, perCommunity: 100, time);
        limits.Ask(Town, Ann).ShouldBe(Admission.Granted);
        limits.Ask(Town, Ann).ShouldBe(Admission.Granted);

        limits.Ask(Town, Ann).ShouldBe(new Admission.TooOften(2, TimeSpan.FromSeconds(40)));

        limits.Ask(Town, new UserId("2")).ShouldBe(Admission.Granted);
        limits.Ask(new CommunityId("slack:village"), Ann).ShouldBe(Admission.Granted);
        time.Advance(TimeSpan.FromSeconds(40));
        limits.Ask(Town, Ann).ShouldBe(Admission.Granted);
    }

    [Fact]
    public void A_community_has_its_own_limit_and_those_outside_of_any_do_not_share_one()
    {
        var limits = new AskLimits(perPerson: 100, perCommunity: 2, time);
        limits.Ask(Town, Ann).ShouldBe(Admission.Granted);
        limits.Ask(Town, null).ShouldBe(Admission.Granted);

        limits.Ask(Town, new UserId("3")).ShouldBe(new Admission.TooMany(2, TimeSpan.FromSeconds(40)));
        Enumerable.Range(0, 5).ShouldAllBe(i => limits.Ask(CommunityId.Base, new UserId($"{i}")) == Admission.Granted);
    }

    [Fact]
    public void Of_many_at_once_exactly_as_many_are_let_in_as_may_be()
    {
        var limits = new AskLimits(perPerson: 300, perCommunity: 500, time);
        var let = 0;

        Parallel.For(0, 2_000, i => Interlocked.Add(ref let, limits.Ask(Town, new UserId($"{i % 4}")) is Admission.Yes ? 1 : 0));

        let.ShouldBe(500);
    }
}
