using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Node;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;

namespace Bot.Host.Tests.Slack;

/// <summary>All that the service sends to Slack and answers it with, as it came there, against the types of Slack's own packages.</summary>
public sealed class TypedPayloadTests(ITestOutputHelper output) : IAsyncDisposable
{
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private LiveSlack slack = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Whatever_the_service_sends_is_of_the_type_that_slack_gives_it()
    {
        slack = await LiveSlack.Open(LiveSlack.Http);
        var host = await slack.Start(stories, Cancellation);
        foreach (
            var line in SameTests.Questions.Select(row => $"ask {row.Data.Item2}").Concat(SameTests.Commands.Select(row => row.Data.Item2))
        )
        {
            await Everything(await slack.Answer(slack.People.Type(line)));
        }

        await Everything(await slack.Answer(slack.People.Type("settings", user: SlackWorld.Admin)));
        await slack.Answer(slack.People.Write("@dateline is the bridge closed?"));
        await slack.Answer(slack.People.WriteTo("is the bridge closed?"));
        await slack.Answer(slack.People.Shortcut("ask_about_this", slack.People.Write("is the bridge closed?")));
        await Forms();
        slack.People.Uninstall();
        await Wait.Until(() => slack.StandIn.Told.All(told => told.Ack is not null), "all of it was taken");

        slack.StandIn.Violations.ShouldBeEmpty();
        var payloads = SlackTypes.Payloads();
        foreach (var call in slack.StandIn.Calls)
        {
            payloads.Add(call);
        }

        foreach (var told in slack.StandIn.Told)
        {
            payloads.Add(told);
        }

        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
        (await payloads.Check(Cancellation)).ShouldBeEmpty();
        output.WriteLine($"Right by @slack/types, @slack/web-api and @slack/bolt, of the whole service: {payloads.Counts}.");
    }

    /// <summary>Every button once.</summary>
    private async Task Everything(SlackMessage message)
    {
        foreach (var button in Seen.Controls(message.Blocks).Where(each => (string)each["type"]! == "button").ToList())
        {
            await slack.Answer(slack.People.Press(message, (string)button["action_id"]!));
        }
    }

    private async Task Forms()
    {
        slack.People.OpenHome();
        await slack.Taken(slack.People.Shortcut("ask"));
        await Wait.Until(() => slack.StandIn.World.Views.Count == 1 && slack.StandIn.World.Homes.Count == 1, "form and page are open");
        var form = slack.StandIn.World.Views[0];
        await slack.Taken(slack.People.Complete(form, "known", "who"));
        await slack.Taken(slack.People.Submit(form, ("question", "is the bridge closed?")));
    }
}
