using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Tests.Drawn;
using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Slack;
using Bot.Testing;
using Bot.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Corrections;

/// <summary>A fact that many posts show turns out to be wrong, over the stand-in for Slack.</summary>
public sealed class ManySlackPostsTests : IAsyncLifetime
{
    private const int Channels = 10;
    private const int Posts = 200;
    private static readonly CommunityId Community = new($"slack:{SlackWorld.Team}");
    private static readonly StorySlug Slug = new("harbour-bridge");
    private static readonly FactId Fact = new("bridge-closed");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private SlackSide slack = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => slack = await SlackSide.Open(time);

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Two_hundred_posts_show_what_is_right_with_one_note_each_within_the_limits_and_the_rest_are_listed_with_the_reason()
    {
        var host = await slack.Start(stories, Cancellation);
        var shelf = host.Services.GetRequiredService<Shelf>();
        var was = shelf.Story(shelf.Now, Community)!.Book[Fact].Says;
        var posts = await Post(host);
        posts.ShouldAllBe(post => Words(post).Contains(was));
        slack.StandIn.Limits.Exceeded.ShouldBe(0);
        var gone = ChannelOf(3);
        slack.StandIn.World.Channels.Remove(gone);

        await Retract(host);
        await Until(async () => (await Tracked(host)).All(post => post.Pending is null || NoteName.Is(post.Receipt.Delivery)));

        var cannot = posts.Where(post => post.Channel == gone).ToList();
        posts
            .Except(cannot)
            .ShouldAllBe(post => !Words(post).Contains(was) && Words(post).Contains("its source took it back") && Notes(post) == 1);
        await slack.Seen.Where(message => message == posts[0] || IsNoteOf(posts[0], message)).Draw("slack-corrected");
        cannot.ShouldAllBe(post => post.Edited == null && Notes(post) == 0);
        var tracked = (await Tracked(host)).Where(post => !NoteName.Is(post.Receipt.Delivery)).ToList();
        tracked.Count(post => post.State == CorrectionState.Corrected).ShouldBe(Posts - cannot.Count);
        tracked.Count(post => post is { State: CorrectionState.CannotEdit, Why.Length: > 20 }).ShouldBe(cannot.Count);
        slack.StandIn.Limits.Exceeded.ShouldBe(0);
    }

    private static string Words(SlackMessage message) => $"{message.Text} {SlackSide.Words(message.Blocks)}";

    private int Notes(SlackMessage post) => slack.Seen.Count(message => IsNoteOf(post, message));

    private static bool IsNoteOf(SlackMessage post, SlackMessage message) =>
        message.Thread == post.Ts && message.Channel == post.Channel && message != post;

    private static async Task<IReadOnlyList<TrackedPost>> Tracked(RunningHost host) =>
        await host.Services.GetRequiredService<ICorrections>().All(Community, Cancellation);

    private async Task<IReadOnlyList<SlackMessage>> Post(RunningHost host)
    {
        for (var number = 0; number < Channels; number++)
        {
            slack.StandIn.World.Channels[ChannelOf(number)] = new SlackChannel(ChannelOf(number), SlackWorld.Team, $"channel-{number}")
            {
                Members = { SlackWorld.Bot(SlackWorld.Team), SlackWorld.Person },
            };
        }

        var (poster, platform, desk) = (
            host.Services.GetRequiredService<Poster>(),
            host.Services.GetRequiredService<IPlatform>(),
            host.Services.GetRequiredService<Desk>()
        );
        var shown = new Command.ShowAgain(Slug.Handle, [new HandledFact(Fact.Handle, 1)]);
        var sending = Enumerable
            .Range(0, Posts)
            .Select(number =>
                poster.Send(
                    platform,
                    new OutgoingPost
                    {
                        Community = Community,
                        Delivery = new DeliveryId($"post {number:000}"),
                        Place = new PlaceId(ChannelOf(number % Channels)),
                        Story = Slug,
                        Reply = desk.Handle(shown, Slug, Community),
                        Patience = TimeSpan.FromHours(1),
                    },
                    Cancellation
                )
            )
            .ToList();
        await Until(() => Task.FromResult(sending.TrueForAll(post => post.IsCompleted)));
        (await Task.WhenAll(sending)).ShouldAllBe(post => post is Posted.Now && ((Posted.Now)post).Sent is Sent.Arrived);
        return slack.Seen;
    }

    private static async Task Retract(RunningHost host) =>
        (
            await host
                .Services.GetRequiredService<Changes>()
                .Make(
                    new ChangeRequest
                    {
                        Community = Community,
                        Story = Slug,
                        By = new PersonKey("p1"),
                        Command = new CommandId("change"),
                        Reason = "Because.",
                        Change = new Change.Retract(Fact, new DateOnly(2026, 6, 1)),
                    },
                    Cancellation
                )
        ).ShouldBeOfType<ChangeOutcome.Done>();

    private async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 2_000; tries++)
        {
            if (await holds())
            {
                return;
            }

            await slack.Settle(Cancellation);
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        (await holds()).ShouldBeTrue();
    }

    private static string ChannelOf(int number) => $"C0MANY{number:00}X";
}
