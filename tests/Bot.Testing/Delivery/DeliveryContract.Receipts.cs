using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Testing.Delivery;

/// <summary>Receipts: written before the post, known after it, once for each delivery.</summary>
public abstract partial class DeliveryContract
{
    [Fact]
    public async Task A_receipt_is_there_before_the_post_is_and_tells_when_it_arrived()
    {
        var receipts = (await Open()).Receipts;

        (await receipts.Begin(Made("i1"), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();

        var sending = (await receipts.All(Guild, Cancel)).ShouldHaveSingleItem();
        sending.ShouldSatisfyAllConditions(
            () => sending.ShouldBe(Made("i1") with { Facts = sending.Facts }),
            () => sending.Facts.ShouldBe([new ShownFact(new FactId("a"), 1), new ShownFact(new FactId("b"), 2)]),
            () => sending.State.ShouldBe(PostState.Sending),
            () => sending.Post.ShouldBeNull()
        );

        await receipts.Posted(Guild, new DeliveryId("i1"), new PostId("m1"), Cancel);

        var posted = (await receipts.All(Guild, Cancel)).ShouldHaveSingleItem();
        (posted.State, posted.Post).ShouldBe((PostState.Posted, new PostId("m1")));
        posted.Facts.ShouldBe(sending.Facts);
    }

    [Fact]
    public async Task A_delivery_that_comes_again_does_nothing_however_far_the_first_is()
    {
        var receipts = (await Open()).Receipts;
        await receipts.Begin(Made("i1"), spaced: true, Cancel);

        (await receipts.Begin(Made("i1", 1, facts: "c"), spaced: true, Cancel)).ShouldBeOfType<Begun.Again>();
        await receipts.Posted(Guild, new DeliveryId("i1"), new PostId("m1"), Cancel);
        (await receipts.Begin(Made("i1", 2), spaced: true, Cancel)).ShouldBeOfType<Begun.Again>();
        (await receipts.Begin(Made("i1", 999), spaced: false, Cancel)).ShouldBeOfType<Begun.Again>();

        (await receipts.All(Guild, Cancel)).ShouldHaveSingleItem().At.ShouldBe(Start);
        (await receipts.Begin(Made("i1", community: Team), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
    }

    [Fact]
    public async Task The_same_facts_come_to_the_same_place_once_in_half_an_hour()
    {
        var receipts = (await Open()).Receipts;
        await receipts.Begin(Made("i1"), spaced: true, Cancel);
        await receipts.Posted(Guild, new DeliveryId("i1"), new PostId("m1"), Cancel);

        var refused = (await receipts.Begin(Made("i2", 29.9, facts: "b a"), spaced: true, Cancel)).ShouldBeOfType<Begun.TooSoon>();
        refused.Earlier.Post.ShouldBe(new PostId("m1"));

        (await receipts.Begin(Made("i3", 1, facts: "a"), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
        (await receipts.Begin(Made("i4", 1, place: "c2"), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
        (await receipts.Begin(Made("i5", 1, community: Team), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
        (await receipts.Begin(Made("i6", 1), spaced: false, Cancel)).ShouldBeOfType<Begun.Go>();
        (await receipts.Begin(Made("i7", 31), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
        (await receipts.All(Guild, Cancel)).Select(receipt => receipt.Delivery.Value).ShouldBe(["i1", "i3", "i4", "i6", "i7"]);
    }

    [Fact]
    public async Task What_was_refused_leaves_nothing_and_may_be_tried_again()
    {
        var receipts = (await Open()).Receipts;
        await receipts.Begin(Made("i1"), spaced: true, Cancel);
        await receipts.Begin(Made("i2", place: "c2"), spaced: true, Cancel);

        await receipts.Refused(Guild, new DeliveryId("i1"), Cancel);

        (await receipts.All(Guild, Cancel)).ShouldHaveSingleItem().Delivery.ShouldBe(new DeliveryId("i2"));
        (await receipts.Begin(Made("i3", 1), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
    }

    [Fact]
    public async Task What_was_taken_away_is_not_shown_again_at_once_and_then_forgotten()
    {
        var receipts = (await Open()).Receipts;
        await receipts.Begin(Made("i1"), spaced: true, Cancel);
        await receipts.Posted(Guild, new DeliveryId("i1"), new PostId("m1"), Cancel);
        await receipts.Removed(Guild, new PlaceId("c2"), new PostId("m1"), Cancel);
        (await receipts.All(Guild, Cancel)).ShouldHaveSingleItem().State.ShouldBe(PostState.Posted);

        await receipts.Removed(Guild, new PlaceId("c1"), new PostId("m1"), Cancel);

        (await receipts.All(Guild, Cancel)).ShouldHaveSingleItem().State.ShouldBe(PostState.Removed);
        (await receipts.Begin(Made("i2", 10), spaced: true, Cancel)).ShouldBeOfType<Begun.TooSoon>();
        (await receipts.Begin(Made("i3", 30), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
        (await receipts.All(Guild, Cancel)).ShouldHaveSingleItem().Delivery.ShouldBe(new DeliveryId("i3"));
    }

    [Fact]
    public async Task What_nobody_knows_of_is_told_of_all_communities()
    {
        var receipts = (await Open()).Receipts;
        await receipts.Begin(Made("i1"), spaced: true, Cancel);
        await receipts.Begin(Made("i2", 1, community: Team), spaced: true, Cancel);
        await receipts.Begin(Made("i3", 2, facts: ""), spaced: false, Cancel);
        await receipts.Begin(Made("i4", 0, facts: "c"), spaced: true, Cancel);
        await receipts.Posted(Guild, new DeliveryId("i4"), new PostId("m4"), Cancel);

        var unknown = await receipts.Unknown(Start.AddMinutes(2), Cancel);

        unknown.Select(receipt => (receipt.Community, receipt.Delivery.Value)).ShouldBe([(Guild, "i1"), (Team, "i2")]);
        (await receipts.Unknown(Start.AddMinutes(3), Cancel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Of_several_at_once_one_goes_on()
    {
        var receipts = (await Open()).Receipts;
        for (var round = 0; round < 5; round++)
        {
            var (place, same) = ($"c{round}", $"same{round}");
            var spaced = await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(i => Task.Run(() => receipts.Begin(Made($"{place} {i}", place: place), true, Cancel).AsTask(), Cancel))
            );
            spaced.OfType<Begun.Go>().ShouldHaveSingleItem();
            var repeated = await Task.WhenAll(
                Enumerable.Range(0, 6).Select(_ => Task.Run(() => receipts.Begin(Made(same, place: "d"), false, Cancel).AsTask(), Cancel))
            );
            repeated.OfType<Begun.Go>().ShouldHaveSingleItem();
            repeated.OfType<Begun.Again>().Count().ShouldBe(5);
        }
    }

    [Fact]
    public async Task They_go_with_their_community()
    {
        var kept = await Open();
        await kept.Receipts.Begin(Made("i1"), spaced: true, Cancel);
        await kept.Receipts.Begin(Made("i2", community: Team), spaced: true, Cancel);

        await kept.Communities.Left(Guild, Cancel);
        await kept.Communities.Delete(Guild, DateTimeOffset.MaxValue, Cancel);

        (await kept.Receipts.All(Guild, Cancel)).ShouldBeEmpty();
        (await kept.Receipts.All(Team, Cancel)).ShouldHaveSingleItem().Facts.Count.ShouldBe(2);
        (await kept.Receipts.Begin(Made("i1"), spaced: true, Cancel)).ShouldBeOfType<Begun.Go>();
        (await kept.Receipts.All(Guild, Cancel)).ShouldHaveSingleItem().Facts.Count.ShouldBe(2);
    }
}
