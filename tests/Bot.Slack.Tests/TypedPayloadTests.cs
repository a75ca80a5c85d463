using Bot.Slack.Manifest;
using Bot.Testing.Node;
using Bot.Testing.Slack;

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

    private static async Task Need()
    {
        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
