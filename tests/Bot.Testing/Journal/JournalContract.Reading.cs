namespace Bot.Testing.Journal;

/// <summary>Reading after a position, in order, up to what is there when the reading gets there.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task Reading_begins_after_the_position_named()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0, "one"), Next(Editions, 1, "two")));
        await Appended(journal, Command("b", Next(Editions, 2, "three")));
        var all = await All(journal);

        (await All(journal, all[0].Position)).Select(Says).ShouldBe(["two", "three"]);
        (await All(journal, all[1].Position)).Select(Says).ShouldBe(["three"]);
        (await All(journal, all[2].Position)).ShouldBeEmpty();
        (await All(journal, all[2].Position + 1_000)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_appended_while_somebody_reads_is_read_as_well()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0, "one")));
        var read = new List<string>();
        await foreach (var envelope in journal.Read(0, Cancel))
        {
            read.Add(Says(envelope));
            if (read.Count == 1)
            {
                await Appended(journal, Command("b", Next(Editions, 1, "two"), Next(Editions, 2, "three")));
            }
        }

        read.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task Reading_more_than_a_page_leaves_nothing_out()
    {
        var journal = await Open();
        const int Appends = 30;
        const int Each = 40;
        for (var i = 0; i < Appends; i++)
        {
            var from = i * Each;
            await Appended(
                journal,
                Command($"c{i}", [.. Enumerable.Range(from, Each).Select(version => Next(Editions, version, $"{version}"))])
            );
        }

        (await All(journal)).Select(Says).ShouldBe(Enumerable.Range(0, Appends * Each).Select(version => $"{version}"));
    }

    [Fact]
    public async Task Reading_stops_when_it_is_called_off()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0), Next(Editions, 1)));
        using var off = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in journal.Read(0, off.Token))
            {
                await off.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task Who_follows_gets_what_was_there_and_what_comes_and_nothing_twice()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Next(Editions, 0, "one")));
        var (read, appending) = (new List<string>(), new List<Task>());
        await foreach (var envelope in journal.Follow(0, Cancel))
        {
            read.Add(Says(envelope));
            if (read.Count == 6)
            {
                break;
            }

            if (read.Count % 2 == 1)
            {
                appending.Add(Later(read.Count));
            }
        }

        await Task.WhenAll(appending);
        read.ShouldBe(["one", "1", "2", "3", "4", "5"]);

        async Task Later(long version)
        {
            await Task.Yield();
            await Appended(
                journal,
                Command($"b{version}", Next(Editions, version, $"{version}"), Next(Editions, version + 1, $"{version + 1}"))
            );
        }
    }

    [Fact]
    public async Task Following_stops_when_it_is_called_off()
    {
        var journal = await Open();
        using var off = new CancellationTokenSource();
        var following = Task.Run(
            async () =>
            {
                await foreach (var _ in journal.Follow(0, off.Token)) { }
            },
            Cancel
        );

        await off.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => following);
    }
}
