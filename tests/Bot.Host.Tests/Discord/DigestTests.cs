using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Moderation;
using Bot.Testing;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Discord;

/// <summary>Digests in a server: set up by a moderator, posted when they are due, and looked after.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private const string Moderates = "274877917184";

    private static readonly CommunityId Here = new($"discord:{DiscordSide.Guild}");

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 8, 30, 0, TimeSpan.Zero));
    private DiscordSide discord = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        discord = await DiscordSide.Open(time);
        host = await discord.Start(stories, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task What_a_moderator_sets_up_is_tried_out_and_posted_when_it_is_due_once()
    {
        var told = await Type("schedule", ("days", "daily"), ("at", "09:00"), ("zone", "UTC"));

        told.ShouldStartWith("Done: digests come here daily at 09:00");
        Plain(discord.Seen.ShouldHaveSingleItem().Content).ShouldContain("will be posted here daily at 09:00");
        ((string)discord.Seen[0].Json()["embeds"]![0]!["description"]!).ShouldContain(
            $"<t:{new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()}:F>"
        );

        await Turn(minutes: 29);
        discord.Seen.Count.ShouldBe(1);
        await Turn(minutes: 1);
        await Turn(minutes: 1);

        // The service's own clock may have been faster, and still be about it.
        for (var tries = 0; tries < 500 && discord.Seen.Count < 2; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        discord.Seen.Count.ShouldBe(2);
        discord.Seen[1].Content.ShouldStartWith("Digests of");
        var receipts = await host.Services.GetRequiredService<IReceipts>().All(Here, Cancellation);
        receipts.ShouldContain(receipt => receipt.Post!.Value.Value == discord.Seen[1].Id && receipt.Facts.Count > 0);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_scheduler_has_a_look_each_minute_by_itself()
    {
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));

        var schedule = (await host.Services.GetRequiredService<IDigests>().All(Cancellation)).ShouldHaveSingleItem();
        for (var tries = 0; tries < 600 && (await Slots(schedule)).Count == 0; tries++)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }

        // Whoever sends it has a minute of this clock, however busy the machine is.
        for (var tries = 0; tries < 1_000 && discord.Seen.Count < 2; tries++)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        discord.Seen.Count.ShouldBeGreaterThan(1);
        discord.Seen[1].Content.ShouldStartWith("Digests of");
    }

    [Fact]
    public async Task Whoever_does_not_moderate_changes_nothing_and_may_ask_why()
    {
        var asked = await discord.Do(Typed("schedule", ("days", "daily")) with { Permissions = "274877908992" }, Cancellation);

        (await discord.Finished(asked, Cancellation)).ShouldStartWith("That is for moderators. Here it takes the permission");
        discord.Seen.ShouldBeEmpty();
        (await host.Services.GetRequiredService<IDigests>().All(Cancellation)).ShouldBeEmpty();

        var why = await discord.Do(Doing.Typed("why", Doing.Option("about", "digest")), Cancellation);
        (await discord.Finished(why, Cancellation)).ShouldBe("There are no digests here.");
    }

    [Fact]
    public async Task Whoever_has_the_role_that_was_chosen_to_moderate_sets_up_digests_and_the_permission_alone_is_not_enough()
    {
        var card = await discord.Do(Doing.Chosen(DiscordSide.RolesMenu, 6, "77") with { Permissions = "2080" }, Cancellation);
        (await discord.Finished(card, Cancellation)).ShouldStartWith("Done.");

        (await Type("schedule", ("days", "daily"))).ShouldContain("the role that was chosen in /settings");
        var holds = await discord.Do(Typed("schedule", ("days", "daily")) with { Permissions = "2048", Roles = ["77"] }, Cancellation);
        Plain(await discord.Finished(holds, Cancellation)).ShouldStartWith("Done: digests come here");
    }

    [Fact]
    public async Task Digests_are_listed_paused_resumed_sent_at_once_and_removed()
    {
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));

        (await Type("now")).ShouldBe("It was posted.");
        discord.Seen.Count.ShouldBe(2);
        (await Type("now")).ShouldBe("It was posted.");
        discord.Seen.Count.ShouldBe(2);
        (await Type("preview")).ShouldStartWith("Nothing is new since the digest of Monday 1 June 2026, 08:30");

        (await Type("pause", ("reason", "The story is quiet."))).ShouldStartWith("The digests are paused.");
        await Turn(minutes: 60);
        discord.Seen.Count.ShouldBe(2);
        (await List()).ShouldContain("Reason: The story is quiet.");
        (await Type("now")).ShouldStartWith("Paused since 1 June 2026.");

        (await Type("resume")).ShouldStartWith("The digests go on.");
        (await Type("remove")).ShouldStartWith("No more digests come.");
        (await Type("list")).ShouldBe("There are no digests here.");
    }

    [Fact]
    public async Task A_form_asks_when_they_shall_come_and_a_card_says_what_will_happen_with_a_button_for_each_thing_to_do()
    {
        var form = Form(await discord.Do(Typed("schedule"), Cancellation));
        Filled(form).ShouldBe(["daily", "09:00", "Europe/London", "", "no"]);

        var wrong = await Sent(form, ("days", "someday"), ("at", "18:30"), ("quiet", "22-7"), ("corrections", "yes"));
        Plain(wrong.Content).ShouldStartWith("\u201Csomeday\u201D are no days I can read.");
        discord.Seen.ShouldBeEmpty();
        var again = Form(await Press(wrong, "Fill it in again"));
        Filled(again).ShouldBe(["someday", "18:30", "Europe/London", "22-7", "yes"]);

        var card = await Sent(again, ("days", "weekdays"));
        Plain(card.Content)
            .ShouldStartWith("Done: digests come here on weekdays at 18:30 (Europe/London), not from 22:00 to 07:00, also soon");
        var says = Plain((string)card.Json()["embeds"]![0]!["description"]!);
        says.ShouldContain($"<t:{new DateTimeOffset(2026, 6, 1, 17, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds()}:F>");
        says.ShouldContain("The first tells where the story stands.");
        says.ShouldContain("From 22:00 to 07:00 nothing is posted");
        Plain(discord.Seen.ShouldHaveSingleItem().Content).ShouldContain("will be posted here on weekdays at 18:30");

        (await Pressed(card, "Test post")).Content.ShouldStartWith("A test post stands in the channel");
        Plain(discord.Seen[1].Content).ShouldStartWith("A test post: what changes in");
        (await Pressed(card, "Preview")).Content.ShouldStartWith("Digests of");
        var change = Form(await Press(card, "Change"));
        Filled(change).ShouldBe(["weekdays", "18:30", "Europe/London", "22:00-07:00", "yes"]);
        Plain((await Sent(change, ("at", "hourly"))).Content).ShouldStartWith("Changed: digests come here on weekdays at each full hour");

        (await Pressed(card, "Remove")).Content.ShouldStartWith("No more digests come.");
        (await host.Services.GetRequiredService<IDigests>().All(Cancellation)).ShouldBeEmpty();
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_comes_back_when_another_set_them_up_otherwise_changes_nothing_and_so_does_one_of_who_moderates_no_more()
    {
        var form = Form(await discord.Do(Typed("schedule"), Cancellation));
        await Type("schedule", ("at", "10:00"), ("zone", "UTC"));

        var late = await Sent(form, ("at", "11:00"));
        Plain(late.Content).ShouldContain("while the form was open: they come daily at 10:00 (UTC)");
        var fresh = Form(await Press(late, "Fill it in again"));
        Filled(fresh)[1].ShouldBe("11:00");
        var denied = await discord.Do(Doing.Submitted(fresh) with { Permissions = "2048" }, Cancellation);
        (await discord.Finished(denied, Cancellation)).ShouldStartWith("That is for moderators.");
        var kept = (await host.Services.GetRequiredService<IDigests>().All(Cancellation)).ShouldHaveSingleItem();
        kept.Timing.At.ShouldBe(new TimeOnly(10, 0));

        Plain((await Sent(fresh)).Content).ShouldStartWith("Changed: digests come here daily at 11:00 (Europe/London)");
        (await discord.Do(Typed("schedule") with { Permissions = "2048" }, Cancellation)).Original!.Content.ShouldStartWith("That is for");
    }

    [Fact]
    public async Task The_picture_stands_below_the_preview_with_what_is_new_marked_and_says_so_in_words()
    {
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));

        var asked = await discord.Do(Typed("preview"), Cancellation);
        ((int)asked.Answer!["type"]!).ShouldBe(5);
        await discord.Finished(asked, Cancellation);

        var file = asked.Original!.Files.ShouldHaveSingleItem();
        (file.Name, file.Type).ShouldBe(("timeline.png", "image/png"));
        file.Bytes.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        ((string)asked.Original.Json()["attachments"]![0]!["description"]!).ShouldContain("2026");
        discord.Seen.Count.ShouldBe(1);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_browser_moderators_look_at_them_and_change_them_on_the_same_form()
    {
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));
        using var ann = await Moderator.SignIn(host, DiscordSide.Person, Here);

        var list = await ann.Press(await ann.Open("/moderate/queue"), "Digests");
        list.Text.ShouldContain("next: Monday 1 June 2026, 09:00 (UTC)");
        var form = await ann.Press(list, "Change");
        var refused = await ann.Press(form, "Go on", ("at", "soon"), ("days", "weekdays"));
        refused.Text.ShouldContain("\u201Csoon\u201D is no time of day I can read.");
        refused.Html.ShouldContain("value=\"weekdays\"");
        var card = await ann.Press(refused, "Go on", ("at", "17:00"));

        card.Text.ShouldContain("Changed: digests come on weekdays at 17:00 (UTC).");
        (await ann.Press(card, "Preview")).Text.ShouldContain("A preview: nothing was posted.");
        (await ann.Press(card, "Test post")).Text.ShouldContain("A test post stands in the channel");
        discord.Seen.Count.ShouldBe(3);
        (await ann.Press(await ann.Open("/moderate/say?typed=/digest now"), "Do it")).Text.ShouldContain("It was posted.");
        discord.Seen.Count.ShouldBe(4);
    }

    [Fact]
    public async Task In_a_browser_no_picture_is_drawn_that_nobody_would_see()
    {
        var drawn = 0;
        DrawTimeline draw = (_, _) => throw new InvalidOperationException($"no font at try {++drawn}");
        host = await discord.Start(stories, Cancellation, services => services.AddSingleton(draw));
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));
        using var ann = await Moderator.SignIn(host, DiscordSide.Person, Here);

        (await ann.Open("/moderate/say?typed=/digest preview")).Text.ShouldContain("A preview: nothing was posted.");
        drawn.ShouldBe(0);

        (await Type("preview")).ShouldStartWith("Digests of");
        drawn.ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_bots_token_a_form_that_was_still_open_is_answered_by_why_nothing_can_be_set_up()
    {
        host = await discord.Start(stories, Cancellation, token: false);
        var shelf = host.Services.GetRequiredService<Shelf>();
        var form = new FormRef(
            FormKind.Digest,
            shelf.Story(shelf.Now, Here)!.Story.Slug.Handle,
            Digest: new DigestRef(new PlaceId(DiscordSide.Channel), "seen")
        );
        var id = host.Services.GetRequiredService<ButtonIds>().Form(form, Here, new UserId(DiscordSide.Person));

        var sent = await discord.Do(
            Doing.Submitted(new JsonObject { ["custom_id"] = id, ["components"] = new JsonArray() }) with
            {
                Permissions = Moderates,
            },
            Cancellation
        );

        Plain(sent.Original!.Content).ShouldStartWith("Digests cannot be posted: the service runs without");
        discord.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_can_be_posted_nothing_is_set_up()
    {
        discord.StandIn.World.Refusing[DiscordSide.Channel] = 50013;

        (await Type("schedule", ("days", "daily"))).ShouldStartWith("Nothing was set up, since nothing can be posted here.");

        (await host.Services.GetRequiredService<IDigests>().All(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_timeline_stands_below_as_a_picture_and_where_nothing_may_be_attached_the_digest_comes_without_and_the_list_says_so()
    {
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));
        (await Type("now")).ShouldBe("It was posted.");

        var file = discord.Seen[1].Files.ShouldHaveSingleItem();
        (file.Name, file.Type).ShouldBe(("timeline.png", "image/png"));
        file.Bytes.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        ((string)discord.Seen[1].Json()["attachments"]![0]!["description"]!).ShouldNotBeNullOrWhiteSpace();

        await Type("remove");
        discord.StandIn.World.WithoutFiles.Add(DiscordSide.Channel);
        time.Advance(TimeSpan.FromMinutes(5));
        await Type("schedule", ("at", "09:00"), ("zone", "UTC"));
        (await Type("now")).ShouldStartWith("It was posted. The picture of the timeline is not there. The bot lacks a permission");
        discord.Seen[^1].Content.ShouldStartWith("Digests of");
        discord.Seen[^1].Files.ShouldBeEmpty();
        (await List()).ShouldContain("The picture of the timeline is not there.");
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    private ValueTask<IReadOnlyList<Slot>> Slots(Schedule schedule) =>
        host.Services.GetRequiredService<ISlots>().Latest(Here, schedule.Id, 1, Cancellation);

    private static JsonObject Form(StandInAnswers.Asked asked)
    {
        ((int)asked.Answer!["type"]!).ShouldBe(9, asked.Answer.ToJsonString());
        return asked.Answer["data"]!.AsObject();
    }

    /// <summary>What stands in the fields of a form.</summary>
    private static List<string> Filled(JsonObject form) =>
        [
            .. form["components"]!
                .AsArray()
                .Select(label => label!["component"]!)
                .Select(field => (int)field["type"]! == 3 ? Doing.Chosen(field) : (string?)field["value"] ?? ""),
        ];

    private async Task<StandInMessage> Sent(JsonObject form, params (string Key, string Value)[] values)
    {
        var asked = await discord.Do(Doing.Submitted(form, values) with { Permissions = Moderates }, Cancellation);
        await discord.Finished(asked, Cancellation);
        return asked.Original!;
    }

    private Task<StandInAnswers.Asked> Press(StandInMessage card, string label) =>
        discord.Press(
            DiscordSide.Button(card, label).ShouldNotBeNull(),
            Cancellation,
            doing => doing with { On = card, Permissions = Moderates }
        );

    private async Task<StandInMessage> Pressed(StandInMessage card, string label)
    {
        var asked = await Press(card, label);
        await discord.Finished(asked, Cancellation);
        return asked.Original!;
    }

    private async Task Turn(int minutes)
    {
        time.Advance(TimeSpan.FromMinutes(minutes));
        await host.Services.GetRequiredService<DigestRound>().Turn(Cancellation);
    }

    private async Task<string> List()
    {
        var asked = await discord.Do(Typed("list"), Cancellation);
        await discord.Finished(asked, Cancellation);
        return Plain((string)asked.Original!.Json()["embeds"]![0]!["description"]!);
    }

    private async Task<string> Type(string command, params (string Name, string Value)[] options) =>
        Plain(await discord.Finished(await discord.Do(Typed(command, options), Cancellation), Cancellation));

    /// <summary>Without what keeps Discord from reading marks into it.</summary>
    private static string Plain(string content) =>
        content.Replace("\u200B", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);

    private static Doing Typed(string command, params (string Name, string Value)[] options) =>
        Doing.Typed("digest", command, options) with
        {
            Permissions = Moderates,
        };
}
