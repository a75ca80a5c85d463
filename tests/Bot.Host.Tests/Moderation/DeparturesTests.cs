using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Moderation;

public sealed class DeparturesTests
{
    private static readonly CommunityId Guild = new("discord:1");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task What_a_community_left_behind_is_kept_for_thirty_days(int days, bool kept)
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation, time);
        var communities = host.Services.GetRequiredService<ICommunities>();
        await communities.Seen(Guild, Cancellation);
        await Hold(host);
        await communities.Left(Guild, Cancellation);

        for (var hour = 0; hour <= days * 24; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
        }

        for (var tries = 0; tries < 100 && (await Held(host)) != kept; tries++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        (await Held(host)).ShouldBe(kept);
        (await communities.All(Cancellation)).Any().ShouldBe(kept);
    }

    [Fact]
    public async Task After_a_restore_nothing_is_deleted_until_somebody_says_so()
    {
        using var stories = new TemporaryStories("bridge");
        var file = Path.Combine(stories.Root, "dateline.db");
        await using (var store = Store.Sqlite(file, time))
        {
            await store.Communities.Left(Guild, Cancellation);
            await store.BackUp($"{file}.taken", Cancellation);
        }

        await using var aside = Store.Sqlite(file, time);
        await aside.Restore($"{file}.taken", goOn: true, Cancellation);
        time.Advance(KnownCommunity.KeptAfterLeaving);
        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            time,
            development: false,
            ("Store:Provider", "sqlite"),
            ("Store:ConnectionString", file)
        );
        await Until(() =>
            Task.FromResult(host.Log.Text.Contains("1 communities that are due to be deleted wait", StringComparison.Ordinal))
        );
        (await aside.Communities.All(Cancellation)).ShouldHaveSingleItem();

        await aside.Resume(Cancellation);

        await Until(async () => (await aside.Communities.All(Cancellation)).Count == 0);
    }

    /// <summary>Lets the hours go by until it is so.</summary>
    private async Task Until(Func<Task<bool>> so)
    {
        for (var tries = 0; !await so(); tries++)
        {
            tries.ShouldBeLessThan(500);
            time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }

    private static async Task Hold(RunningHost host)
    {
        var outcome = await host
            .Services.GetRequiredService<Changes>()
            .Make(
                new ChangeRequest
                {
                    Community = Guild,
                    Story = new StorySlug("bridge"),
                    By = new PersonKey("p1"),
                    Command = new CommandId("d"),
                    Reason = "",
                    Change = new Change.Hold(new FactId("bridge-closed")),
                },
                Cancellation
            );
        outcome.ShouldBeOfType<ChangeOutcome.Done>();
    }

    /// <summary>Whether the journal and the shelf know of the community.</summary>
    private static async Task<bool> Held(RunningHost host)
    {
        var shelf = host.Services.GetRequiredService<Shelf>();
        var journal = false;
        await foreach (var envelope in host.Services.GetRequiredService<IJournal>().Read(0, Cancellation))
        {
            journal |= envelope.Community == Guild;
        }

        return journal || shelf.Story(shelf.Now, Guild)!.Held.Count > 0;
    }
}
