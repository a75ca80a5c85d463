using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Tests.Corrections;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Moderation;

/// <summary>Whoever reported something is forgotten when they were told what became of it, unless they are still to be told of something else.</summary>
public sealed class ReporterNoticesTests : PostedSide
{
    private const string Moderates = "274877917184";
    private const string Neither = "1200000000000000099";
    private const string Named = "1200000000000000098";
    private static readonly FactId Closed = new("bridge-closed");

    [Fact]
    public async Task Whoever_waits_for_a_change_or_has_set_up_digests_is_not_forgotten_when_they_are_told_and_hears_of_the_change()
    {
        var host = await Start();
        await WaitForChange();
        await SetUpDigests();
        var (waits, digests, neither) = (await Report(host, Person), await Report(host, Other), await Report(host, Neither));

        await Do(host, new PersonKey("p2"), Role.Moderator, new Change.Reject(Reported(host)));
        await Until(async () => await User(host, neither) is null);

        (await User(host, waits)).ShouldBe(new UserId(Person));
        (await User(host, digests)).ShouldBe(new UserId(Other));
        await Make(host, new Change.Retract(Closed, Today));
        await Until(() =>
            Discord.Seen.Any(message =>
                Text(message).Contains("something that you wanted to be told of has changed", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Whoever_is_named_to_stand_in_for_a_second_moderator_is_not_forgotten_when_they_are_told()
    {
        var host = await Start();
        var (named, neither) = (await Report(host, Named), await Report(host, Neither));
        await Make(host, new Change.StoodInBy(StandIns.Of([named], Time.GetUtcNow().AddDays(3))));

        await Do(host, new PersonKey("p2"), Role.Moderator, new Change.Reject(Reported(host)));
        await Until(async () => await User(host, neither) is null);

        (await User(host, named)).ShouldBe(new UserId(Named));
    }

    private async Task WaitForChange()
    {
        var asked = await Discord.Ask("is the bridge closed?", Cancellation);
        var pressed = await Discord.Press(Button(asked.Original!, "Tell me if this changes")!, Cancellation);
        (await Discord.Finished(pressed, Cancellation)).ShouldStartWith("I will write to you once");
    }

    private async Task SetUpDigests() =>
        await Discord.Finished(
            await Discord.Do(
                Doing.Typed("digest", "schedule", ("at", "23:00"), ("zone", "UTC")) with
                {
                    By = Other,
                    Permissions = Moderates,
                },
                Cancellation
            ),
            Cancellation
        );

    private static async Task<PersonKey> Report(RunningHost host, string user)
    {
        var key = await host.Services.GetRequiredService<IPeople>().Key(Community, new UserId(user), Cancellation);
        await Do(host, key, Role.Member, new Change.Report(Closed));
        return key;
    }

    private static async Task Do(RunningHost host, PersonKey by, Role role, Change change)
    {
        var made = await host
            .Services.GetRequiredService<Changes>()
            .Make(
                new ChangeRequest
                {
                    Community = Community,
                    Story = Story(host).Story.Slug,
                    By = by,
                    Command = new CommandId($"{role} {by}"),
                    Reason = "The notice still hangs there.",
                    Change = change,
                    Role = role,
                },
                Cancellation
            );
        made.ShouldBeOfType<ChangeOutcome.Done>();
    }

    private static ItemId Reported(RunningHost host) =>
        host.Services.GetRequiredService<Shelf>().Queue(Community, Story(host).Story.Slug).Open.ShouldHaveSingleItem().Id;

    private static ValueTask<UserId?> User(RunningHost host, PersonKey key) =>
        host.Services.GetRequiredService<IPeople>().User(Community, key, Cancellation);
}
