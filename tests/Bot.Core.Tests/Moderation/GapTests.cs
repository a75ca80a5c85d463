using Bot.Core.Facts;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>What a story lacks, by its own facts.</summary>
public sealed class GapTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public async Task What_goes_on_is_missed_until_somebody_looks_again_and_then_again_after_a_fortnight()
    {
        var room = await Open();
        var on = room.Story(Town).InForce.First(revision => revision.Fact is { Holds: Holding.Ongoing } and Assertion).Fact.Id;
        Lacks(Today).ShouldContain(Lack.Recheck);

        (await room.Make(new Change.Recheck(on, Today))).ShouldBeOfType<ChangeOutcome.Done>();

        Lacks(Today.AddDays(14)).ShouldNotContain(Lack.Recheck);
        Lacks(Today.AddDays(15)).ShouldContain(Lack.Recheck);

        IReadOnlyList<Lack> Lacks(DateOnly day) => Gap.In(room.Story(Town), day).FirstOrDefault(gap => gap.Fact == on)?.Lacks ?? [];
    }

    [Fact]
    public async Task What_is_given_lacks_what_its_fields_lack_and_what_readers_are_misled_by_comes_first()
    {
        var story = (await Open()).Story(Town);

        var gaps = Gap.In(story, Today);

        gaps.ShouldNotBeEmpty();
        gaps.Select(gap => gap.Lacks.Contains(Lack.Recheck))
            .ShouldBe(gaps.Select(gap => gap.Lacks.Contains(Lack.Recheck)).OrderDescending());
        gaps.Where(gap => gap.Lacks.Contains(Lack.Date)).ShouldAllBe(gap => story.Book[gap.Fact].Happened == null);
        story
            .InForce.Where(revision => revision.Fact.Speaker is Speaker.Carrier)
            .ShouldAllBe(revision => gaps.Any(gap => gap.Fact == revision.Fact.Id && gap.Lacks.Contains(Lack.Speaker)));
    }
}
