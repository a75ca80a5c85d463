using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace Bot.Host.Tests.Discord;

/// <summary>The real service behind its public listener, as Discord sends to it.</summary>
public sealed class InteractionTests : IAsyncLifetime
{
    private const string Interactions = "/discord/interactions";

    /// <summary>What the service's clock shows, in Unix seconds.</summary>
    private const long Now = 1_780_304_400;
    private static readonly Key Signing = Key.Import(
        SignatureAlgorithm.Ed25519,
        [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        KeyBlobFormat.RawPrivateKey
    );

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private RunningHost host = null!;
    private HttpClient discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var port = FreePort.Find();
        host = await RunningHost.Start(
            stories,
            Cancellation,
            new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Now)),
            settings:
            [
                ("Discord:Mode", "http"),
                ("Discord:PublicKey", Convert.ToHexStringLower(Signing.PublicKey.Export(KeyBlobFormat.RawPublicKey))),
                ("Public:Urls", $"http://127.0.0.1:{port}"),
                ("Logging:LogLevel:Bot.Discord", "Debug"),
            ]
        );
        discord = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public async ValueTask DisposeAsync()
    {
        discord.Dispose();
        await host.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task A_ping_is_answered_and_one_that_is_not_signed_is_not()
    {
        var ping = Body(1, null);
        var (status, text) = await Send(ping);
        (status, text).ShouldBe((HttpStatusCode.OK, """{"type":1}"""));

        (await Post(ping, "", "")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Post(ping, Sign("1", ping), "2")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("1780304100", true)]
    [InlineData("1780304700", true)]
    [InlineData("1780304099", false)]
    [InlineData("1780304701", false)]
    [InlineData("1767225600", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("9223372036854775807", false)]
    [InlineData("-1780304400", false)]
    [InlineData("1780304400.0", false)]
    [InlineData("2026-06-01T09:00:00Z", false)]
    public async Task What_was_signed_more_than_five_minutes_from_now_or_at_no_time_is_refused(string timestamp, bool taken)
    {
        var ping = Body(1, null);

        (await Post(ping, Sign(timestamp, ping), timestamp)).Status.ShouldBe(taken ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);

        host.Log.Entries.Any(entry => entry.Level == LogLevel.Debug && entry.Text.Contains(timestamp, StringComparison.Ordinal))
            .ShouldBe(!taken);
    }

    [Fact]
    public async Task A_question_is_answered_privately_with_speaker_status_and_source_and_calls_nobody()
    {
        var message = await Message("""{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is the bridge closed?"}]}""");

        message["type"]!.GetValue<int>().ShouldBe(4);
        var data = message["data"]!;
        data["flags"]!.GetValue<int>().ShouldBe(64);
        data["allowed_mentions"]!["parse"]!.AsArray().ShouldBeEmpty();
        data["content"]!.GetValue<string>().ShouldContain("closed");
        var fields = data["embeds"]![0]!["fields"]!.AsArray().Select(field => field!["name"]!.GetValue<string>());
        fields.ShouldBe(["Speaker", "Status", "Date", "Sources"]);
    }

    [Theory]
    [InlineData(
        """{"name":"story","type":1,"options":[{"name":"who","type":1,"options":[{"name":"name","type":3,"value":"the council"}]}]}""",
        "council"
    )]
    [InlineData("""{"name":"story","type":1,"options":[{"name":"suspended","type":1}]}""", "suspended")]
    [InlineData(
        """{"name":"story","type":1,"options":[{"name":"what","type":1,"options":[{"name":"kind","type":3,"value":"figure"}]}]}""",
        "14,000"
    )]
    [InlineData("""{"name":"ask","type":1}""", "Harbour Bridge")]
    [InlineData(
        """{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"why is the bridge closed as-of:1999 story:x"}]}""",
        "Dateline has kept this story since"
    )]
    [InlineData("""{"name":"privacy","type":1}""", "kept nowhere")]
    [InlineData("""{"name":"help","type":1,"options":[{"name":"about","type":3,"value":"words"}]}""", "words")]
    [InlineData("""{"name":"stroy","type":1}""", "no such command")]
    public async Task Every_command_ends_in_a_reply(string data, string says)
    {
        var message = await Message(data);

        message["type"]!.GetValue<int>().ShouldBe(4);
        message.ToJsonString().ShouldContain(says, Case.Insensitive);
    }

    [Fact]
    public async Task A_message_is_asked_about_from_its_menu_and_only_whoever_asked_sees_the_answer()
    {
        var message = await Message(About("<@1200000000000000009> **is the bridge closed?** https://example.org"));

        message["data"]!["flags"]!.GetValue<int>().ShouldBe(64);
        message["data"]!["content"]!.GetValue<string>().ShouldContain("closed");
        message["data"]!["content"]!
            .GetValue<string>()
            .ShouldBe(
                (await Message("""{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is the bridge closed?"}]}"""))[
                    "data"
                ]!["content"]!.GetValue<string>()
            );

        (await Message(About("<@1200000000000000009>"))).ToJsonString().ShouldContain("no text in that message");
        (await Message(About(""))).ToJsonString().ShouldContain("no text in that message");
        (await Message(About(string.Concat(Enumerable.Repeat("is it closed? ", 250)))))
            .ToJsonString()
            .ShouldContain("its first 2000 characters");
        (await Message("""{"name":"Ask about this","type":3,"target_id":"9"}""")).ToJsonString().ShouldContain("no text in that message");
        (await Message("""{"name":"Burn this","type":3,"target_id":"9"}""")).ToJsonString().ShouldContain("no such command");
    }

    private static string About(string content) =>
        $$"""{"name":"Ask about this","type":3,"target_id":"1400000000000000009","resolved":{"messages":{"1400000000000000009":{"id":"1400000000000000009","content":"{{content}}","author":{"id":"1"} } } } }""";

    [Fact]
    public async Task Where_the_bot_is_no_member_the_shared_facts_are_given_and_that_is_said()
    {
        const string Command = """{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is the bridge closed?"}]}""";

        (await Message(Command)).ToJsonString().ShouldNotContain("that all share");
        (await Message(Command, owners: """{"1":"1200000000000000004"}""")).ToJsonString().ShouldContain("that all share");
        (await Message(Command, guild: null, owners: """{"0":"0"}""")).ToJsonString().ShouldContain("that all share");
    }

    [Fact]
    public async Task What_is_typed_is_completed()
    {
        var answer = await Message(
            """{"name":"story","type":1,"options":[{"name":"who","type":1,"options":[{"name":"name","type":3,"value":"coun","focused":true}]}]}""",
            type: 4
        );

        answer["type"]!.GetValue<int>().ShouldBe(8);
        answer["data"]!["choices"]!
            .AsArray()
            .Select(choice => choice!["value"]!.GetValue<string>())
            .ShouldContain("Tarrow Borough Council");
        (await Message("""{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"","focused":true}]}""", type: 4))["data"]![
            "choices"
        ]!
            .AsArray()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_works_after_a_restart_and_one_of_another_version_says_so()
    {
        var card = await Message("""{"name":"ask","type":1}""");
        var button = card["data"]!["components"]![0]!["components"]![0]!["custom_id"]!.GetValue<string>();
        await host.DisposeAsync();
        discord.Dispose();
        await InitializeAsync();

        (await Message($$"""{"custom_id":"{{button}}","component_type":2}""", type: 3))["data"]!["content"]!
            .GetValue<string>()
            .ShouldNotBeEmpty();
        (await Message("""{"custom_id":"7:say:/help","component_type":2}""", type: 3)).ToJsonString().ShouldContain("another version");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1,2")]
    [InlineData("""{"id":"1","application_id":"2","type":99,"token":"t"}""")]
    [InlineData("""{"id":1,"application_id":"2","type":2,"token":"t"}""")]
    public async Task What_is_signed_and_not_understood_is_refused_with_400(string body) =>
        (await Send(body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Ten_thousand_damaged_requests_are_all_refused_and_none_reaches_a_handler()
    {
        var chance = new Random(20261125);
        var body = Body(2, """{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is the bridge closed?"}]}""");
        var (timestamp, bytes) = ($"{Now}", Encoding.UTF8.GetBytes(body));
        var signature = Sign(timestamp, body);
        Warnings.ShouldBe([
            "Discord is answered, but without `Discord:BotToken` its commands are not registered: people see only those that were registered before.",
        ]);
        var statuses = new Dictionary<HttpStatusCode, int>();
        foreach (var batch in Enumerable.Range(0, 10_000).Chunk(100))
        {
            var damaged = batch.Select(_ => Damaged(chance, signature, timestamp, bytes)).ToList();
            foreach (var reply in await Task.WhenAll(damaged.Select(each => Post(each.Body, each.Signature, each.Timestamp))))
            {
                statuses[reply.Status] = statuses.GetValueOrDefault(reply.Status) + 1;
            }
        }

        statuses.ShouldBe(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.Unauthorized] = 10_000 });
        Warnings.ShouldBe([
            "Discord is answered, but without `Discord:BotToken` its commands are not registered: people see only those that were registered before.",
        ]);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_cut_off_and_every_other_path_is_not_there()
    {
        (await Post(new string('x', 300_000), "", "")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        foreach (
            var path in (string[])
                ["/", "/api/ask", "/metrics", "/facts", "/discord", "/discord/other", "/moderate/settings", "/console.css", "/console.js"]
        )
        {
            (await discord.GetAsync(new Uri(path, UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private IEnumerable<string> Warnings =>
        host.Log.Entries.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Text.Trim());

    private static (byte[] Body, string Signature, string Timestamp) Damaged(Random chance, string signature, string timestamp, byte[] body)
    {
        switch (chance.Next(6))
        {
            case 0:
                var other = (byte[])body.Clone();
                other[chance.Next(other.Length)] ^= (byte)(1 << chance.Next(8));
                return (other, signature, timestamp);
            case 1:
                return (body[..chance.Next(body.Length)], signature, timestamp);
            case 2:
                return ([.. body, (byte)chance.Next(256)], signature, timestamp);
            case 3:
                var hex = signature.ToCharArray();
                var at = chance.Next(hex.Length);
                hex[at] = hex[at] == '0' ? '1' : '0';
                return (body, new string(hex), timestamp);
            case 4:
                return (body, signature[..chance.Next(signature.Length)], timestamp);
            default:
                return (body, signature, $"{Now + 1 + chance.Next(100_000)}");
        }
    }

    private async Task<JsonNode> Message(
        string data,
        int type = 2,
        string? guild = "1200000000000000002",
        string owners = """{"0":"1200000000000000002"}"""
    )
    {
        var (status, text) = await Send(Body(type, data, guild, owners));
        status.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_ask_again()
    {
        var body = Body(2, """{"name":"story","type":1,"options":[{"name":"status","type":1}]}""");
        for (var asked = 0; asked < 20; asked++)
        {
            (await Send(body)).Text.ShouldNotContain("within a minute");
        }

        var (status, text) = await Send(body);

        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("You asked 20 times within a minute, and more is not answered, so that others get their turn. Ask again in ");
    }

    private static string Body(
        int type,
        string? data,
        string? guild = "1200000000000000002",
        string owners = """{"0":"1200000000000000002"}"""
    ) =>
        $$"""
            {"id":"1300000000000000002","application_id":"1200000000000000001","type":{{type}},"token":"tok-cmd","version":1,"locale":"en-GB","unknown":[1]
            {{(
                guild is null
                    ? ""
                    : $",\"guild_id\":\"{guild}\",\"member\":{{\"user\":{{\"id\":\"1200000000000000004\"}},\"permissions\":\"2048\",\"roles\":[]}}"
            )}}
            ,"authorizing_integration_owners":{{owners}}{{(data is null ? "" : $",\"data\":{data}")}}}
            """;

    private Task<(HttpStatusCode Status, string Text)> Send(string body) => Post(body, Sign($"{Now}", body), $"{Now}");

    private Task<(HttpStatusCode Status, string Text)> Post(string body, string signature, string timestamp) =>
        Post(Encoding.UTF8.GetBytes(body), signature, timestamp);

    private async Task<(HttpStatusCode Status, string Text)> Post(byte[] body, string signature, string timestamp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Interactions, UriKind.Relative))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        using var response = await discord.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static string Sign(string timestamp, string body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Signing, Encoding.UTF8.GetBytes(timestamp + body)));
}
