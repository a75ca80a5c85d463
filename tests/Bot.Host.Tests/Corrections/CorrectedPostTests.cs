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

/// <summary>What was shown to everybody is corrected where it stands, over the stand-in for Discord.</summary>
public sealed class CorrectedPostTests : IAsyncLifetime
{
    private const string Question = "is the bridge closed?";
    private static readonly CommunityId Community = new($"discord:{Guild}");
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private DiscordSide discord = null!;
    private int changes;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string)[] Store =>
        [("Store:Provider", "sqlite"), ("Store:ConnectionString", Path.Combine(stories.Root, "data", "dateline.db"))];

    public async ValueTask InitializeAsync() => discord = await DiscordSide.Open(time);

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        SqliteConnection.ClearAllPools();
        stories.Dispose();
    }

    [Fact]
    public async Task A_fact_that_was_taken_back_leaves_the_post_after_the_grace_time_and_a_note_says_so_once_across_a_restart()
    {
        var host = await discord.Start(stories, Cancellation, settings: Store);
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        var was = Says(host, fact);
        post.Embeds.ToJsonString().ShouldContain(was);

        await Make(host, new Change.Retract(fact, new DateOnly(2026, 6, 1)));
        await Pass(Grace - TimeSpan.FromSeconds(10));
        post.Edited.ShouldBeNull();
        await host.DisposeAsync();
        host = await discord.Start(stories, Cancellation, settings: Store);
        await Until(() => post.Edited is not null && Notes(post).Count == 1);

        post.Embeds.ToJsonString().ShouldNotContain(was);
        post.Content.ShouldNotContain(was);
        Text(post).ShouldContain("its source took it back");
        Text(post).ShouldContain("Corrected on 1 June 2026, 09:00 UTC.");
        Button(post, "Remove").ShouldNotBeNull();
        var note = Notes(post).ShouldHaveSingleItem();
        Text(note).ShouldNotContain(was);
        Text(note).ShouldContain("What we said is not repeated here: its source took it back.");
        Text(note).ShouldContain("Reason given: Because.");
        await host.DisposeAsync();
        host = await discord.Start(stories, Cancellation, settings: Store);
        await Pass(TimeSpan.FromHours(1));
        Notes(post).ShouldHaveSingleItem();
        (await Tracked(host))[0].State.ShouldBe(CorrectionState.Corrected);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    /// <summary>All that a message shows, without what keeps Discord from reading marks into it.</summary>
    private static string Text(StandInMessage message) =>
        message.Content + message.Embeds.ToJsonString().Replace("\\u200B", "", StringComparison.Ordinal);

    private async Task<StandInMessage> Share()
    {
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldBe("Shared.");
        return discord.Seen[^1];
    }

    private List<StandInMessage> Notes(StandInMessage post) =>
        [.. discord.Seen.Where(message => (string?)message.Reference?["message_id"] == post.Id)];

    private static async Task<IReadOnlyList<TrackedPost>> Tracked(RunningHost host) =>
        await host.Services.GetRequiredService<ICorrections>().All(Community, Cancellation);

    private static string Says(RunningHost host, FactId fact)
    {
        var shelf = host.Services.GetRequiredService<Shelf>();
        return shelf.Story(shelf.Now, Community)!.Book[fact].Says;
    }

    private async Task Make(RunningHost host, Change change) =>
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
    private async Task Pass(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(30))
        {
            time.Advance(left < TimeSpan.FromSeconds(30) ? left : TimeSpan.FromSeconds(30));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }

    private async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 500 && !holds(); tries++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        holds().ShouldBeTrue();
    }
}
