using System.Text.Json.Nodes;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using static Bot.Discord.Tests.Api.ScriptedDiscord;

namespace Bot.Discord.Tests.Api;

/// <summary>What stands on the wire, byte for byte.</summary>
public sealed class MultipartTests
{
    private static readonly Upload Picture = new("board.png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0, 255], "Bar chart of the standings");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_comes_first_and_the_names_of_the_parts_are_in_quotation_marks()
    {
        using var discord = new ScriptedDiscord(_ => Message());

        await discord.Run(
            discord.Api.Post(
                Somewhere,
                new MessageCreate { Content = "", Nonce = Nonce.Of("a") },
                Cancellation,
                files: [Picture, Picture with { Name = "b.png" }]
            )
        );

        var came = discord.Came.Single();
        var boundary = came.Type!.Split("boundary=")[1].Trim('"');
        came.Type.ShouldStartWith("multipart/form-data; ");
        came.Body.ShouldBe(
            string.Join(
                "\r\n",
                $"--{boundary}",
                "Content-Disposition: form-data; name=\"payload_json\"",
                "Content-Type: application/json",
                "",
                "{\"content\":\"\",\"allowed_mentions\":{\"parse\":[]},\"nonce\":\""
                    + Nonce.Of("a")
                    + "\",\"enforce_nonce\":true,\"attachments\":["
                    + "{\"id\":\"0\",\"filename\":\"board.png\",\"description\":\"Bar chart of the standings\"},"
                    + "{\"id\":\"1\",\"filename\":\"b.png\",\"description\":\"Bar chart of the standings\"}]}",
                $"--{boundary}",
                "Content-Disposition: form-data; name=\"files[0]\"; filename=\"board.png\"",
                "Content-Type: image/png",
                "",
                "\u0089PNG\0\u00FF",
                $"--{boundary}",
                "Content-Disposition: form-data; name=\"files[1]\"; filename=\"b.png\"",
                "Content-Type: image/png",
                "",
                "\u0089PNG\0\u00FF",
                $"--{boundary}--",
                ""
            )
        );
    }

    [Fact]
    public async Task The_first_answer_carries_files_inside_its_data_and_an_edit_keeps_what_it_names()
    {
        using var discord = new ScriptedDiscord(_ => Message());
        var answer = new InteractionResponse(4, new ResponseData { Content = "a", AllowedMentions = Mentions.None });
        var edit = new MessageEdit { Attachments = Change.To<IReadOnlyList<AttachmentNote>>([new AttachmentNote("1400000000000000007")]) };

        await discord.Run(discord.Api.Answer(Somewhere, Asked, answer, Cancellation, Picture));
        await discord.Run(discord.Api.EditOriginal(Asked, edit, Cancellation, Picture));

        Json(discord.Came[0])["data"]!["attachments"]!
            .ToJsonString()
            .ShouldBe("""[{"id":"0","filename":"board.png","description":"Bar chart of the standings"}]""");
        Json(discord.Came[1])["attachments"]!
            .ToJsonString()
            .ShouldBe("""[{"id":"1400000000000000007"},{"id":"0","filename":"board.png","description":"Bar chart of the standings"}]""");

        static JsonNode Json(Sent sent) => JsonNode.Parse(sent.Body.Split("\r\n").First(line => line.StartsWith('{')))!;
    }

    [Theory]
    [InlineData("Übersicht.png")]
    [InlineData("a b.png")]
    [InlineData("a\"; name=\"x.png")]
    [InlineData("")]
    public void A_name_that_discord_would_alter_is_not_sent(string name) =>
        Should.Throw<ArgumentException>(() => RequestBody.Of([], [Picture with { Name = name }]).Dispose());

    [Fact]
    public async Task In_an_edit_what_stays_what_is_cleared_and_what_is_set_are_told_apart()
    {
        using var discord = new ScriptedDiscord(_ => Message());
        var edits = new[]
        {
            new MessageEdit(),
            new MessageEdit { Content = Change.Clear<string>(), Components = Change.To<IReadOnlyList<ActionRow>>([]) },
            MessageEdit.To(new MessageData("a", [], [])),
        };

        foreach (var edit in edits)
        {
            await discord.Run(discord.Api.Edit(Somewhere, Somewhere, edit, Cancellation));
        }

        discord
            .Came.Select(sent => sent.Body)
            .ShouldBe([
                """{"allowed_mentions":{"parse":[]}}""",
                """{"content":null,"components":[],"allowed_mentions":{"parse":[]}}""",
                """{"content":"a","embeds":[],"components":[],"allowed_mentions":{"parse":[]}}""",
            ]);
        discord.Came.ShouldAllBe(sent => sent.Method == "PATCH" && sent.Type == "application/json");
    }
}
