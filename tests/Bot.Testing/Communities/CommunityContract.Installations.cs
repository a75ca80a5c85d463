namespace Bot.Testing.Communities;

/// <summary>Installations: what was handed over, renewed by one at a time, and gone at once.</summary>
public abstract partial class CommunityContract
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_was_handed_over_is_found_until_it_is_replaced()
    {
        var installations = (await Open()).Installations;
        (await installations.Find(Team, Cancel)).ShouldBeNull();

        await installations.Install(Team, "sealed-1", Cancel);
        await installations.Install(Guild, "sealed-other", Cancel);
        var first = (await installations.Find(Team, Cancel)).ShouldNotBeNull();
        Time.Advance(TimeSpan.FromDays(1));
        await installations.Install(Team, "sealed-2", Cancel);
        var second = (await installations.Find(Team, Cancel)).ShouldNotBeNull();

        (first.Community, first.Content, first.At).ShouldBe((Team, "sealed-1", Start));
        (second.Content, second.At).ShouldBe(("sealed-2", Start + TimeSpan.FromDays(1)));
        second.Version.ShouldNotBe(first.Version);
        (await installations.Find(Guild, Cancel))!.Content.ShouldBe("sealed-other");
        first.ToString().ShouldNotContain("sealed");
    }

    [Fact]
    public async Task Of_several_who_want_to_renew_one_gets_the_turn_and_another_one_when_it_does_not_come_back()
    {
        var installations = (await Open()).Installations;
        await installations.Install(Team, "sealed-1", Cancel);
        var read = (await installations.Find(Team, Cancel))!;

        var turns = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => installations.BeginRenewal(read, Turn, Cancel).AsTask(), Cancel))
        );
        turns.Count(got => got).ShouldBe(1);
        Time.Advance(Turn - TimeSpan.FromTicks(1));
        (await installations.BeginRenewal(read, Turn, Cancel)).ShouldBeFalse();
        Time.Advance(TimeSpan.FromTicks(1));
        (await installations.BeginRenewal(read, Turn, Cancel)).ShouldBeTrue();

        (await installations.Renew(read, "sealed-2", Cancel)).ShouldBeTrue();
        (await installations.BeginRenewal(read, Turn, Cancel)).ShouldBeFalse();
        (await installations.Renew(read, "sealed-3", Cancel)).ShouldBeFalse();
        var renewed = (await installations.Find(Team, Cancel))!;
        (renewed.Content, renewed.At).ShouldBe(("sealed-2", Start));
        (await installations.BeginRenewal(renewed, Turn, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_renewal_does_not_undo_a_removal_or_who_installed_anew()
    {
        var installations = (await Open()).Installations;
        await installations.Install(Team, "sealed-1", Cancel);
        var read = (await installations.Find(Team, Cancel))!;
        await installations.Remove(Team, Time.GetUtcNow(), Cancel);

        (await installations.Renew(read, "sealed-2", Cancel)).ShouldBeFalse();
        (await installations.Find(Team, Cancel)).ShouldBeNull();

        Time.Advance(TimeSpan.FromMinutes(1));
        await installations.Install(Team, "sealed-3", Cancel);
        (await installations.Renew(read, "sealed-4", Cancel)).ShouldBeFalse();
        (await installations.Find(Team, Cancel))!.Content.ShouldBe("sealed-3");
    }

    [Fact]
    public async Task A_removal_that_is_told_late_leaves_what_was_handed_over_after_it()
    {
        var installations = (await Open()).Installations;
        await installations.Install(Team, "sealed-1", Cancel);
        Time.Advance(TimeSpan.FromMinutes(5));
        var removed = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(1));
        await installations.Install(Team, "sealed-2", Cancel);

        (await installations.Remove(Team, removed, Cancel)).ShouldBeFalse();
        (await installations.Find(Team, Cancel)).ShouldNotBeNull();
        (await installations.Remove(Team, Time.GetUtcNow(), Cancel)).ShouldBeTrue();
        (await installations.Find(Team, Cancel)).ShouldBeNull();
        (await installations.Remove(Team, removed, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_community_that_is_deleted_takes_what_it_handed_over_with_it()
    {
        var kept = await Open();
        await kept.Communities.Seen(Team, Cancel);
        await kept.Installations.Install(Team, "sealed-1", Cancel);
        await kept.Installations.Install(Guild, "sealed-2", Cancel);
        await kept.Communities.Left(Team, Cancel);

        (await kept.Communities.Delete(Team, Time.GetUtcNow(), Cancel)).ShouldBeTrue();

        (await kept.Installations.Find(Team, Cancel)).ShouldBeNull();
        (await kept.Installations.Find(Guild, Cancel)).ShouldNotBeNull();
    }
}
