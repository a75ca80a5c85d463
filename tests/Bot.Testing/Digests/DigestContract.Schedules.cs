using Bot.Core.Digests;

namespace Bot.Testing.Digests;

public abstract partial class DigestContract
{
    [Fact]
    public async Task A_schedule_comes_back_as_it_was_saved_also_when_the_store_is_opened_again()
    {
        var paused = Daily("b") with
        {
            Paused = new Pause(Start.AddMinutes(3), PauseCause.Asked, "A moderator paused them."),
            LastDue = Nine,
            Timing = new Timing
            {
                Days = Weekdays.Monday | Weekdays.Sunday,
                At = null,
                Zone = "UTC",
            },
        };
        var failed = Daily("c") with { Paused = new Pause(Start.AddMinutes(4), PauseCause.Failing, "Nothing could be posted.") };
        var store = await Open();
        await store.Digests.Save(Daily("a"), Cancel);
        await store.Digests.Save(paused, Cancel);
        await store.Digests.Save(Daily("c"), Cancel);
        await store.Digests.Save(failed, Cancel);

        (await (await Open()).Digests.All(Cancel)).ShouldBe([Daily("a"), paused, failed]);
    }

    [Fact]
    public async Task What_people_change_of_a_schedule_leaves_its_progress_as_it_is()
    {
        var (digests, slots, _) = await Open();
        await digests.Save(Daily("a"), Cancel);
        await slots.Claim(Due(Daily("a")), Cancel);
        var taken = (await slots.Take("discord", Start, Start.AddMinutes(1), Cancel))!;
        await slots.Settle(taken with { State = SlotState.Sent }, Through(7), Cancel);

        await digests.Save(Daily("a", place: "c2"), Cancel);

        var found = (await digests.Find(Guild, new ScheduleId("a"), Cancel))!;
        found.Place.Value.ShouldBe("c2");
        found.Progress.ShouldBe(Through(7));
    }

    [Fact]
    public async Task Schedules_are_listed_by_community_the_oldest_first()
    {
        var (digests, _, _) = await Open();
        foreach (var schedule in new[] { Daily("a", minutes: 2), Daily("b", minutes: 1), Daily("a", Team) })
        {
            await digests.Save(schedule, Cancel);
        }

        (await digests.OfCommunity(Guild, Cancel)).Select(schedule => schedule.Id.Value).ShouldBe(["b", "a"]);
        (await digests.OfCommunity(Team, Cancel)).ShouldHaveSingleItem().Community.ShouldBe(Team);
        (await digests.Find(Team, new ScheduleId("b"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_schedule_is_removed_with_its_slots_and_no_other()
    {
        var (digests, slots, _) = await Open();
        foreach (var schedule in new[] { Daily("a"), Daily("b"), Daily("a", Team) })
        {
            await digests.Save(schedule, Cancel);
            (await slots.Claim(Due(schedule), Cancel)).ShouldBeTrue();
        }

        (await digests.Remove(Guild, new ScheduleId("a"), Cancel)).ShouldBeTrue();

        (await digests.Remove(Guild, new ScheduleId("a"), Cancel)).ShouldBeFalse();
        (await digests.All(Cancel)).Count.ShouldBe(2);
        (await slots.Latest(Guild, new ScheduleId("a"), 5, Cancel)).ShouldBeEmpty();
        (await slots.Latest(Team, new ScheduleId("a"), 5, Cancel)).ShouldHaveSingleItem();
        (await slots.Claim(Due(Daily("a")), Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_kept_of_a_community_that_left_goes_with_it()
    {
        var (digests, slots, communities) = await Open();
        foreach (var schedule in new[] { Daily("a"), Daily("a", Team) })
        {
            await communities.Seen(schedule.Community, Cancel);
            await digests.Save(schedule, Cancel);
            await slots.Claim(Due(schedule), Cancel);
        }

        await communities.Left(Guild, Cancel);
        (await communities.Delete(Guild, DateTimeOffset.MaxValue, Cancel)).ShouldBeTrue();

        (await digests.All(Cancel)).ShouldHaveSingleItem().Community.ShouldBe(Team);
        (await slots.Latest(Guild, new ScheduleId("a"), 5, Cancel)).ShouldBeEmpty();
        (await slots.Latest(Team, new ScheduleId("a"), 5, Cancel)).ShouldHaveSingleItem();
    }
}
