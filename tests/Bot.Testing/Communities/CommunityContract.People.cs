using Bot.Core.Communities;

namespace Bot.Testing.Communities;

/// <summary>People: a key for each, that stands for them until they are forgotten.</summary>
public abstract partial class CommunityContract
{
    [Fact]
    public async Task A_person_keeps_the_key_and_can_be_found_by_it()
    {
        var people = (await Open()).People;

        var key = await people.Key(Guild, Ann, Cancel);

        (await people.Key(Guild, Ann, Cancel)).ShouldBe(key);
        (await people.User(Guild, key, Cancel)).ShouldBe(Ann);
    }

    [Fact]
    public async Task A_key_says_nothing_of_the_person()
    {
        var key = await (await Open()).People.Key(Guild, Ann, Cancel);

        key.Value.ShouldNotContain("ann", Case.Insensitive);
        key.Value.Length.ShouldBe(23);
        key.ShouldNotBe(PersonKey.Maintainers);
    }

    [Fact]
    public async Task Everybody_has_another_key_and_another_in_each_community()
    {
        var people = (await Open()).People;
        PersonKey[] keys =
        [
            await people.Key(Guild, Ann, Cancel),
            await people.Key(Guild, Bob, Cancel),
            await people.Key(Team, Ann, Cancel),
            await people.Key(Guild, new UserId("u-ann"), Cancel),
        ];

        keys.ShouldBeUnique();
        (await people.User(Team, keys[0], Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Several_who_ask_for_one_person_at_once_get_one_key()
    {
        var people = (await Open()).People;
        for (var round = 0; round < 10; round++)
        {
            var user = new UserId($"U{round}");
            var keys = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => Task.Run(() => people.Key(Guild, user, Cancel).AsTask(), Cancel))
            );

            keys.Distinct().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Who_was_forgotten_has_no_key_and_comes_back_as_somebody_new()
    {
        var people = (await Open()).People;
        var (before, bob) = (await people.Key(Guild, Ann, Cancel), await people.Key(Guild, Bob, Cancel));

        (await people.Forget(Ann, Guild, Cancel)).ShouldBeTrue();

        (await people.User(Guild, before, Cancel)).ShouldBeNull();
        (await people.User(Guild, bob, Cancel)).ShouldBe(Bob);
        (await people.Key(Guild, Ann, Cancel)).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_person_may_be_forgotten_in_one_community_or_in_all()
    {
        var people = (await Open()).People;
        var (here, there) = (await people.Key(Guild, Ann, Cancel), await people.Key(Team, Ann, Cancel));

        (await people.Forget(Ann, Guild, Cancel)).ShouldBeTrue();
        (await people.User(Team, there, Cancel)).ShouldBe(Ann);
        here = await people.Key(Guild, Ann, Cancel);

        (await people.Forget(Ann, null, Cancel)).ShouldBeTrue();
        (await people.User(Guild, here, Cancel)).ShouldBeNull();
        (await people.User(Team, there, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Forgetting_who_was_not_known_says_so()
    {
        var people = (await Open()).People;
        await people.Key(Team, Ann, Cancel);

        (await people.Forget(Bob, null, Cancel)).ShouldBeFalse();
        (await people.Forget(Ann, Guild, Cancel)).ShouldBeFalse();
        (await people.Forget(new UserId("%"), null, Cancel)).ShouldBeFalse();
    }
}
