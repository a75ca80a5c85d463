using Bot.Core.Journal;

namespace Bot.Testing.Journal;

/// <summary>The same rules with several at once.</summary>
public abstract partial class JournalContract
{
    private const int Racers = 6;
    private const int Rounds = 15;

    [Fact]
    public async Task Of_several_who_expect_the_same_version_exactly_one_wins()
    {
        var journal = await Open();
        for (var round = 0; round < Rounds; round++)
        {
            var version = round;
            var results = await AtOnce(racer =>
                journal.Append(Command($"round {version} racer {racer}", Next(Editions, version, $"{version} by {racer}")), Cancel).AsTask()
            );

            results.OfType<AppendResult.Appended>().ShouldHaveSingleItem();
            results
                .OfType<AppendResult.Conflict>()
                .ToList()
                .ShouldBe(Enumerable.Repeat(new AppendResult.Conflict(Editions, version, version + 1), Racers - 1));
        }

        (await journal.Version(Editions, Cancel)).ShouldBe(Rounds);
        var read = await All(journal);
        read.Select(envelope => envelope.Version).ShouldBe(Enumerable.Range(1, Rounds).Select(version => (long)version));
        read.GroupBy(envelope => envelope.Community).ShouldAllBe(community => Proves(community));
    }

    [Fact]
    public async Task Of_several_deliveries_of_one_command_exactly_one_is_done()
    {
        var journal = await Open();
        for (var round = 0; round < Rounds; round++)
        {
            var version = 2 * round;
            var append = Command($"round {round}", Next(Editions, version), Next(Editions, version + 1));
            var results = await AtOnce(_ => journal.Append(append, Cancel).AsTask());

            var done = results.OfType<AppendResult.Appended>().ShouldHaveSingleItem();
            results
                .OfType<AppendResult.AlreadyDone>()
                .ToList()
                .ShouldBe(Enumerable.Repeat(new AppendResult.AlreadyDone(done.First, done.Last), Racers - 1));
        }

        (await All(journal)).Count.ShouldBe(2 * Rounds);
    }

    [Fact]
    public async Task Nothing_appears_later_before_what_could_be_read()
    {
        var journal = await Open();
        var writing = AtOnce(async racer =>
        {
            var stream = new StreamId($"stream {racer}");
            for (var i = 0; i < Rounds; i++)
            {
                await Appended(journal, Command($"{racer} {i}", Next(stream, 2 * i), Next(stream, (2 * i) + 1)));
            }

            return racer;
        });
        var seen = new List<long>();
        do
        {
            var now = (await All(journal)).ConvertAll(envelope => envelope.Position);
            now.Take(seen.Count).ShouldBe(seen);
            seen = now;
        } while (!writing.IsCompleted);
        await writing;

        var all = await All(journal);
        all.Count.ShouldBe(2 * Rounds * Racers);
        foreach (var append in all.GroupBy(envelope => envelope.Command))
        {
            append.Last().Position.ShouldBe(append.First().Position + 1);
        }

        all.GroupBy(envelope => envelope.Community).ShouldAllBe(community => Proves(community));
    }

    /// <summary>Lets all racers wait at the line and go together.</summary>
    private static async Task<T[]> AtOnce<T>(Func<int, Task<T>> work)
    {
        var line = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var racers = Enumerable
            .Range(0, Racers)
            .Select(racer =>
                Task.Run(
                    async () =>
                    {
                        await line.Task;
                        return await work(racer);
                    },
                    Cancel
                )
            )
            .ToList();
        line.SetResult();
        return await Task.WhenAll(racers);
    }
}
