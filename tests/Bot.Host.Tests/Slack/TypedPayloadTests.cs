using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Node;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;
using Bot.Testing.Slack.Telling;

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

        slack.StandIn.World.UserGroups["S0KEEPERS"] = [SlackWorld.Person];
        var settings = await slack.Answer(slack.People.Type("settings", user: SlackWorld.Admin));
        await Everything(settings);
        await Moderators(settings);
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

    /// <summary>Every button once: it is answered, or leads to a form.</summary>
    private async Task Everything(SlackMessage message)
    {
        foreach (var button in Seen.Controls(message.Blocks).Where(each => (string)each["type"]! == "button").ToList())
        {
            var before = slack.StandIn.World.Views.Count;
            var told = await slack.Taken(slack.People.Press(message, (string)button["action_id"]!));
            await Wait.Until(() => told.Messages.Count > 0 || slack.StandIn.World.Views.Count > before, Seen.Label(button));
        }
    }

    /// <summary>Who moderates is chosen, a fact is added on a form, and another one is filled in wrongly.</summary>
    private async Task Moderators(SlackMessage settings)
    {
        await slack.Taken(
            slack.People.Choose(settings, SlackControls.Action(settings, "People who moderate"), SlackWorld.Person, SlackWorld.Admin)
        );
        await Wait.Until(() => SlackReader.Read(settings).Headline.StartsWith("Done.", StringComparison.Ordinal), "people are chosen");
        await slack.Taken(
            slack.People.Choose(settings, SlackControls.Action(settings, "User groups that moderate"), "S0KEEPERS", SlackWorld.Admin)
        );
        var adding = await Form(() => slack.People.Type("fact add"));
        await slack.Taken(
            slack.People.Submit(adding, ("sentence", "A raft was launched."), ("from", "https://example.org"), ("speaker", ""))
        );
        await slack.Taken(slack.People.Press(adding, SlackControls.Action(adding.Blocks, "Kind: ")));
        var wrong = await Form(() => slack.People.Type("fact change bridge-closed what:took-back"));
        await slack.Taken(slack.People.Submit(wrong, ("on", "soon"), ("reason", "They took it back.")));
    }

    private async Task Forms()
    {
        slack.People.OpenHome();
        var form = await Form(() => slack.People.Shortcut("ask"));
        await Wait.Until(() => slack.StandIn.World.Homes.Count == 1, "the page is open");
        await slack.Taken(slack.People.Complete(form, "known", "who"));
        await slack.Taken(slack.People.Submit(form, ("question", "is the bridge closed?")));
    }

    private async Task<SlackView> Form(Func<SlackTold> act)
    {
        var before = slack.StandIn.World.Views.Count;
        await slack.Taken(act());
        await Wait.Until(() => slack.StandIn.World.Views.Count > before, "the form is open");
        return slack.StandIn.World.Views[^1];
    }
}
