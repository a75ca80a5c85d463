using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;

namespace Bot.Testing.Delivery;

/// <summary>The cards of moderators' channels: of several who keep one at once one does, and what is kept is there when it is opened again.</summary>
public abstract partial class DeliveryContract
{
    [Fact]
    public async Task A_card_is_kept_by_whoever_read_it_last_and_by_nobody_else()
    {
        var cards = (await Open()).Cards;
        var first = (await cards.Save(Waiting("0000000a"), Cancel))!;
        (await (await Open()).Cards.Save(Waiting("0000000a"), Cancel)).ShouldBeNull();

        var posted = (
            await cards.Save(
                first with
                {
                    Place = new PlaceId("c2"),
                    Begun = Start.AddDays(1),
                    State = CardState.Posted,
                    Post = new PostId("m1"),
                    Shown = "hash",
                    UpTo = 5_000_000_000,
                    Tries = 3,
                    NotBefore = Start.AddDays(2),
                    Why = "The channel is closed.",
                },
                Cancel
            )
        )!;
        (await cards.Save(first, Cancel)).ShouldBeNull();
        await cards.Forget(first, Cancel);

        (await (await Open()).Cards.All(Cancel)).ShouldHaveSingleItem().ShouldBe(posted);
        posted.Version.ShouldBe(2);
        var again = (await cards.Save(posted with { Post = null, Shown = null, Why = null, State = CardState.Lost }, Cancel))!;
        (await (await Open()).Cards.All(Cancel)).ShouldHaveSingleItem().ShouldBe(again);
        await cards.Forget(again, Cancel);
        (await cards.All(Cancel)).ShouldBeEmpty();
        (await cards.Save(again, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_who_begin_the_same_card_one_does()
    {
        var cards = (await Open()).Cards;

        var begun = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await cards.Save(Waiting("0000000a"), Cancel)))
        );

        begun.OfType<Card>().ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Cards_are_of_one_thing_of_one_story_of_one_community_and_go_with_it()
    {
        var kept = await Open();
        (await kept.Cards.Save(Waiting("0000000a"), Cancel)).ShouldNotBeNull();
        (await kept.Cards.Save(Waiting("0000000b"), Cancel)).ShouldNotBeNull();
        (await kept.Cards.Save(Waiting("0000000a") with { Story = new StorySlug("tunnel") }, Cancel)).ShouldNotBeNull();
        (await kept.Cards.Save(Waiting("0000000a") with { Community = Team }, Cancel)).ShouldNotBeNull();

        await kept.Communities.Left(Guild, Cancel);
        await kept.Communities.Delete(Guild, DateTimeOffset.MaxValue, Cancel);

        (await kept.Cards.All(Cancel)).ShouldHaveSingleItem().Community.ShouldBe(Team);
    }

    private static Card Waiting(string item) =>
        new()
        {
            Community = Guild,
            Story = new StorySlug("bridge"),
            Item = new ItemId(item),
            Place = new PlaceId("c1"),
            Begun = Start,
            NotBefore = Start.AddMinutes(1),
        };
}
