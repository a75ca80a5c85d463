using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Discord;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Corrections;

/// <summary>The service on a store of its own, what it posts at the stand-in for Discord, and a clock that is let go on.</summary>
public abstract class PostedSide : IAsyncLifetime
{
    protected static readonly CommunityId Community = new($"discord:{Guild}");
    protected static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    protected static readonly DateOnly Today = new(2026, 6, 1);

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private int changes;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected TemporaryStories Stories => stories;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    private protected DiscordSide Discord { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Discord = await DiscordSide.Open(Time);

    public async ValueTask DisposeAsync()
    {
        await Discord.DisposeAsync();
        SqliteConnection.ClearAllPools();
        stories.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Over the same store each time.</summary>
    private protected Task<RunningHost> Start(Action<IServiceCollection>? outside = null, bool token = true) =>
        Discord.Start(
            stories,
            Cancellation,
            outside,
            token,
            ("Store:Provider", "sqlite"),
            ("Store:ConnectionString", Path.Combine(stories.Root, "data", "dateline.db"))
        );

    /// <summary>Somebody asks and shares the answer.</summary>
    private protected async Task<StandInMessage> Share(string question = "is the bridge closed?")
    {
        var share = Button((await Discord.Ask(question, Cancellation)).Original!, "Share")!;
        (await Discord.Finished(await Discord.Press(share, Cancellation), Cancellation)).ShouldBe("Shared.");
        return Discord.Seen[^1];
    }

    /// <summary>What stands below a post.</summary>
    private protected List<StandInMessage> Notes(StandInMessage post) =>
        [.. Discord.Seen.Where(message => (string?)message.Reference?["message_id"] == post.Id)];

    /// <summary>All that a message shows, without what keeps Discord from reading marks into it.</summary>
    private protected static string Text(StandInMessage message) =>
        message.Content + message.Embeds.ToJsonString().Replace("\\u200B", "", StringComparison.Ordinal);

    private protected static async Task<IReadOnlyList<TrackedPost>> Tracked(RunningHost host) =>
        await host.Services.GetRequiredService<ICorrections>().All(Community, Cancellation);

    private protected static StorySnapshot Story(RunningHost host)
    {
        var shelf = host.Services.GetRequiredService<Shelf>();
        return shelf.Story(shelf.Now, Community)!;
    }

    private protected async Task Make(RunningHost host, Change change) =>
        (
            await host
                .Services.GetRequiredService<Changes>()
                .Make(
                    new ChangeRequest
                    {
                        Community = Community,
                        Story = new StorySlug("harbour-bridge"),
                        By = new PersonKey("p1"),
                        Command = new CommandId($"change {++changes}"),
                        Reason = "Because.",
                        Change = change,
                    },
                    Cancellation
                )
        ).ShouldBeOfType<ChangeOutcome.Done>();

    /// <summary>Time goes on in small steps, and what is due is given the time to happen.</summary>
    protected async Task Pass(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero; left -= Step)
        {
            await Tick(left < Step ? left : Step);
        }
    }

    /// <summary>Time goes on until something holds.</summary>
    protected async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 1_500; tries++)
        {
            if (await holds())
            {
                return;
            }

            await Tick(TimeSpan.FromSeconds(2));
        }

        (await holds()).ShouldBeTrue();
    }

    protected Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private static TimeSpan Step => TimeSpan.FromSeconds(20);

    private async Task Tick(TimeSpan span)
    {
        await Discord.Settle(Cancellation);
        Time.Advance(span);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
    }
}
