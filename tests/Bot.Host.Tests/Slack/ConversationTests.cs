using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Slack;

/// <summary>The real service at a stand-in for Slack, told by requests and over sockets: whatever people do, it is answered where they look for it.</summary>
public sealed class ConversationTests : IAsyncDisposable
{
    private const string Question = "ask is the bridge closed?";

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private LiveSlack slack = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Modes { get; } = [LiveSlack.Http, LiveSlack.Socket];

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_command_is_answered_privately_everywhere_also_where_the_bot_is_not(string mode)
    {
        await Begin(mode);
        foreach (var channel in (string[])[SlackWorld.Channel, SlackWorld.Elsewhere, SlackWorld.Private])
        {
            var answer = await slack.Answer(slack.People.Type(Question, channel));

            (answer.OnlyFor, answer.Channel).ShouldBe((SlackWorld.Person, channel));
            var shown = SlackReader.Read(answer);
            shown.Headline.ShouldContain("closed the Harbour Bridge");
            shown.Cards[0].ShouldBe(shown.Cards[0] with { Speaker = "Tarrow Borough Council", Date = "13 May 2026" });
            answer.Text.ShouldContain("closed the Harbour Bridge");
            answer.Text.ShouldContain("Tarrow Courier");
        }

        slack.Posts.ShouldBeEmpty();
        await Ended();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_mention_is_answered_in_its_thread_and_a_direct_message_beside_it_and_the_bots_own_words_never(string mode)
    {
        await Begin(mode);
        var mention = slack.People.Write("@dateline is the bridge closed?");
        (await slack.Answer(mention)).Thread.ShouldBe(mention.Ts);
        var inThread = slack.People.Write("@dateline who closed it?", thread: mention.Ts);
        (await slack.Answer(inThread)).Thread.ShouldBe(mention.Ts);
        var direct = slack.People.WriteTo("is the bridge closed?");
        (await slack.Answer(direct)).Thread.ShouldBeNull();

        slack.People.Rewrite(mention, "@dateline is it closed?");
        slack.People.Write("nobody is meant");
        await Wait.Until(() => slack.StandIn.Told.All(told => told.Ack is not null), "all of it was taken");
        await Quiet();
        slack.Posts.Count.ShouldBe(3);
        slack.StandIn.Calls.Count(call => call.Method == "chat.postMessage").ShouldBe(3);
        await Ended();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_is_pressed_below_an_answer_is_answered_beside_it(string mode)
    {
        await Begin(mode);
        var answer = await slack.Answer(slack.People.Type("ask"));
        var before = answer.Blocks.ToJsonString();

        var pressed = await slack.Answer(slack.Press(answer, "Timeline"));

        pressed.OnlyFor.ShouldBe(SlackWorld.Person);
        SlackReader.Read(pressed).Headline.ShouldContain("dated entries");
        answer.Blocks.ToJsonString().ShouldBe(before);
        await Ended();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_is_shared_all_see_once_and_whoever_shared_it_or_an_admin_takes_it_away(string mode)
    {
        await Begin(mode);
        var answer = await slack.Answer(slack.People.Type(Question));
        await slack.Answer(slack.Press(answer, "Share"));
        var post = slack.Posts.ShouldHaveSingleItem();
        SlackReader.Read(post).Cards.ShouldBe(SlackReader.Read(answer).Cards);
        post.Metadata.ShouldNotBeNull();

        SlackReader.Read(await slack.Answer(slack.Press(answer, "Share"))).Headline.ShouldContain("was shared here");
        slack.Posts.Count.ShouldBe(1);
        slack.StandIn.World.Users["U0HARBOR8"] = new SlackUser("U0HARBOR8", SlackWorld.Team, "sam");
        SlackReader.Read(await slack.Answer(slack.Press(post, "Remove", "U0HARBOR8"))).Headline.ShouldContain("shared");
        slack.Posts.Count.ShouldBe(1);
        await slack.Answer(slack.Press(post, "Remove"));
        slack.Posts.ShouldBeEmpty();

        var other = await slack.Answer(slack.People.Type("ask who closed the bridge?"));
        await slack.Answer(slack.Press(other, "Share"));
        await slack.Answer(slack.Press(slack.Posts.ShouldHaveSingleItem(), "Remove", SlackWorld.Admin));
        slack.Posts.ShouldBeEmpty();
        await Ended();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Where_the_bot_may_not_post_what_is_shared_goes_by_the_answers_address_and_that_is_said(string mode)
    {
        await Begin(mode);
        var answer = await slack.Answer(slack.People.Type(Question, SlackWorld.Private));
        var told = slack.Press(answer, "Share");
        await slack.Taken(told);
        await Wait.Until(() => told.Messages.Count == 2, "it is shared, and said");

        var post = slack.Posts.ShouldHaveSingleItem();
        post.Channel.ShouldBe(SlackWorld.Private);
        told.Messages.Single(message => message.IsEphemeral).Text.ShouldContain("correct");
        await Ended("channel_not_found");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_form_is_opened_by_a_shortcut_completed_and_answered_in_its_window(string mode)
    {
        await Begin(mode);
        await slack.Taken(slack.People.Shortcut("ask"));
        await Wait.Until(() => slack.StandIn.World.Views.Count == 1, "the form is open");
        var form = slack.StandIn.World.Views[0];

        var options = (await slack.Taken(slack.People.Complete(form, "known", "who"))).Options!["options"]!.AsArray();
        options.Count.ShouldBeGreaterThan(0);
        await slack.Taken(slack.People.Submit(form, ("known", (string)options[0]!["value"]!)));
        form.IsClosed.ShouldBeFalse();
        SlackReader.Read(form.Blocks, true).Headline.ShouldNotBeEmpty();

        await slack.Taken(slack.People.Shortcut("ask"));
        await Wait.Until(() => slack.StandIn.World.Views.Count == 2, "the form is open again");
        await slack.Taken(slack.People.Submit(slack.StandIn.World.Views[1], ("question", "is the bridge closed?")));
        SlackReader.Read(slack.StandIn.World.Views[1].Blocks, true).Headline.ShouldContain("closed the Harbour Bridge");
        slack.People.Close(slack.StandIn.World.Views[1]);
        await Ended();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_message_is_asked_about_from_its_menu_and_the_home_page_leads_to_a_form(string mode)
    {
        await Begin(mode);
        var message = slack.People.Write("Is the *bridge* closed, @mira? <3");
        var answer = await slack.Answer(slack.People.Shortcut("ask_about_this", message));
        answer.OnlyFor.ShouldBe(SlackWorld.Person);
        SlackReader.Read(answer).Headline.ShouldContain("closed the Harbour Bridge");

        slack.People.OpenHome("messages");
        slack.People.OpenHome();
        await Wait.Until(() => slack.StandIn.World.Homes.Count == 1, "the page is there");
        var home = slack.StandIn.World.Homes[SlackWorld.Person];
        await slack.Taken(slack.People.Press(home, SlackControls.Action(home.Blocks, "Ask")));
        await Wait.Until(() => slack.StandIn.World.Views.Count == 1, "the form is open");
        await Ended();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task An_admin_sets_the_workspace_up_and_nobody_else(string mode)
    {
        await Begin(mode);
        var forAll = await slack.Answer(slack.People.Type("settings"));
        Bot.Testing.Slack.Blocks.Seen.Controls(forAll.Blocks).ShouldBeEmpty();
        var forAdmins = await slack.Answer(slack.People.Type("settings", user: SlackWorld.Admin));
        var (menu, nowhere) = Bot
            .Testing.Slack.Blocks.Seen.Controls(forAdmins.Blocks)
            .Where(control => control["options"] is not null)
            .SelectMany(control => control["options"]!.AsArray().Select(option => (control, option!)))
            .First(pair => ((string)pair.Item2["text"]!["text"]!).Contains("owhere", StringComparison.Ordinal));

        await slack.Taken(slack.People.Choose(forAdmins, (string)menu["action_id"]!, (string)nowhere["value"]!, SlackWorld.Admin));
        await Wait.Until(
            () =>
                host.Services.GetRequiredService<Bot.Core.Journal.Shelf>()
                    .Settings(new CommunityId($"slack:{SlackWorld.Team}"))
                    .MayShareIn(new Bot.Core.Delivery.PlaceId(SlackWorld.Channel)) == false,
            "nothing is shared any more"
        );
        SlackReader.Read(await slack.Answer(slack.People.Type(Question))).Buttons.ShouldNotContain("Share");
        await Ended();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_workspace_that_takes_the_app_out_counts_as_left_and_is_not_spoken_to(string mode)
    {
        await Begin(mode);
        await slack.Answer(slack.People.Type(Question));
        slack.People.Uninstall();
        var communities = host.Services.GetRequiredService<ICommunities>();
        await Wait.Until(() => slack.StandIn.Told.All(told => told.Ack is SlackAck.Taken), "it was taken");
        var known = (await communities.All(Cancellation)).ShouldHaveSingleItem();
        (known.Id.Value, known.Left is null).ShouldBe(($"slack:{SlackWorld.Team}", false));
        await Ended();
    }

    private async Task Begin(string mode)
    {
        slack = await LiveSlack.Open(mode);
        host = await slack.Start(stories, Cancellation);
    }

    private static Task Quiet() => Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Cancellation);

    /// <summary>Nothing was done that no app may do, nothing is in the log that should not be, and every answer's address was used sparingly.</summary>
    /// <param name="warned">What the log warns of; null for nothing.</param>
    private async Task Ended(string? warned = null)
    {
        await Quiet();
        slack.StandIn.Violations.ShouldBeEmpty();
        slack.StandIn.Limits.Exceeded.ShouldBe(0);
        host.Log.Entries.Where(entry => entry.Level >= LogLevel.Warning)
            .Select(entry => entry.Text)
            .Where(text => warned is null || !text.Contains(warned, StringComparison.Ordinal))
            .ShouldBeEmpty();
        foreach (
            var secret in (string[])
                [
                    SlackWorld.BotToken,
                    slack.StandIn.App.AppToken,
                    slack.StandIn.App.SigningSecret,
                    "hooks.slack.com",
                    "ticket=",
                    "bridge closed",
                ]
        )
        {
            host.Log.Text.ShouldNotContain(secret);
        }
    }
}
