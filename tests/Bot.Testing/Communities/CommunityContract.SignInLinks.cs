using System.Buffers.Text;
using Bot.Core.Communities;

namespace Bot.Testing.Communities;

/// <summary>Sign-in links: once, in time, and only for whom they were made.</summary>
public abstract partial class CommunityContract
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly PersonKey Moderator = new("p1");

    [Fact]
    public async Task A_link_signs_in_once()
    {
        var links = (await Open()).Links;
        var token = await links.Issue(Guild, Moderator, Lifetime, Cancel);

        (await links.Redeem(token, Cancel)).ShouldBe(new SignIn(Guild, Moderator));
        (await links.Redeem(token, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_has_256_bits_and_fits_into_an_address()
    {
        var links = (await Open()).Links;
        var token = await links.Issue(Guild, Moderator, Lifetime, Cancel);

        Base64Url.DecodeFromChars(token).Length.ShouldBe(32);
        Uri.EscapeDataString(token).ShouldBe(token);
        (await links.Issue(Guild, Moderator, Lifetime, Cancel)).ShouldNotBe(token);
    }

    [Fact]
    public async Task A_link_holds_until_its_time_is_over_and_not_longer()
    {
        var links = (await Open()).Links;
        var (early, late) = (await links.Issue(Guild, Moderator, Lifetime, Cancel), await links.Issue(Guild, Moderator, Lifetime, Cancel));

        Time.Advance(Lifetime - TimeSpan.FromTicks(1));
        (await links.Redeem(early, Cancel)).ShouldNotBeNull();
        Time.Advance(TimeSpan.FromTicks(1));
        (await links.Redeem(late, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_that_is_over_is_swept_and_one_that_holds_is_not()
    {
        var links = (await Open()).Links;
        var (over, holds) = (
            await links.Issue(Guild, Moderator, Lifetime, Cancel),
            await links.Issue(Team, Moderator, Lifetime * 3, Cancel)
        );
        Time.Advance(Lifetime);
        await links.Issue(Guild, Moderator, Lifetime, Cancel);

        // Had it not been swept, a clock that is set back would bring it to life.
        Time.AdjustTime(Start);
        (await links.Redeem(over, Cancel)).ShouldBeNull();
        (await links.Redeem(holds, Cancel)).ShouldBe(new SignIn(Team, Moderator));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\u6A4B")]
    public async Task What_is_no_token_signs_nobody_in(string token)
    {
        var links = (await Open()).Links;
        var real = await links.Issue(Guild, Moderator, Lifetime, Cancel);

        (await links.Redeem(token, Cancel)).ShouldBeNull();
        (await links.Redeem(SignInToken.Hash(real), Cancel)).ShouldBeNull();
        (await links.Redeem(real + "=", Cancel)).ShouldBeNull();
        (await links.Redeem(real, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_several_who_use_a_link_at_once_one_is_signed_in()
    {
        var links = (await Open()).Links;
        for (var round = 0; round < 10; round++)
        {
            var token = await links.Issue(Guild, Moderator, Lifetime, Cancel);
            var signed = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => Task.Run(() => links.Redeem(token, Cancel).AsTask(), Cancel))
            );

            signed.Count(who => who is not null).ShouldBe(1);
        }
    }
}
