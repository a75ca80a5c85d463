using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Communities;

/// <summary>A community that is deleted is gone from the memory of all who had read of it, and may come back as a new one.</summary>
public sealed class DeletedCommunityTests
{
    private static readonly StorySlug Mill = new("old-mill");

    [Fact]
    public async Task Every_replica_forgets_what_one_deleted_and_nothing_of_another()
    {
        var room = await Open();
        await Fill(room, Town);
        await room.Done(new Change.Hold(Closed), Village);
        var (replica, keeper) = await Replica(room);
        replica.Settings(Town).Story.ShouldBe(Mill);

        await room.Journal.Delete(Town, CancellationToken.None);
        await keeper.Follow(CancellationToken.None);

        replica.Settings(Town).ShouldBe(CommunitySettings.Default);
        replica.Story(replica.Now, Town, Mill.Value).ShouldBeNull();
        replica.Story(replica.Now, Town, Slug.Value)!.Held.ShouldBeEmpty();
        replica.Story(replica.Now, Village, Slug.Value)!.Held.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_community_that_comes_back_is_answered_from_what_it_did_since()
    {
        var room = await Open();
        await Fill(room, Town);
        var (replica, keeper) = await Replica(room);
        await room.Journal.Delete(Town, CancellationToken.None);
        await room.Done(new Change.Withdraw(new FactId("cracks-found")));

        await keeper.Follow(CancellationToken.None);

        foreach (var shelf in new[] { room.Shelf, replica })
        {
            var story = shelf.Story(shelf.Now, Town)!;
            story.Own.ShouldHaveSingleItem().Event.ShouldBeOfType<StoryEvent.FactRemoved>();
            story.Held.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_deleted_story_stays_away_when_files_are_read_again_and_its_name_is_free()
    {
        var room = await Open();
        await Fill(room, Town);
        await room.Journal.Delete(Town, CancellationToken.None);

        await room.Load(Book(2));

        room.Shelf.Story(room.Shelf.Now, Town, Mill.Value).ShouldBeNull();
        (await room.Make(new Change.StartStory("The new mill", "Europe/London"), story: Mill)).ShouldBeOfType<ChangeOutcome.Done>();
        (await room.Make(new Change.CloseStory(new DateOnly(2026, 6, 1)), story: Mill)).ShouldBeOfType<ChangeOutcome.Done>();
    }

    [Fact]
    public async Task A_start_knows_nothing_of_a_community_that_was_deleted()
    {
        var room = await Open();
        await Fill(room, Town);
        await room.Journal.Delete(Town, CancellationToken.None);

        var (started, _) = await Replica(room);

        started.Settings(Town).ShouldBe(CommunitySettings.Default);
        started.Story(started.Now, Town).ShouldBeSameAs(started.Now.Story());
        started.Now.Story()!.History.ShouldBe(room.Shelf.Now.Story()!.History);
    }

    /// <summary>A story of its own that it follows, and a fact of the base that it holds.</summary>
    private static async Task Fill(Moderation.Newsroom room, CommunityId community)
    {
        await room.Make(new Change.StartStory("The old mill", "Europe/London"), community, story: Mill);
        await room.Make(new Change.Follow(Mill), community);
        await room.Done(new Change.Hold(Closed), community);
    }

    private static async Task<(Shelf, StoryKeeper)> Replica(Moderation.Newsroom room)
    {
        var shelf = new Shelf();
        var keeper = new StoryKeeper(room.Journal, shelf, room.Time, development: false);
        (await keeper.Load([Book()], BothStories.Bridge.Index.Lexicon, null, CancellationToken.None)).ShouldBeEmpty();
        return (shelf, keeper);
    }
}
