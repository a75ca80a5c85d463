using Bot.Core.Journal;

namespace Bot.Testing.Journal;

/// <summary>Rule 7: what is blanked loses its content and nothing else, in the commit that says so.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task What_is_blanked_is_read_without_content_and_reason_and_with_all_else()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0, "one"), Next(Editions, 1, "two"), Next(Queue, 0, "three")));
        await Appended(journal, Command("b", Next(Editions, 2, "four")));
        var before = await All(journal);

        var (first, last) = await Appended(journal, Command("erase", Next(Queue, 1, "erased")) with { Blanks = [1, 3] });

        (first, last).ShouldBe((5, 5));
        var after = await All(journal);
        after.Select(envelope => envelope.Event is StoryEvent.Blanked).ShouldBe([true, false, true, false, false]);
        foreach (var (was, now) in before.Zip(after).Where(pair => pair.Second.Event is StoryEvent.Blanked))
        {
            now.ShouldBe(was with { Event = new StoryEvent.Blanked(), Reason = "" });
        }

        (after[1].ContentHash, after[1].Reason, Says(after[1])).ShouldBe((before[1].ContentHash, "because of a", "two"));
        (after[3].ContentHash, after[3].Reason, Says(after[3])).ShouldBe((before[3].ContentHash, "because of b", "four"));
        await Holds(journal);
    }

    [Fact]
    public async Task More_than_a_page_is_blanked_in_one_commit()
    {
        var journal = await Open();
        const int Events = 1_100;
        var (first, last) = await Appended(
            journal,
            Command("a", [.. Enumerable.Range(0, Events).Select(version => Next(Editions, version, $"{version}"))])
        );

        await Appended(
            journal,
            Command("erase", Next(Queue, 0)) with
            {
                Blanks = [.. Enumerable.Range(0, Events).Select(i => first + i), first, last],
            }
        );

        (await All(journal)).Count(envelope => envelope.Event is StoryEvent.Blanked).ShouldBe(Events);
        await Holds(journal);
    }

    [Fact]
    public async Task What_was_blanked_may_be_blanked_again()
    {
        var journal = await Open();
        var (blanked, _) = await Appended(journal, Command("a", Next(Editions, 0)));
        await Appended(journal, Command("erase", Next(Queue, 0)) with { Blanks = [blanked] });

        await Appended(journal, Command("erase again", Next(Queue, 1)) with { Blanks = [blanked, blanked] });

        (await All(journal)).Select(envelope => envelope.Event is StoryEvent.Blanked).ShouldBe([true, false, false]);
        await Holds(journal);
    }

    [Fact]
    public async Task A_command_whose_events_were_blanked_is_still_known_and_so_is_one_that_blanked()
    {
        var journal = await Open();
        var said = Command("a", Next(Editions, 0));
        await Appended(journal, said);
        var erase = Command("erase", Next(Queue, 0)) with { Blanks = [1] };
        await Appended(journal, erase);
        await Appended(journal, Command("b", Next(Editions, 1, "later")));

        (await journal.Append(said, Cancel)).ShouldBe(new AppendResult.AlreadyDone(1, 1));
        (await journal.Append(erase with { Blanks = [3] }, Cancel)).ShouldBe(new AppendResult.AlreadyDone(2, 2));

        (await journal.Version(Editions, Cancel)).ShouldBe(2);
        Says((await All(journal))[2]).ShouldBe("later");
    }

    [Fact]
    public async Task Where_the_versions_do_not_fit_nothing_is_blanked()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0, "one")));

        var result = await journal.Append(Command("erase", Next(Queue, 7)) with { Blanks = [1] }, Cancel);

        result.ShouldBe(new AppendResult.Conflict(Queue, 7, 0));
        Says((await All(journal)).ShouldHaveSingleItem()).ShouldBe("one");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task A_position_that_is_another_communitys_or_not_there_is_a_mistake_of_the_caller(long position)
    {
        var journal = await Open();
        await Appended(journal, Command("a", Guild, Next(Editions, 0, "ours")));
        await Appended(journal, Command("b", Team, Next(Queue, 0, "theirs")));

        // The event appended would itself stand at 3.
        await Should.ThrowAsync<ArgumentException>(async () =>
            await journal.Append(Command("erase", Guild, Next(Editions, 1)) with { Blanks = [1, position] }, Cancel)
        );

        (await All(journal)).Select(Says).ShouldBe(["ours", "theirs"]);
        (await Appended(journal, Command("erase", Guild, Next(Editions, 1)) with { Blanks = [1] })).ShouldBe((3, 3));
    }

    [Fact]
    public async Task That_something_is_blanked_cannot_be_appended()
    {
        var journal = await Open();

        await Should.ThrowAsync<ArgumentException>(async () =>
            await journal.Append(Command("a", new Proposed(Editions, 0, new StoryEvent.Blanked())), Cancel)
        );
    }

    [Fact]
    public async Task Who_follows_gets_the_event_that_blanks_and_not_the_blanked_one_again()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0, "one"), Next(Editions, 1, "two")));
        var read = new List<string>();
        await foreach (var envelope in journal.Follow(0, Cancel))
        {
            read.Add(Says(envelope));
            if (read.Count == 2)
            {
                await Appended(journal, Command("erase", Next(Queue, 0, "erased")) with { Blanks = [1, 2] });
            }

            if (read.Count == 3)
            {
                break;
            }
        }

        read.ShouldBe(["one", "two", "erased"]);
    }

    private async Task Holds(IJournal journal)
    {
        (await All(journal)).GroupBy(envelope => envelope.Community).ShouldAllBe(community => Proves(community));
        (await Problems(journal)).ShouldBeEmpty();
    }
}
