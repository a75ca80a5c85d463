using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Cards;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Slack.SlackSide;

namespace Bot.Host.Tests.Slack;

/// <summary>What waits has a card in a channel of the workspace's moderators, and who moderates decides there.</summary>
public sealed class ModeratorCardsTests : WorkspaceTests
{
    private int made;

    private List<SlackMessage> Cards =>
        [
            .. Slack.Seen.Where(message =>
                Shows(message, "wants to retract") || Shows(message, "said that this is wrong") || Shows(message, "Decided on")
            ),
        ];

    [Fact]
    public async Task A_card_counts_on_where_it_stands_and_is_decided_there_by_whoever_moderates()
    {
        (await Choose()).ShouldContain("Done. Everybody here can read that channel");
        await Make("m1", Role.Member, new Change.Report(new FactId("bridge-closed")));
        var card = await Until(() => Cards.FirstOrDefault());
        await Make("m2", Role.Member, new Change.Report(new FactId("bridge-closed")));
        await Until(() => Shows(card, "2 members said") ? card : null);
        await Make("p1", Role.Moderator, new Change.Retract(new FactId("bridge-closed"), new DateOnly(2026, 6, 1)));
        var proposal = await Until(() => Cards.FirstOrDefault(each => each.Ts != card.Ts));

        var refused = await Answer(Slack.People.Press(proposal, Button(proposal.Blocks, "Approve")!));
        Words(refused.Blocks).ShouldContain("That is for moderators.");
        Shows(proposal, "wants to retract").ShouldBeTrue();
        var approved = await Answer(Slack.People.Press(proposal, Button(proposal.Blocks, "Approve")!, SlackWorld.Admin));
        Words(approved.Blocks).ShouldContain("Approved");
        await Until(() => Cards.TrueForAll(each => Shows(each, "Decided on")) ? card : null);

        Words(proposal.Blocks).ShouldContain("/dateline fact history bridge-closed shows");
        Words(card.Blocks).ShouldContain("the fact was changed.");
        Cards.ShouldAllBe(each => Button(each.Blocks, "") == null);
        Cards.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_may_have_arrived_is_not_sent_again_and_moderators_are_told_to_look()
    {
        await Choose();
        Slack.StandIn.Next(new SlackFault.Dropped(Done: true) { When = call => call.Method == "chat.postMessage" });
        await Make("m1", Role.Member, new Change.Report(new FactId("bridge-closed")));
        var cards = Host.Services.GetRequiredService<ICards>();
        var lost = await Until(async () => (await cards.All(Cancellation)).FirstOrDefault(card => card.State == CardState.Lost));
        lost.Post.ShouldBeNull();
        Cards.ShouldHaveSingleItem();

        var queue = await Until(async () =>
            await Type("fact queue") is var words && words.Contains("Of a card nobody knows", StringComparison.Ordinal) ? words : null
        );
        queue.ShouldContain("Reported as wrong by one member");
    }

    private static bool Shows(SlackMessage message, string words) => Words(message.Blocks).Contains(words, StringComparison.Ordinal);

    private async Task<string> Choose()
    {
        var settings = await Answer(Slack.People.Type("settings", user: SlackWorld.Admin));
        await Slack.People.Choose(settings, "1:set:cards", "here", SlackWorld.Admin).Finished.WaitAsync(Cancellation);
        await Until(() => Shows(settings, "Done.") ? settings : null);
        return Words(settings.Blocks);
    }

    private async Task<string> Type(string line) => Words((await Answer(Slack.People.Type(line, user: SlackWorld.Admin))).Blocks);

    private async Task<SlackMessage> Answer(SlackTold told)
    {
        (await told.Finished.WaitAsync(Cancellation)).ShouldBeOfType<SlackAck.Taken>();
        return await Until(() => told.Messages.LastOrDefault(message => message.IsEphemeral));
    }

    private Task<T> Until<T>(Func<T?> look)
        where T : class => Until(() => Task.FromResult(look()));

    /// <summary>Time goes on until it is there.</summary>
    private async Task<T> Until<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            if (await look() is { } there)
            {
                return there;
            }

            await Slack.Settle(Cancellation);
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        throw new TimeoutException("It did not come.");
    }

    private async Task Make(string by, Role role, Change change) =>
        (
            await Host
                .Services.GetRequiredService<Changes>()
                .Make(
                    new ChangeRequest
                    {
                        Community = Community,
                        Story = new StorySlug("harbour-bridge"),
                        By = new PersonKey(by),
                        Command = new CommandId($"change {++made}"),
                        Reason = "Because.",
                        Change = change,
                        Role = role,
                    },
                    Cancellation
                )
        ).ShouldBeOfType<ChangeOutcome.Done>();
}
