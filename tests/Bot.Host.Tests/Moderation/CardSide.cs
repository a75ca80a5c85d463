using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Cards;
using Bot.Host.Tests.Corrections;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Moderation;

/// <summary>A server whose moderators have a channel, as its people see it.</summary>
public abstract class CardSide : PostedSide
{
    protected const string Manages = "274877909024";
    protected const string Moderates = "274877917184";
    protected const string Closed = "bridge-closed";
    private int asked;

    /// <summary>What the bot showed of what waits or waited, the oldest first.</summary>
    private protected List<StandInMessage> Cards =>
        [
            .. Discord.Seen.Where(message =>
                Has(message, "said that this is wrong") || Has(message, "wants to") || Has(message, "Decided on")
            ),
        ];

    private protected List<StandInMessage> Reminders =>
        [.. Discord.Seen.Where(message => Has(message, "for moderators, the oldest since"))];

    private protected static bool Has(StandInMessage message, string words) => Text(message).Contains(words, StringComparison.Ordinal);

    /// <summary>Whoever manages the server chooses the channel where they are, or none.</summary>
    private protected async Task<string> Choose(string value = "here") =>
        await Discord.Finished(
            await Discord.Do(Doing.Chosen("1:set:cards", 3, value) with { Permissions = Manages }, Cancellation),
            Cancellation
        );

    /// <summary>Another member each time says that a fact is wrong.</summary>
    private protected Task Report(RunningHost host, string words = "The notice still hangs there.") =>
        Do(host, new PersonKey($"m{asked}"), Role.Member, new Change.Report(new FactId(Closed)), words);

    private protected Task Propose(RunningHost host, string by = "p1") =>
        Do(host, new PersonKey(by), Role.Moderator, new Change.Retract(new FactId(Closed), Today), "The council took it back.");

    private protected Task Reject(RunningHost host) =>
        Do(host, new PersonKey("p2"), Role.Moderator, new Change.Reject(Queue(host).Open[0].Id), "It is so.");

    private protected static Backlog Queue(RunningHost host) =>
        host.Services.GetRequiredService<Shelf>().Queue(Community, Story(host).Story.Slug);

    private protected static async Task<IReadOnlyList<Card>> Known(RunningHost host) =>
        await host.Services.GetRequiredService<ICards>().All(Cancellation);

    private protected Task<StandInAnswers.Asked> Press(StandInMessage card, string label, string permissions) =>
        Discord.Press(
            DiscordSide.Button(card, label).ShouldNotBeNull(),
            Cancellation,
            doing => doing with { On = card, By = DiscordSide.Other, Permissions = permissions }
        );

    private async Task Do(RunningHost host, PersonKey by, Role role, Change change, string reason)
    {
        var made = await host
            .Services.GetRequiredService<Changes>()
            .Make(
                new ChangeRequest
                {
                    Community = Community,
                    Story = Story(host).Story.Slug,
                    By = by,
                    Command = new CommandId($"{change.GetType().Name} {asked++}"),
                    Reason = reason,
                    Change = change,
                    Role = role,
                },
                Cancellation
            );
        made.ShouldBeOfType<ChangeOutcome.Done>();
    }
}
