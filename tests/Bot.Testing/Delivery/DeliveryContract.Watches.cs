using Bot.Core.Communities;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Testing.Delivery;

/// <summary>Who wants to be told of what: kept until they were told, for one at a time, and no more than there is room for.</summary>
public abstract partial class DeliveryContract
{
    [Fact]
    public async Task Who_wants_to_be_told_is_kept_until_they_are_forgotten()
    {
        var watches = (await Open()).Watches;
        (await watches.Add(Wanted("i2", minutes: 1), Cancel)).ShouldBeTrue();
        (await watches.Add(Wanted("i1"), Cancel)).ShouldBeTrue();
        (await watches.Add(Wanted("i1", minutes: 2), Cancel)).ShouldBeTrue();

        var kept = await (await Open()).Watches.All(Start, Cancel);

        kept.Select(watch => watch.Delivery.Value).ShouldBe(["i1", "i2"]);
        kept[0].ShouldBe(Wanted("i1") with { Facts = kept[0].Facts });
        kept[0].Facts.ShouldBe([new ShownFact(A, 1), new ShownFact(new FactId("b"), 2)]);
        await watches.Forget(kept[0], Cancel);
        var left = (await watches.All(Start, Cancel)).ShouldHaveSingleItem();
        left.Delivery.ShouldBe(new DeliveryId("i2"));
        (await watches.Has(Guild, left.Person, Cancel)).ShouldBeTrue();
        (await watches.Has(Team, left.Person, Cancel)).ShouldBeFalse();
        await watches.Forget(left, Cancel);
        (await watches.Has(Guild, left.Person, Cancel)).ShouldBeFalse();
        (await watches.Take(kept[0], Start, Start.AddMinutes(1), Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_at_a_time_tells_them()
    {
        var watches = (await Open()).Watches;
        var watch = Wanted("i1");
        await watches.Add(watch, Cancel);

        (await watches.Take(watch, Start, Start.AddMinutes(1), Cancel)).ShouldBeTrue();
        (await watches.Has(Guild, watch.Person, Cancel)).ShouldBeTrue();
        (await (await Open()).Watches.Take(watch, Start.AddSeconds(59), Start.AddMinutes(9), Cancel)).ShouldBeFalse();
        (await watches.All(Start.AddSeconds(59), Cancel)).ShouldBeEmpty();
        (await watches.All(Start.AddMinutes(1), Cancel)).Count.ShouldBe(1);
        (await watches.Take(watch, Start.AddMinutes(1), Start.AddMinutes(2), Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_person_has_room_for_twenty_in_each_community_and_they_go_with_it()
    {
        var kept = await Open();
        foreach (var number in Enumerable.Range(0, Watch.MostOfOne))
        {
            (await kept.Watches.Add(Wanted($"i{number}"), Cancel)).ShouldBeTrue();
        }

        (await kept.Watches.Add(Wanted("more"), Cancel)).ShouldBeFalse();
        (await kept.Watches.Add(Wanted("i3"), Cancel)).ShouldBeTrue();
        (await kept.Watches.Add(Wanted("other", person: "p2"), Cancel)).ShouldBeTrue();
        (await kept.Watches.Add(Wanted("i1", community: Team), Cancel)).ShouldBeTrue();

        await kept.Communities.Left(Guild, Cancel);
        await kept.Communities.Delete(Guild, DateTimeOffset.MaxValue, Cancel);
        (await kept.Watches.All(Start, Cancel)).ShouldHaveSingleItem().Facts.Count.ShouldBe(2);
    }

    private static Watch Wanted(string delivery, double minutes = 0, CommunityId? community = null, string person = "p1") =>
        new()
        {
            Community = community ?? Guild,
            Delivery = new DeliveryId(delivery),
            Person = new PersonKey(person),
            Story = new StorySlug("bridge"),
            Facts = [new ShownFact(A, 1), new ShownFact(new FactId("b"), 2)],
            At = Start.AddMinutes(minutes),
        };
}
