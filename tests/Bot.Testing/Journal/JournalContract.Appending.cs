using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Testing.Journal;

/// <summary>Rules 1, 2 and 6: what is written, where, and by whose clock.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task A_new_journal_has_nothing()
    {
        var journal = await Open();

        (await All(journal)).ShouldBeEmpty();
        (await journal.Version(Editions, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Positions_are_counted_from_one()
    {
        var journal = await Open();

        (await Appended(journal, Command("a", Next(Editions, 0)))).ShouldBe((1, 1));
        (await All(journal)).ShouldHaveSingleItem().Position.ShouldBe(1);
    }

    [Fact]
    public async Task The_events_of_one_append_stand_side_by_side_in_their_order()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Queue, 0)));

        var (first, last) = await Appended(
            journal,
            Command("b", Next(Editions, 0, "one"), Next(Queue, 1, "two"), Next(Editions, 1, "three"))
        );

        last.ShouldBe(first + 2);
        var read = await All(journal, first - 1);
        read.Select(envelope => envelope.Position).ShouldBe([first, first + 1, first + 2]);
        read.Select(Says).ShouldBe(["one", "two", "three"]);
        read.Select(envelope => envelope.Stream).ShouldBe([Editions, Queue, Editions]);
    }

    [Fact]
    public async Task A_command_is_found_where_it_stands_and_only_in_its_community()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Queue, 0)));
        var (first, last) = await Appended(journal, Command("b", Next(Editions, 0, "one"), Next(Queue, 1, "two")));

        (await journal.Find(Guild, new CommandId("b"), Cancel)).ShouldBe(new AppendResult.AlreadyDone(first, last));
        (await journal.Find(Guild, new CommandId("c"), Cancel)).ShouldBeNull();
        (await journal.Find(new CommunityId("discord:other"), new CommandId("b"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_later_append_stands_after_an_earlier_one()
    {
        var journal = await Open();
        var ends = new List<(long First, long Last)>();
        for (var i = 0; i < 5; i++)
        {
            ends.Add(await Appended(journal, Command($"c{i}", Next(Editions, 2 * i), Next(Editions, (2 * i) + 1))));
        }

        ends.Zip(ends.Skip(1)).ShouldAllBe(pair => pair.First.Last < pair.Second.First);
        var positions = (await All(journal)).Select(envelope => envelope.Position).ToList();
        positions.Count.ShouldBe(10);
        positions.ShouldBe(positions.Order());
    }

    [Fact]
    public async Task An_event_comes_back_with_all_that_was_said_of_it()
    {
        var journal = await Open();
        var append = Command("a", Team, Next(Queue, 0, "It closed: \u201Cat 6 a.m.\u201D \\ 橋\nand \U0001F309.")) with
        {
            Reason = "Read in \"The Courier\"; see: it's there\u2026",
        };
        await Appended(journal, append);

        var envelope = (await All(journal)).ShouldHaveSingleItem();
        envelope.Community.ShouldBe(Team);
        envelope.Story.ShouldBe(Story);
        envelope.Stream.ShouldBe(Queue);
        envelope.Version.ShouldBe(1);
        envelope.Command.ShouldBe(new CommandId("a"));
        envelope.By.ShouldBe(new PersonKey("p1"));
        envelope.Reason.ShouldBe(append.Reason);
        var (was, now) = ((StoryEvent.FactAdded)append.Events[0].Event, envelope.Event.ShouldBeOfType<StoryEvent.FactAdded>());
        now.Edition.ShouldBe(was.Edition);
        FactContent.Of(now.Fact).ShouldBe(FactContent.Of(was.Fact));
    }

    [Fact]
    public async Task The_time_is_the_journals_own_and_one_for_all_events_of_an_append()
    {
        var journal = await Open();
        var start = Time.GetUtcNow();
        await Appended(journal, Command("a", Next(Editions, 0), Next(Editions, 1)));
        Time.Advance(TimeSpan.FromHours(30));
        await Appended(journal, Command("b", Next(Editions, 2)));

        (await All(journal)).Select(envelope => envelope.At).ShouldBe([start, start, start.AddHours(30)]);
    }

    [Fact]
    public async Task An_append_without_events_is_a_mistake_of_the_caller()
    {
        var journal = await Open();

        await Should.ThrowAsync<ArgumentException>(async () => await journal.Append(Command("a"), Cancel));

        (await Appended(journal, Command("a", Next(Editions, 0)))).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_append_that_was_called_off_before_it_began_writes_nothing()
    {
        var journal = await Open();
        using var off = new CancellationTokenSource();
        await off.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await journal.Append(Command("a", Next(Editions, 0)), off.Token));

        (await All(journal)).ShouldBeEmpty();
    }

    private static string Says(Envelope envelope) => ((StoryEvent.FactAdded)envelope.Event).Fact.Says;
}
