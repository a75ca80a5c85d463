using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Installs;
using Bot.Slack.Posts;
using Bot.Slack.Tests.StandIn;
using Bot.Testing.Digests;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.Posts;

/// <summary>Posts with a picture, however slow Slack is: within the time they have, and with one file however often they are tried.</summary>
public sealed class PicturedPostsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private RawSlack raw = null!;
    private SlackClient client = null!;
    private SlackPlatform platform = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        raw = await RawSlack.Open();
        client = new SlackClient(raw.Door(), raw.Slack.Addresses.Api, raw.Time, bytes => bytes.Clear(), NullLogger<SlackClient>.Instance);
        platform = new SlackPlatform(
            new SlackApi(client, new SettingsToken(Credential.Bearer(SlackWorld.BotToken)), raw.Time),
            raw.Time,
            new SlackNames("/dateline")
        );
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return raw.DisposeAsync();
    }

    [Fact]
    public async Task What_is_refused_is_tried_again_with_the_same_file()
    {
        for (var tries = 0; tries < 3; tries++)
        {
            raw.Slack.Next(new SlackFault.Refused("not_in_channel") { When = call => call.Method == "chat.postMessage" });
            (await Run(platform.Post(Post(tries), Cancellation))).ShouldBeOfType<Sent.Refused>();
        }

        (await Run(platform.Post(Post(3), Cancellation))).ShouldBeOfType<Sent.Arrived>().NoPicture.ShouldBeNull();

        raw.Slack.Calls.Count(call => call.Method == "files.getUploadURLExternal").ShouldBe(1);
        raw.Slack.Messages.ShouldHaveSingleItem().Blocks.ToJsonString().ShouldContain("slack_file");
    }

    [Theory]
    [InlineData(14)]
    [InlineData(60)]
    public async Task Where_Slack_is_slow_it_is_over_in_time_and_goes_without_the_picture_rather_than_late(int seconds)
    {
        raw.Slack.Next(new SlackFault.Slow(TimeSpan.FromSeconds(seconds)) { When = call => call.Method == "files.getUploadURLExternal" });
        for (var refusals = 0; refusals < 3; refusals++)
        {
            raw.Slack.Next(
                new SlackFault.Refused("invalid_blocks")
                {
                    When = call =>
                        call.Method == "chat.postMessage"
                        && call.Form.GetValueOrDefault("blocks", "").Contains("slack_file", StringComparison.Ordinal),
                }
            );
        }

        var begun = raw.Time.GetUtcNow();

        var sent = (await Run(platform.Post(Post(0), Cancellation))).ShouldBeOfType<Sent.Arrived>();

        sent.NoPicture.ShouldNotBeNull();
        (raw.Time.GetUtcNow() - begun).ShouldBeLessThan(Patience);
        raw.Slack.Messages.ShouldHaveSingleItem().Text.ShouldContain("Lowered");
    }

    [Fact]
    public async Task What_has_no_room_in_a_digest_is_shown_by_a_command_as_it_is_called_there()
    {
        await Run(platform.Post(Post(0) with { Reply = DigestExamples.All["busy-week"] }, Cancellation));

        var message = raw.Slack.Messages.ShouldHaveSingleItem();
        foreach (var said in new[] { message.Text, string.Concat(Seen.Lines(message.Blocks)) })
        {
            said.Replace("\u200B", "", StringComparison.Ordinal).ShouldContain("4 more: see /dateline story changes since:2026-03-02.");
        }
    }

    private static OutgoingPost Post(int number) =>
        new()
        {
            Community = SlackCommunity.Of(SlackWorld.Team),
            Delivery = new DeliveryId($"digest {number}"),
            Place = new PlaceId(SlackWorld.Channel),
            Story = new StorySlug("harbour-bridge"),
            Reply = new Notice { Headline = "Lowered" },
            Picture = new PostPicture([0x89, 0x50, 0x4E, 0x47], "- 2026: lowered"),
            Patience = Patience,
        };

    private async Task<T> Run<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            raw.Time.Advance(TimeSpan.FromSeconds(0.05));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
        }

        return await task;
    }
}
