using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Bot.Testing.Discord;
using Bot.Testing.Discord.OpenApi;

namespace Bot.Discord.Tests.Api;

/// <summary>Were the stand-in not strict, what passes it would show nothing.</summary>
public sealed class StrictStandInTests : IAsyncLifetime
{
    private readonly StandInDiscord standIn = new(TimeProvider.System);
    private StandInServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await StandInServer.InProcess(standIn);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("""{"content":7,"allowed_mentions":{"parse":[]}}""", "content: STRING_TYPE_CONVERT")]
    [InlineData("""{"content":"","allowed_mentions":{"parse":[]}}""", "an empty message")]
    [InlineData("""{"content":"a","flags":64,"allowed_mentions":{"parse":[]}}""", "flags: BITFIELD_INVALID_FLAGS")]
    [InlineData("""{"content":"a","nonce":"12345678901234567890123456","allowed_mentions":{"parse":[]}}""", "nonce: BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"a","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "PARSE_EXCLUSIVE")]
    [InlineData(
        """{"embeds":[{"title":"a","fields":[{"name":" ","value":"b"}]}],"allowed_mentions":{"parse":[]}}""",
        "embeds.0.fields.0.name: BASE_TYPE_MIN_LENGTH"
    )]
    [InlineData(
        """{"content":"a","attachments":[{"id":"0","filename":"a.png"}],"allowed_mentions":{"parse":[]}}""",
        "attachments.0: ATTACHMENT_NOT_FOUND"
    )]
    [InlineData(
        """{"content":"a","components":[{"type":1,"components":[{"type":2,"style":2,"label":"a","custom_id":"x"},{"type":2,"style":2,"label":"b","custom_id":"x"}]}],"allowed_mentions":{"parse":[]}}""",
        "COMPONENT_CUSTOM_ID_DUPLICATED"
    )]
    [InlineData(
        """{"content":"a","components":[{"type":1,"components":[{"type":2,"style":5,"label":"a","custom_id":"x"}]}],"allowed_mentions":{"parse":[]}}""",
        "BUTTON_COMPONENT_INVALID"
    )]
    [InlineData(
        """{"content":"a","flags":32768,"components":[{"type":10,"content":"b"}],"allowed_mentions":{"parse":[]}}""",
        "content: MESSAGE_CANNOT_USE_LEGACY_FIELDS"
    )]
    [InlineData(
        """{"content":"a","components":[{"type":10,"content":"b"}],"allowed_mentions":{"parse":[]}}""",
        "components: UNION_TYPE_CHOICES"
    )]
    [InlineData("""{"content":"a","content":"a","allowed_mentions":{"parse":[]}}""", "no JSON")]
    [InlineData("[", "no JSON")]
    public async Task The_stand_in_refuses_what_is_not_right(string body, string says)
    {
        var status = await Raw("POST", $"channels/{StandInWorld.Channel}/messages", body, standIn.Token);

        status.ShouldBe(400);
        standIn.Violations.ShouldContain(line => line.Contains(says, StringComparison.Ordinal));
        standIn.World.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"content":"a"}""", "allowed_mentions: Without it")]
    [InlineData("""{"content":"a","contents":"a","allowed_mentions":{"parse":[]}}""", "contents: There is no such field")]
    public async Task The_stand_in_notes_what_Discord_lets_pass_though_nobody_should_send_it(string body, string says)
    {
        (await Raw("POST", $"channels/{StandInWorld.Channel}/messages", body, standIn.Token)).ShouldBe(200);

        standIn.Violations.ShouldHaveSingleItem().ShouldContain(says);
        standIn.World.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_stand_in_refuses_what_is_too_long()
    {
        string[] bodies =
        [
            Message(new JsonObject { ["content"] = new string('a', 2_001) }),
            Message(
                new JsonObject
                {
                    ["embeds"] = new JsonArray([
                        .. Enumerable.Range(0, 2).Select(_ => new JsonObject { ["description"] = new string('a', 3_001) }),
                    ]),
                }
            ),
            Message(
                new JsonObject { ["embeds"] = new JsonArray([.. Enumerable.Range(0, 11).Select(_ => new JsonObject { ["title"] = "a" })]) }
            ),
        ];
        foreach (var (n, body) in bodies.Index())
        {
            (await Raw("POST", $"channels/{StandInWorld.Channel}/messages", body, standIn.Token)).ShouldBe(400);
            standIn.Violations.Count.ShouldBe(n + 1, string.Join('\n', standIn.Violations));
        }

        (
            await Raw(
                "POST",
                $"channels/{StandInWorld.Channel}/messages",
                Message(new JsonObject { ["content"] = new string('a', 2_000) }),
                standIn.Token
            )
        ).ShouldBe(200);

        static string Message(JsonObject message)
        {
            message["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() };
            return message.ToJsonString();
        }
    }

    [Theory]
    [InlineData("name=\"files[0]\"; filename=\"a.png\"", 200)]
    [InlineData("name=\"files[1]\"; filename=\"a.png\"", 400)]
    [InlineData("name=\"file\"; filename=\"a.png\"", 400)]
    [InlineData("name=\"files[0]\"", 400)]
    [InlineData("name=files[0]; filename=a.png", 400)]
    public async Task The_stand_in_takes_files_that_are_named_and_numbered_before_or_after_what_is_said(string file, int status)
    {
        const string Said = """
            Content-Disposition: form-data; name="payload_json"

            {"content":"a","allowed_mentions":{"parse":[]}}
            """;
        var sent = $"Content-Disposition: form-data; {file}\nContent-Type: image/png\n\n1";
        foreach (
            var parts in (string[][])
                [
                    [Said, sent],
                    [sent, Said],
                ]
        )
        {
            var form = $"--x\n{string.Join("\n--x\n", parts)}\n--x--\n".ReplaceLineEndings("\r\n");
            (
                await Raw(
                    "POST",
                    $"channels/{StandInWorld.Channel}/messages",
                    form,
                    standIn.Token,
                    MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x")
                )
            ).ShouldBe(status);
        }

        standIn.Violations.Count.ShouldBe(status == 200 ? 0 : 2);
        standIn.World.Messages.ShouldAllBe(message => message.Files[0].Name == "a.png" && message.Files[0].Bytes.Length == 1);
    }

    [Fact]
    public async Task The_stand_in_refuses_other_paths_and_tokens_in_the_wrong_place()
    {
        (await Raw("GET", "users/@me/connections", null, standIn.Token)).ShouldBe(404);
        (await Raw("GET", "users/@me", null, "another")).ShouldBe(401);
        (await Raw("GET", "users/@me", null, null)).ShouldBe(401);
        (await Raw("GET", "users/@me?x=1", null, standIn.Token)).ShouldBe(400);
        (await Raw("GET", "users/@me", """{}""", standIn.Token)).ShouldBe(400);
        (await Raw("GET", "users/@me/guilds?limit=201", null, standIn.Token)).ShouldBe(400);
        (await Raw("GET", "users/@me/guilds?after=x", null, standIn.Token)).ShouldBe(400);
        (await Raw("GET", $"webhooks/{standIn.ApplicationId}/t/messages/@original", null, standIn.Token)).ShouldBe(404);

        standIn.Violations.Count.ShouldBe(8);
    }

    [Fact]
    public void What_the_stand_in_answers_is_as_Discord_describes_it()
    {
        Assert.SkipWhen(OpenApiDescription.AtHand is null, "Discord's own description is not at hand.");
        var message = standIn.World.Write(StandInWorld.Channel, StandInWorld.Person, "a").Json();
        message.Remove("nonce");

        OpenApiDescription.AtHand!.WrongWith("MessageResponse", message).ShouldBeEmpty();
        OpenApiDescription.AtHand.WrongWith("GatewayBotResponse", standIn.Gateway()).ShouldBeEmpty();
        standIn.World.OwnGuilds().ShouldAllBe(guild => OpenApiDescription.AtHand.WrongWith("MyGuildResponse", guild).Count == 0);
        OpenApiDescription.AtHand.WrongWith("MessageCreateRequest", JsonNode.Parse("""{"contents":"a"}""")!).ShouldHaveSingleItem();
    }

    private async Task<int> Raw(string method, string path, string? body, string? token, MediaTypeHeaderValue? type = null)
    {
        using var http = new HttpClient(server.Door()) { BaseAddress = server.Api };
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bot {token}");
        }

        request.Content = body is null ? null : new StringContent(body, type ?? new MediaTypeHeaderValue("application/json", "utf-8"));
        using var response = await http.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }
}
