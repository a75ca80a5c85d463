using System.Text.Json.Nodes;
using Bot.Core.Conversation;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Discord;

/// <summary>The timeline as a picture: acknowledged first, then drawn.</summary>
public sealed class PictureTests : IAsyncLifetime
{
    private const string Label = "As a picture";
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private DiscordSide discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        discord = await DiscordSide.Open(new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero)));

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task A_timeline_comes_as_a_picture_that_says_in_words_what_it_shows()
    {
        await discord.Start(stories, Cancellation);
        var asked = await Timeline();

        var pressed = await discord.Press(Button(asked.Original!, Label)!, Cancellation);

        ((int)pressed.Answer!["type"]!, (int)pressed.Answer["data"]!["flags"]!).ShouldBe((5, 64));
        (await discord.Finished(pressed, Cancellation)).ShouldBe(asked.Original!.Content);
        var file = pressed.Original!.Files.ShouldHaveSingleItem();
        (file.Name, file.Type).ShouldBe(("timeline.png", "image/png"));
        file.Bytes.Take(Png.Length).ShouldBe(Png);
        var described = (string)pressed.Original.Json()["attachments"]![0]!["description"]!;
        described.Length.ShouldBeInRange(100, 1_024);
        described.ShouldContain("2026");
        discord.Seen.ShouldBeEmpty();
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_marks_what_is_new_since_the_day_that_was_asked_about()
    {
        var drawn = new List<Bot.Core.Conversation.Timeline>();
        await discord.Start(
            stories,
            Cancellation,
            services =>
                services.AddSingleton<DrawTimeline>(
                    (timeline, title) =>
                    {
                        title.ShouldNotBeEmpty();
                        drawn.Add(timeline);
                        return Png;
                    }
                )
        );
        var asked = await Timeline("2026-05-14");

        await discord.Finished(await discord.Press(Button(asked.Original!, Label)!, Cancellation), Cancellation);

        var entries = drawn.ShouldHaveSingleItem().Entries;
        entries.ShouldContain(entry => entry.IsNew);
        entries.ShouldContain(entry => !entry.IsNew);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_drawn_ends_in_a_sentence_with_a_reference()
    {
        var host = await discord.Start(
            stories,
            Cancellation,
            services => services.AddSingleton<DrawTimeline>((_, _) => throw new InvalidOperationException("no font"))
        );
        var button = Button((await Timeline()).Original!, Label)!;

        var told = await discord.Finished(await discord.Press(button, Cancellation), Cancellation);

        host.Log.Text.ShouldContain($"Fault {told.Split("reference: ")[1].TrimEnd('.')} in what follows an interaction of type 3");
    }

    [Fact]
    public async Task Only_a_timeline_has_the_button_and_none_where_nothing_can_be_answered_later()
    {
        await discord.Start(stories, Cancellation, token: false);
        Button((await Timeline()).Original!, Label).ShouldBeNull();
        (await discord.Finished(await discord.Press("1:draw:/story timeline", Cancellation), Cancellation)).ShouldContain(
            "no timeline to draw"
        );

        await discord.Start(stories, Cancellation);
        Button((await discord.Ask("is the bridge closed?", Cancellation)).Original!, Label).ShouldBeNull();
        (await discord.Finished(await discord.Press("1:draw:/story sources", Cancellation), Cancellation)).ShouldContain(
            "no timeline to draw"
        );
    }

    private Task<Bot.Testing.Discord.StandInAnswers.Asked> Timeline(string? since = null) =>
        discord.Do(
            Doing.Typed(
                "story",
                new JsonObject
                {
                    ["name"] = "timeline",
                    ["type"] = 1,
                    ["options"] = since is null
                        ? new JsonArray()
                        : new JsonArray(
                            new JsonObject
                            {
                                ["name"] = "since",
                                ["type"] = 3,
                                ["value"] = since,
                            }
                        ),
                }
            ),
            Cancellation
        );
}
