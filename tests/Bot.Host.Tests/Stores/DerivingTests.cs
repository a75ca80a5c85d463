using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Stores;

public sealed class DerivingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_service_packs_its_journal_and_starts_from_that_again()
    {
        using var stories = new TemporaryStories("bridge");
        var file = Path.Combine(stories.Root, "data", "dateline.db");
        await using (var host = await Start(stories, file))
        {
            var journal = host.Services.GetRequiredService<IJournal>();
            (await journal.Append(Many(1_100), Cancellation)).ShouldBeOfType<AppendResult.Appended>();
            while (await Packed(file) == 0)
            {
                await Task.Yield();
            }
        }

        (await Packed(file)).ShouldBe(1_024);
        (await Terminal.Run(stories.Root, "journal", "verify"))
            .Lines[1]
            .ShouldBe("1024 of them are packed, too, for a quick start, and say the same there.");
        await using var again = await Start(stories, file);
        (await again.Client.Ask(TemporaryStories.Question, Cancellation)).Text("text").ShouldContain("closed the Old Bridge to cars");
        again.Services.GetRequiredService<StoryKeeper>().Position.ShouldBeGreaterThan(1_100);
    }

    /// <summary>How many events are packed; everything that is compared holds.</summary>
    private static async Task<long> Packed(string file)
    {
        await using var store = Store.Sqlite(file, TimeProvider.System);
        var verified = await store.Verify(Cancellation);
        verified.Problems.ShouldBeEmpty();
        return verified.Packed;
    }

    private static Append Many(int count)
    {
        var (community, fact) = (new CommunityId("discord:1"), new FactId("bridge-closed"));
        return new Append
        {
            Command = new CommandId("many"),
            Community = community,
            Story = new StorySlug("bridge"),
            By = new PersonKey("p1"),
            Reason = "because",
            Events =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new Proposed(
                        new StreamId("discord:1/held"),
                        i,
                        i % 2 == 0 ? new StoryEvent.FactHeld(fact) : new StoryEvent.FactReleased(fact)
                    )),
            ],
        };
    }

    private static Task<RunningHost> Start(TemporaryStories stories, string file) =>
        RunningHost.Start(stories, Cancellation, settings: [("Store:Provider", "sqlite"), ("Store:ConnectionString", file)]);
}
