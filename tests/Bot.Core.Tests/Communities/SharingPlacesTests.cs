using Bot.Core.Communities;
using Bot.Core.Delivery;

namespace Bot.Core.Tests.Communities;

public sealed class SharingPlacesTests
{
    private static readonly PlaceId One = new("1");
    private static readonly PlaceId Two = new("2");

    [Fact]
    public void Sharing_is_allowed_everywhere_until_a_community_says_where()
    {
        CommunitySettings.Default.MayShareIn(One).ShouldBeTrue();
        (CommunitySettings.Default with { Sharing = SharingPlaces.Nowhere }).MayShareIn(One).ShouldBeFalse();
        var some = CommunitySettings.Default with { Sharing = SharingPlaces.In([Two]) };
        (some.MayShareIn(One), some.MayShareIn(Two)).ShouldBe((false, true));
    }

    [Fact]
    public void They_are_the_same_in_whatever_order_they_were_chosen_and_come_back_from_their_text()
    {
        var some = SharingPlaces.In([Two, One, Two]);

        some.ShouldBe(SharingPlaces.In([One, Two]));
        SharingPlaces.In([]).ShouldBe(SharingPlaces.Nowhere);
        SharingPlaces.TryParse($"{some}").ShouldBe(some);
        SharingPlaces.TryParse($"{SharingPlaces.Nowhere}").ShouldBe(SharingPlaces.Nowhere);
        SharingPlaces.TryParse("").ShouldBeNull();
        SharingPlaces.TryParse("2 1").ShouldBeNull();
    }
}
