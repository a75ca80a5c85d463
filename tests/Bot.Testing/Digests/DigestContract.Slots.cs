using Bot.Core.Communities;
using Bot.Core.Digests;
using Bot.Core.Facts;

namespace Bot.Testing.Digests;

public abstract partial class DigestContract
{
    [Fact]
    public async Task A_slot_is_claimed_once_by_whoever_is_first()
    {
        var (digests, _, _) = await Open();
        await digests.Save(Daily("a"), Cancel);
        var stores = new[] { await Open(), await Open() };

        var claimed = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(async () => await stores[i % 2].Slots.Claim(Due(Daily("a")), Cancel), Cancel))
        );

        claimed.Count(mine => mine).ShouldBe(1);
        (await digests.Find(Guild, new ScheduleId("a"), Cancel))!.LastDue.ShouldBe(Nine);
    }

    [Fact]
    public async Task A_slot_is_taken_by_one_and_by_another_when_its_time_is_over()
    {
        var (digests, slots, _) = await Open();
        await digests.Save(Daily("a"), Cancel);
        await slots.Claim(Due(Daily("a")), Cancel);

        (await slots.Take("discord", Start.AddSeconds(-1), Later, Cancel)).ShouldBeNull();
        var first = (await slots.Take("discord", Start, Later, Cancel))!;
        (await slots.Take("discord", Later.AddSeconds(-1), Later.AddDays(1), Cancel)).ShouldBeNull();
        var second = (await slots.Take("discord", Later, Later.AddMinutes(1), Cancel))!;

        (first.Tries, second.Tries).ShouldBe((1, 2));
        first.ShouldBe(Due(Daily("a")) with { State = SlotState.Taken, NotBefore = Later, Tries = 1 });

        // The first comes back from the dead, and has no say any more.
        (await slots.Begin(first with { UpTo = (new StorySlug("bridge"), 3) }, Cancel)).ShouldBeFalse();
        (await slots.Settle(first with { State = SlotState.Sent }, Through(3), Cancel)).ShouldBeFalse();
        (await digests.Find(Guild, new ScheduleId("a"), Cancel))!.Progress.ShouldBe(Progress.None);

        (await slots.Begin(second with { UpTo = (new StorySlug("bridge"), 4) }, Cancel)).ShouldBeTrue();
        (
            await slots.Settle(
                second with
                {
                    State = SlotState.Unknown,
                    UpTo = (new StorySlug("bridge"), 4),
                    Why = "Nobody knows.",
                },
                Through(4),
                Cancel
            )
        ).ShouldBeTrue();
        (await slots.Latest(Guild, new ScheduleId("a"), 1, Cancel))[0].Why.ShouldBe("Nobody knows.");
        (await digests.Find(Guild, new ScheduleId("a"), Cancel))!.Progress.ShouldBe(Through(4));
        (await slots.Take("discord", Later.AddYears(1), Later.AddYears(2), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Each_slot_is_taken_once_by_many_at_once()
    {
        var stores = new[] { await Open(), await Open() };
        for (var i = 0; i < 12; i++)
        {
            var schedule = Daily($"s{i:00}", new CommunityId($"discord:{i % 3}"));
            await stores[0].Digests.Save(schedule, Cancel);
            await stores[0].Slots.Claim(Due(schedule), Cancel);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => TakeAll(stores[i % 2].Slots), Cancel)));

        var keys = taken.SelectMany(each => each).ToList();
        keys.Distinct().Count().ShouldBe(keys.Count);

        // Whom another's turn kept away looks again the next minute.
        keys.AddRange(await TakeAll(stores[0].Slots));
        keys.Count.ShouldBe(12);

        static async Task<List<SlotKey>> TakeAll(ISlots slots)
        {
            var keys = new List<SlotKey>();
            while (await slots.Take("discord", Start, Later, Cancel) is { } slot)
            {
                keys.Add(slot.Key);
            }

            return keys;
        }
    }

    [Fact]
    public async Task Of_what_is_due_at_once_each_community_has_its_turn()
    {
        var (digests, slots, _) = await Open();
        foreach (var (community, id) in new[] { (1, "a"), (1, "b"), (1, "c"), (2, "d"), (3, "e"), (3, "f") })
        {
            var schedule = Daily(id, new CommunityId($"discord:{community}"));
            await digests.Save(schedule, Cancel);
            await slots.Claim(Due(schedule), Cancel);
        }

        var order = new List<string>();
        while (await slots.Take("discord", Start, Later, Cancel) is { } slot)
        {
            order.Add(slot.Key.Schedule.Value);
        }

        order.ShouldBe(["a", "d", "e", "b", "f", "c"]);
    }

    [Fact]
    public async Task A_platform_takes_its_own()
    {
        var (digests, slots, _) = await Open();
        await digests.Save(Daily("a", Team), Cancel);
        await slots.Claim(Due(Daily("a", Team)), Cancel);

        (await slots.Take("discord", Start, Later, Cancel)).ShouldBeNull();
        (await slots.Take("slack", Start, Later, Cancel))!.Key.Community.ShouldBe(Team);
    }

    [Fact]
    public async Task One_is_open_at_a_time_and_only_one_that_was_refused_makes_room()
    {
        var (digests, slots, _) = await Open();
        await digests.Save(Daily("a"), Cancel);
        await slots.Claim(Due(Daily("a")), Cancel);
        (await slots.Claim(Due(Daily("a"), day: 1), Cancel)).ShouldBeFalse();
        (await digests.Find(Guild, new ScheduleId("a"), Cancel))!.LastDue.ShouldBe(Nine);

        var taken = (await slots.Take("discord", Start, Later, Cancel))!;
        (await slots.Claim(Due(Daily("a"), day: 1), Cancel)).ShouldBeFalse();
        await slots.Settle(taken with { State = SlotState.Failing, NotBefore = Later, Why = "Not allowed." }, Through(1), Cancel);
        (await slots.Claim(Due(Daily("a"), day: 1), Cancel)).ShouldBeTrue();

        var both = await slots.Latest(Guild, new ScheduleId("a"), 5, Cancel);
        both.Select(slot => slot.State).ShouldBe([SlotState.Due, SlotState.Skipped]);
        both[1].Why!.ShouldEndWith("Not allowed.");
        (await digests.Find(Guild, new ScheduleId("a"), Cancel))!.LastDue.ShouldBe(Nine.AddDays(1));
    }

    [Fact]
    public async Task Only_a_slot_of_its_time_moves_a_schedule_on_and_one_that_was_claimed_before_does_so_too()
    {
        var (digests, slots, _) = await Open();
        await digests.Save(Daily("a"), Cancel);

        (await slots.Claim(Due(Daily("a"), cause: Cause.Asked), Cancel)).ShouldBeTrue();
        (await digests.Find(Guild, new ScheduleId("a"), Cancel))!.LastDue.ShouldBeNull();
        (await slots.Claim(Due(Daily("a")), Cancel)).ShouldBeFalse();
        (await digests.Find(Guild, new ScheduleId("a"), Cancel))!.LastDue.ShouldBe(Nine);
    }

    [Fact]
    public async Task What_was_done_with_long_ago_goes()
    {
        var (digests, slots, _) = await Open();
        await digests.Save(Daily("a"), Cancel);
        foreach (var day in new[] { 0, 1, 91 })
        {
            await slots.Claim(Due(Daily("a"), day), Cancel);
            var taken = (await slots.Take("discord", Start.AddDays(day), Start.AddDays(day).AddMinutes(1), Cancel))!;
            await slots.Settle(taken with { State = SlotState.Sent }, Through(day), Cancel);
        }

        (await slots.Latest(Guild, new ScheduleId("a"), 9, Cancel)).Select(slot => slot.At).ShouldBe([Start.AddDays(91), Start.AddDays(1)]);
    }
}
