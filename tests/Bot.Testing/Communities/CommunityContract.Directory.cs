using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Testing.Communities;

/// <summary>The directory: who is here, who left when, and what goes with who is deleted.</summary>
public abstract partial class CommunityContract
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_community_is_known_since_it_was_first_seen()
    {
        var communities = (await Open()).Communities;
        (await communities.All(Cancel)).ShouldBeEmpty();
        await communities.Seen(Team, Cancel);
        Time.Advance(TimeSpan.FromHours(1));
        await communities.Seen(Guild, Cancel);
        await communities.Seen(Team, Cancel);

        (await communities.All(Cancel)).ShouldBe([new(Guild, Start.AddHours(1), null), new(Team, Start, null)]);
    }

    [Fact]
    public async Task Who_leaves_is_due_thirty_days_after_it_was_first_told()
    {
        var communities = (await Open()).Communities;
        await communities.Seen(Guild, Cancel);
        await communities.Seen(Team, Cancel);
        Time.Advance(TimeSpan.FromDays(1));
        await communities.Left(Guild, Cancel);
        Time.Advance(TimeSpan.FromDays(5));
        await communities.Left(Guild, Cancel);

        var all = await communities.All(Cancel);

        all.ShouldBe([new(Guild, Start, Start.AddDays(1)), new(Team, Start, null)]);
        all.Where(community => community.IsDue(Start.AddDays(31).AddTicks(-1))).ShouldBeEmpty();
        all.Where(community => community.IsDue(Start.AddDays(31))).ShouldHaveSingleItem().Id.ShouldBe(Guild);
        all.Where(community => community.IsDue(DateTimeOffset.MaxValue)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Coming_back_calls_leaving_off()
    {
        var communities = (await Open()).Communities;
        await communities.Seen(Guild, Cancel);
        await communities.Left(Guild, Cancel);
        Time.Advance(TimeSpan.FromDays(40));
        await communities.Seen(Guild, Cancel);

        (await communities.All(Cancel)).ShouldBe([new(Guild, Start, null)]);

        Time.Advance(TimeSpan.FromDays(1));
        await communities.Left(Guild, Cancel);
        (await communities.All(Cancel)).ShouldBe([new(Guild, Start, Start.AddDays(41))]);
    }

    [Fact]
    public async Task Who_left_before_it_was_ever_seen_is_due_as_well()
    {
        var communities = (await Open()).Communities;
        await communities.Left(Guild, Cancel);

        (await communities.All(Cancel)).ShouldHaveSingleItem().IsDue(Start.AddDays(30)).ShouldBeTrue();
    }

    [Fact]
    public async Task All_of_a_deleted_community_goes_and_nothing_of_another()
    {
        var kept = await Open();
        var (gone, stays) = (await Fill(kept, Guild), await Fill(kept, Team));
        var ann = await kept.People.Key(Team, Ann, Cancel);
        var still = await kept.Links.Issue(Team, ann, TimeSpan.FromHours(1), Cancel);
        var link = await kept.Links.Issue(Guild, gone, TimeSpan.FromHours(1), Cancel);

        await kept.Communities.Left(Guild, Cancel);
        (await kept.Communities.Delete(Guild, Time.GetUtcNow(), Cancel)).ShouldBeTrue();

        (await kept.Communities.All(Cancel)).ShouldHaveSingleItem().Id.ShouldBe(Team);
        (await kept.People.User(Guild, gone, Cancel)).ShouldBeNull();
        (await kept.People.User(Team, stays, Cancel)).ShouldBe(Ann);
        (await kept.Links.Redeem(link, Cancel)).ShouldBeNull();
        (await kept.Links.Redeem(still, Cancel)).ShouldBe(new SignIn(Team, ann));
        var events = new List<CommunityId>();
        await foreach (var envelope in kept.Journal.Read(0, Cancel))
        {
            events.Add(envelope.Community);
        }

        events.ShouldBe([Team, CommunityId.Base]);
    }

    [Fact]
    public async Task Who_is_here_came_back_or_left_later_is_not_deleted_and_who_is_deleted_is_so_once()
    {
        var kept = await Open();
        await Fill(kept, Guild);
        (await Delete(Start)).ShouldBeFalse();
        await kept.Communities.Left(Guild, Cancel);
        (await Delete(Start.AddTicks(-1))).ShouldBeFalse();
        await kept.Communities.Seen(Guild, Cancel);
        (await Delete(Start)).ShouldBeFalse();

        (await kept.Communities.All(Cancel)).ShouldBe([new(Guild, Start, null)]);
        (await Positions()).ShouldBe([1]);

        await kept.Communities.Left(Guild, Cancel);
        (await Delete(Start)).ShouldBeTrue();
        (await Delete(Start)).ShouldBeFalse();
        (await Positions()).ShouldBe([2], "its own is gone, and it was told once");

        ValueTask<bool> Delete(DateTimeOffset leftBy) => kept.Communities.Delete(Guild, leftBy, Cancel);

        async Task<List<long>> Positions()
        {
            var positions = new List<long>();
            await foreach (var envelope in kept.Journal.Read(0, Cancel))
            {
                positions.Add(envelope.Position);
            }

            return positions;
        }
    }

    [Fact]
    public async Task Who_comes_back_while_it_is_deleted_is_here()
    {
        var communities = (await Open()).Communities;
        for (var round = 0; round < 20; round++)
        {
            await communities.Left(Guild, Cancel);

            await Task.WhenAll(
                Task.Run(() => communities.Delete(Guild, Start, Cancel).AsTask(), Cancel),
                Task.Run(() => communities.Seen(Guild, Cancel).AsTask(), Cancel)
            );

            (await communities.All(Cancel)).ShouldBe([new(Guild, Start, null)]);
        }
    }

    [Fact]
    public async Task The_base_is_no_community_that_comes_leaves_or_is_deleted()
    {
        var communities = (await Open()).Communities;

        await Should.ThrowAsync<ArgumentException>(async () => await communities.Seen(CommunityId.Base, Cancel));
        await Should.ThrowAsync<ArgumentException>(async () => await communities.Left(CommunityId.Base, Cancel));
        await Should.ThrowAsync<ArgumentException>(async () => await communities.Delete(CommunityId.Base, DateTimeOffset.MaxValue, Cancel));
        (await communities.All(Cancel)).ShouldBeEmpty();
    }

    /// <summary>A community with an event, a person and a row in the directory.</summary>
    private static async Task<PersonKey> Fill(Kept kept, CommunityId community)
    {
        await kept.Communities.Seen(community, Cancel);
        var person = await kept.People.Key(community, Ann, Cancel);
        var append = new Append
        {
            Command = new CommandId("a"),
            Community = community,
            Story = new StorySlug("bridge"),
            By = person,
            Reason = "",
            Events = [new Proposed(new StreamId($"{community}/cast"), 0, new StoryEvent.CastChanged(new Edition(1), new Cast([], [], [])))],
        };
        (await kept.Journal.Append(append, Cancel)).ShouldBeOfType<AppendResult.Appended>();
        return person;
    }
}
