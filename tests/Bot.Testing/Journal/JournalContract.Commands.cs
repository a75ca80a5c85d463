using Bot.Core.Journal;

namespace Bot.Testing.Journal;

/// <summary>Rule 4: a command that comes twice is done once.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task A_command_that_comes_again_is_answered_with_where_it_was_done()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Queue, 0)));
        var (first, last) = await Appended(journal, Command("b", Next(Editions, 0), Next(Editions, 1)));
        await Appended(journal, Command("c", Next(Queue, 1)));

        var again = await journal.Append(Command("b", Next(Editions, 0), Next(Editions, 1)), Cancel);

        again.ShouldBe(new AppendResult.AlreadyDone(first, last));
        (await All(journal)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_command_is_looked_at_before_the_versions_and_the_events_do_not_matter()
    {
        var journal = await Open();
        var (first, last) = await Appended(journal, Command("a", Next(Editions, 0)));

        var fitting = await journal.Append(Command("a", Next(Editions, 1, "another"), Next(Queue, 0)), Cancel);
        var unfitting = await journal.Append(Command("a", Next(Queue, 17)), Cancel);

        fitting.ShouldBe(new AppendResult.AlreadyDone(first, last));
        unfitting.ShouldBe(new AppendResult.AlreadyDone(first, last));
        (await All(journal)).ShouldHaveSingleItem();
        (await journal.Version(Queue, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_communities_may_use_the_same_command_id()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Guild, Next(Editions, 0)));

        await Appended(journal, Command("a", Team, Next(Queue, 0)));

        (await All(journal)).Select(envelope => envelope.Community).ShouldBe([Guild, Team]);
    }

    [Fact]
    public async Task Command_ids_are_told_apart_by_every_letter()
    {
        var journal = await Open();
        string[] ids = ["a", "A", "a ", "\u00E4", "a\u0308", "'; --"];
        for (var i = 0; i < ids.Length; i++)
        {
            await Appended(journal, Command(ids[i], Next(Editions, i)));
        }

        (await All(journal)).Select(envelope => envelope.Command.Value).ShouldBe(ids);
    }
}
