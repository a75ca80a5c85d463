using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Bot.Host.Tests.Slack.SlackSide;

namespace Bot.Host.Tests.Slack;

/// <summary>Digests in a workspace, with the timeline as a picture.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private static readonly CommunityId Here = new($"slack:{SlackWorld.Team}");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private SlackSide slack = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        slack = await Open(time);
        host = await slack.Start(stories, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task The_timeline_stands_in_the_digest_as_a_picture_and_goes_when_the_digest_is_corrected()
    {
        var fact = new FactId("bridge-closed");
        await Type("digest schedule at:23:00 zone:UTC");
        (await Type("digest now")).ShouldContain("It was posted.");

        var digest = slack.Seen[^1];
        var picture = Pictures(digest).ShouldHaveSingleItem();
        ((string)picture["alt_text"]!).ShouldNotBeNullOrWhiteSpace();
        Words(digest.Blocks).ShouldContain("begin here");

        await Make(new Change.Retract(fact, new DateOnly(2026, 6, 1)));
        await Until(() => digest.Edited is null ? null : digest);

        Pictures(digest).ShouldBeEmpty();
        Words(digest.Blocks).ShouldContain("its source took it back");
        Words(digest.Blocks).ShouldContain("begin here");
    }

    [Fact]
    public async Task Where_the_picture_does_not_get_to_Slack_the_digest_comes_without_and_says_why()
    {
        await Type("digest schedule at:23:00 zone:UTC");
        slack.StandIn.Next(new SlackFault.Refused("storage_limit_reached") { When = call => call.Method == "files.getUploadURLExternal" });

        (await Type("digest now")).ShouldContain("It was posted. The picture of the timeline is not there.");

        Pictures(slack.Seen[^1]).ShouldBeEmpty();
        Words(slack.Seen[^1].Blocks).ShouldContain("begin here");
    }

    private static List<JsonNode> Pictures(SlackMessage message) =>
        [.. message.Blocks.Where(block => (string)block!["type"]! == "image").Select(block => block!)];

    /// <summary>An admin types it, and time goes on until it is answered.</summary>
    private async Task<string> Type(string line)
    {
        var told = slack.People.Type(line, user: SlackWorld.Admin);
        (await told.Finished.WaitAsync(Cancellation)).ShouldBeOfType<SlackAck.Taken>();
        return Words((await Until(() => told.Messages.LastOrDefault(message => message.IsEphemeral))).Blocks);
    }

    private async Task<T> Until<T>(Func<T?> look)
        where T : class
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            if (look() is { } there)
            {
                return there;
            }

            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        throw new TimeoutException("It did not come.");
    }

    private async Task Make(Change change) =>
        (
            await host
                .Services.GetRequiredService<Changes>()
                .Make(
                    new ChangeRequest
                    {
                        Community = Here,
                        Story = new StorySlug("harbour-bridge"),
                        By = new PersonKey("p1"),
                        Command = new CommandId("change"),
                        Reason = "Because.",
                        Change = change,
                    },
                    Cancellation
                )
        ).ShouldBeOfType<ChangeOutcome.Done>();
}
