using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Slack.SlackSide;

namespace Bot.Host.Tests.Slack;

/// <summary>Digests in a workspace, with the timeline as a picture.</summary>
public sealed class DigestTests : WorkspaceTests
{
    [Fact]
    public async Task The_timeline_stands_in_the_digest_as_a_picture_and_goes_when_the_digest_is_corrected()
    {
        var fact = new FactId("bridge-closed");
        await Type("digest schedule at:23:00 zone:UTC");
        (await Type("digest now")).ShouldContain("It was posted.");

        var digest = Slack.Seen[^1];
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
        Slack.StandIn.Next(new SlackFault.Refused("storage_limit_reached") { When = call => call.Method == "files.getUploadURLExternal" });

        (await Type("digest now")).ShouldContain("It was posted. The picture of the timeline is not there.");

        Pictures(Slack.Seen[^1]).ShouldBeEmpty();
        Words(Slack.Seen[^1].Blocks).ShouldContain("begin here");
    }

    [Fact]
    public async Task Who_set_them_up_is_told_that_they_cannot_be_posted_with_commands_as_they_are_called_there()
    {
        await Type("digest schedule at:09:30 zone:UTC");
        Slack.StandIn.World.Channels[SlackWorld.Channel].IsArchived = true;
        Time.Advance(TimeSpan.FromMinutes(30));

        var told = await Until(() => Slack.Seen.LastOrDefault(message => message.Channel.StartsWith('D')));

        Words(told.Blocks).ShouldStartWith("The digests that you set up cannot be posted.");
        Words(told.Blocks).ShouldContain(" /dateline digest list shows how it stands.");
    }

    private static List<JsonNode> Pictures(SlackMessage message) =>
        [.. message.Blocks.Where(block => (string)block!["type"]! == "image").Select(block => block!)];

    /// <summary>An admin types it, and time goes on until it is answered.</summary>
    private async Task<string> Type(string line)
    {
        var told = Slack.People.Type(line, user: SlackWorld.Admin);
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

            await Slack.Settle(Cancellation);
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        throw new TimeoutException("It did not come.");
    }

    private async Task Make(Change change) =>
        (
            await Host
                .Services.GetRequiredService<Changes>()
                .Make(
                    new ChangeRequest
                    {
                        Community = Community,
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
