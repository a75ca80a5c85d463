using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Settings;
using Bot.Slack.Manifest;
using Bot.Slack.Rendering;
using Bot.Slack.Sharing;
using Bot.Slack.Tests.Rendering;
using Bot.Slack.Wire;
using Bot.Testing.Conversation;
using Bot.Testing.Node;
using Bot.Testing.Slack;
using AskForm = Bot.Slack.Asking.AskForm;

namespace Bot.Slack.Tests;

/// <summary>What Slack is given, against the types of <c>@slack/types</c>, <c>@slack/web-api</c> and <c>@slack/bolt</c>.</summary>
public sealed class TypedPayloadTests(ITestOutputHelper output)
{
    private const string BaseUrl = "https://bot.example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_manifest_is_of_the_type_that_slack_gives_it_and_makes_an_app()
    {
        var payloads = SlackTypes.Payloads();
        foreach (
            var setup in from sockets in (bool[])[false, true]
            from many in (bool[])[false, true]
            from names in (bool[])[false, true]
            select new AppSetup("/dateline", sockets && !many ? null : BaseUrl)
            {
                Sockets = sockets,
                Distributed = many,
                ShortNames = names,
            }
        )
        {
            var manifest = SlackManifest.Write(setup);
            payloads.Add($"{setup}", "api.AppsManifestValidateArguments['manifest']", manifest);
            SlackApp.Of(manifest).IsSocketMode.ShouldBe(setup.Sockets);
        }

        await Need();
        (await payloads.Check(Cancellation)).ShouldBeEmpty();
        output.WriteLine($"Right by @slack/web-api, manifests: {payloads.Counts}.");
    }

    [Fact]
    public async Task Every_reply_window_and_menu_is_of_the_type_that_slack_gives_it()
    {
        var payloads = SlackTypes.Payloads();
        var (desk, shelf) = await Replies.Loaded();
        foreach (
            var (line, reply) in Replies
                .Of(desk, shelf)
                .Concat(Enumerable.Range(0, 50).Select(seed => (Line: $"seed {seed}", Reply: Replies.Hostile(seed))))
        )
        {
            var body = Renderer.Render(reply, [new ReplyButton("Share", "1:share:x")]);
            payloads.AddAnswer(line, Json(ResponseMessage.Of(body), SlackJson.Default.ResponseMessage));
            payloads.Add(
                line,
                "bolt.ViewResponseAction",
                Json(SubmissionAnswer.Show(Window.Of(body)), SlackJson.Default.SubmissionAnswer).ToJsonString()
            );
        }

        var menu = new Menu("1:set:sharing", "Where answers may be shared", [new MenuOption("Nowhere", "nowhere", true)]);
        payloads.Add("menu", "types.KnownBlock[]", JsonSerializer.Serialize([Rows.Of(menu)], SlackJson.Default.IReadOnlyListBlock));
        foreach (var (line, form) in Forms.Of(shelf))
        {
            var window = FormWindow.Of(form);
            Taken.Fits(window, line);
            payloads.Add(line, "types.ModalView", Json(window, SlackJson.Default.View).ToJsonString());
        }

        var amiss = SubmissionAnswer.Amiss("reason", "Say why.");
        payloads.Add("amiss", "bolt.ViewResponseAction", Json(amiss, SlackJson.Default.SubmissionAnswer).ToJsonString());
        payloads.Add("form", "types.ModalView", Json(AskForm.Form, SlackJson.Default.View).ToJsonString());
        payloads.Add("removed", "bolt.RespondArguments", Json(ChannelDoor.Gone, SlackJson.Default.ResponseMessage).ToJsonString());
        payloads.Add(
            "suggestions",
            "bolt.BlockOptions",
            Json(new OptionList([Rows.Option("Who responded?", "Who responded?")]), SlackJson.Default.OptionList).ToJsonString()
        );

        await Need();
        (await payloads.Check(Cancellation)).ShouldBeEmpty();
        output.WriteLine($"Right by Slack's packages, what is said: {payloads.Counts}.");
    }

    [Fact]
    public async Task A_payload_of_another_type_is_found()
    {
        await Need();
        var payloads = SlackTypes.Payloads();
        payloads.Add("right", "types.KnownBlock[]", """[{"type":"divider"}]""");
        payloads.Add("a block misspelt", "types.KnownBlock[]", """[{"type":"sektion","block_id":"a"}]""");
        payloads.Add("a field misspelt", "api.ChatDeleteArguments", """{"channel":"C1","tss":"1.2"}""");
        payloads.Add("a text for a number", "api.FilesGetUploadURLExternalArguments", """{"filename":"a","length":"3"}""");

        (await payloads.Check(Cancellation))
            .Select(line => line.Split(':')[0])
            .ShouldBe(["a block misspelt", "a field misspelt", "a text for a number"]);
    }

    private static JsonObject Json<T>(T said, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(said, type)!.AsObject();

    private static async Task Need()
    {
        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
