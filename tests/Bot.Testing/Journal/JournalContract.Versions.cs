using Bot.Core.Journal;

namespace Bot.Testing.Journal;

/// <summary>Rule 3: each event names the version its stream must have.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task Each_stream_counts_its_own_versions()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0), Next(Editions, 1)));
        await Appended(journal, Command("b", Next(Queue, 0)));
        await Appended(journal, Command("c", Next(Editions, 2)));

        (await journal.Version(Editions, Cancel)).ShouldBe(3);
        (await journal.Version(Queue, Cancel)).ShouldBe(1);
        var read = await All(journal);
        read.Where(envelope => envelope.Stream == Editions).Select(envelope => envelope.Version).ShouldBe([1, 2, 3]);
        read.Where(envelope => envelope.Stream == Queue).Select(envelope => envelope.Version).ShouldBe([1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-1)]
    public async Task Who_expects_another_version_than_the_stream_has_is_told_both(long expected)
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0), Next(Editions, 1)));

        var result = await journal.Append(Command("b", Next(Editions, expected)), Cancel);

        result.ShouldBe(new AppendResult.Conflict(Editions, expected, 2));
    }

    [Fact]
    public async Task Several_events_of_one_append_on_one_stream_count_up()
    {
        var journal = await Open();

        var repeated = await journal.Append(Command("a", Next(Editions, 0), Next(Editions, 0)), Cancel);
        repeated.ShouldBe(new AppendResult.Conflict(Editions, 0, 1));

        var left_out = await journal.Append(Command("b", Next(Editions, 0), Next(Editions, 2)), Cancel);
        left_out.ShouldBe(new AppendResult.Conflict(Editions, 2, 1));

        await Appended(journal, Command("c", Next(Editions, 0), Next(Queue, 0), Next(Editions, 1), Next(Editions, 2)));
        (await journal.Version(Editions, Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task A_conflict_in_the_last_event_leaves_nothing_of_the_others()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Queue, 0)));

        var result = await journal.Append(Command("b", Next(Editions, 0), Next(Editions, 1), Next(Queue, 0)), Cancel);

        result.ShouldBe(new AppendResult.Conflict(Queue, 0, 1));
        (await All(journal)).ShouldHaveSingleItem();
        (await journal.Version(Editions, Cancel)).ShouldBe(0);
        (await journal.Version(Queue, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_conflict_the_same_command_may_try_again()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0)));
        (await journal.Append(Command("b", Next(Editions, 0)), Cancel)).ShouldBeOfType<AppendResult.Conflict>();

        var (first, _) = await Appended(journal, Command("b", Next(Editions, 1)));

        (await All(journal)).Select(envelope => envelope.Position).ShouldBe([1, first]);
    }

    [Fact]
    public async Task Who_must_have_read_all_of_a_community_appends_nothing_once_more_happened_there_in_whatever_stream()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Guild, Next(Editions, 0, "one")));
        await Appended(journal, Command("b", Team, Next(Queue, 0, "theirs")));
        await Appended(journal, Command("c", Guild, Next(new StreamId("guild/queue"), 0, "two")));
        var erase = Command("erase", Guild, Next(Editions, 1, "erased")) with { Blanks = [1], Read = 2 };

        (await journal.Append(erase, Cancel)).ShouldBe(new AppendResult.Overtaken(3));

        Says((await All(journal))[0]).ShouldBe("one");
        await Appended(journal, Command("d", Team, Next(Queue, 1, "not of this community")));
        (await Appended(journal, erase with { Read = 3 })).ShouldBe((5, 5));
        (await journal.Append(erase, Cancel)).ShouldBe(new AppendResult.AlreadyDone(5, 5));
        await Holds(journal);
    }
}
