using Bot.Core.Communities;
using Bot.Core.Journal;

namespace Bot.Testing.Journal;

/// <summary>A community goes whole, and nobody else notices.</summary>
public abstract partial class JournalContract
{
    private static readonly StreamId Theirs = new("slack:T1/queue");

    [Fact]
    public async Task All_events_of_a_deleted_community_go_and_no_others()
    {
        var journal = await Open();
        await Interleaved(journal);
        var others = (await All(journal)).Where(envelope => envelope.Community != Guild).Select(Shown).ToList();

        await journal.Delete(Guild, Cancel);

        (await All(journal)).SkipLast(1).Select(Shown).ShouldBe(others);
        (await journal.Version(Editions, Cancel)).ShouldBe(0);
        (await journal.Version(Theirs, Cancel)).ShouldBe(2);
        await Holds(journal);
    }

    [Fact]
    public async Task Positions_of_a_deleted_community_are_not_given_again()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Team, Next(Theirs, 0)));
        await Appended(journal, Command("b", Guild, Next(Editions, 0), Next(Editions, 1)));

        await journal.Delete(Guild, Cancel);

        (await Appended(journal, Command("c", Team, Next(Theirs, 1)))).ShouldBe((5, 5));
        (await All(journal)).Select(envelope => envelope.Position).ShouldBe([1, 4, 5]);
        await Holds(journal);
    }

    [Fact]
    public async Task A_deleted_community_may_begin_again_as_a_new_one()
    {
        var journal = await Open();
        await Interleaved(journal);
        var last = (await All(journal))[^1].Position;
        await journal.Delete(Guild, Cancel);

        (await Appended(journal, Command("a", Guild, Next(Editions, 0, "anew")))).ShouldBe((last + 2, last + 2));

        Says((await All(journal))[^1]).ShouldBe("anew");
        await Holds(journal);
    }

    [Fact]
    public async Task Deleting_a_community_that_is_not_there_takes_nothing_away()
    {
        var journal = await Open();
        await Interleaved(journal);
        var before = (await All(journal)).ConvertAll(Shown);

        await journal.Delete(new CommunityId("discord:404"), Cancel);

        (await All(journal)).SkipLast(1).Select(Shown).ShouldBe(before);
        await Holds(journal);
    }

    [Fact]
    public async Task All_who_read_are_told_which_communities_were_deleted_and_between_which_events()
    {
        var journal = await Open();
        await Interleaved(journal);
        var last = (await All(journal))[^1].Position;
        await journal.Delete(Guild, Cancel);
        await Appended(journal, Command("anew", Guild, Next(Editions, 0)));
        await journal.Delete(Team, Cancel);
        await journal.Delete(Guild, Cancel);

        var told = await All(journal, last);
        told.Select(envelope => (envelope.Position, envelope.Version, envelope.Event))
            .ShouldBe([
                (last + 1, 1, new StoryEvent.CommunityDeleted(Guild)),
                (last + 3, 2, new StoryEvent.CommunityDeleted(Team)),
                (last + 4, 3, new StoryEvent.CommunityDeleted(Guild)),
            ]);
        told.ShouldAllBe(envelope => envelope.Community == CommunityId.Base && envelope.Stream == StreamId.Journal);
        await Holds(journal);
    }

    [Fact]
    public async Task The_base_cannot_be_deleted()
    {
        var journal = await Open();
        await Appended(journal, Command("a", CommunityId.Base, Next(Editions, 0)));

        await Should.ThrowAsync<ArgumentException>(async () => await journal.Delete(CommunityId.Base, Cancel));

        (await All(journal)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_position_of_a_deleted_community_cannot_be_blanked()
    {
        var journal = await Open();
        await Interleaved(journal);
        await journal.Delete(Guild, Cancel);

        await Should.ThrowAsync<ArgumentException>(async () =>
            await journal.Append(Command("erase", Guild, Next(Queue, 0)) with { Blanks = [1] }, Cancel)
        );
    }

    [Fact]
    public async Task Who_follows_hears_that_a_community_was_deleted_and_goes_on()
    {
        var journal = await Open();
        await Interleaved(journal);
        var count = (await All(journal)).Count;
        var read = new List<long>();
        await foreach (var envelope in journal.Follow(0, Cancel))
        {
            read.Add(envelope.Position);
            if (read.Count == count)
            {
                await journal.Delete(Guild, Cancel);
                await Appended(journal, Command("later", Team, Next(Theirs, 2)));
            }

            if (read.Count == count + 2)
            {
                break;
            }
        }

        read[^3..].ShouldBe([read[^3], read[^3] + 1, read[^3] + 2]);
    }

    private static (long, CommunityId, string, string) Shown(Envelope envelope) =>
        (envelope.Position, envelope.Community, envelope.ChainHash, Says(envelope));

    /// <summary>Both communities in turns: their chains lie one between the other.</summary>
    private static async Task Interleaved(IJournal journal)
    {
        await Appended(journal, Command("a", Guild, Next(Editions, 0, "one")));
        await Appended(journal, Command("a", Team, Next(Theirs, 0, "two")));
        await Appended(journal, Command("b", Guild, Next(Editions, 1, "three"), Next(Queue, 0, "four")));
        await Appended(journal, Command("b", Team, Next(Theirs, 1, "five")));
    }
}
