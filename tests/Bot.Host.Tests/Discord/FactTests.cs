using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Discord;

/// <summary>Moderators and members of a server, through the real service: forms, cards, decisions, reports.</summary>
public sealed class FactTests : IAsyncLifetime
{
    private const string Moderates = "8192";
    private const string Reads = "2048";
    private const string Second = "1200000000000000009";
    private const string Raft = "Ottoline Quillmere launched a raft on 3 May 2026.";

    private static readonly FactId Closed = new("bridge-closed");
    private static readonly CommunityId Here = new($"discord:{DiscordSide.Guild}");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = new("bridge");

    /// <summary>How often a card had been shown otherwise when something was done on it.</summary>
    private readonly Dictionary<string, int> shown = [];
    private DiscordSide discord = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StorySnapshot Story => Shelf.Story(Shelf.Now, Here)!;

    private Shelf Shelf => host.Services.GetRequiredService<Shelf>();

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
    public async Task A_new_fact_with_a_new_speaker_and_source_takes_three_fields_and_two_screens()
    {
        var form = Form(await Command("add"));
        Fields(form).ShouldBe(["sentence", "from", "speaker"]);
        var card = await Card(
            await Send(form, ("sentence", Raft), ("from", "https://example.org/raft"), ("speaker", "Ottoline Quillmere"))
        );
        card.IsEphemeral.ShouldBeTrue();
        card.Content.ShouldStartWith("Not added yet");
        await Card(await Press(card, "Add it"));

        card.Content.ShouldStartWith("Added. It is answered from now on.");
        DiscordSide.Button(card, "Add it").ShouldBeNull();
        (await discord.Ask("who launched a raft?", Cancellation)).Original!.Content.ShouldContain("Ottoline Quillmere launched a raft");
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_doubtful_field_is_settled_on_a_form_that_opens_from_the_card()
    {
        var card = await Draft();
        var form = Form(await Press(card, "Kind: "));
        Fields(form).ShouldBe(["settled"]);
        await Card(await Send(form, card, ("settled", "act")));

        DiscordSide.Button(card, "Kind: ").ShouldBeNull();
        DiscordSide.Button(card, "Status: ").ShouldNotBeNull();
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_of_the_shared_facts_is_found_by_the_name_that_a_new_fact_called_them_by()
    {
        (string, string)[] values =
        [
            ("sentence", "Town Haul launched a raft."),
            ("from", "https://example.org/raft"),
            ("speaker", "Town Haul"),
        ];
        var card = await Card(await Send(Form(await Command("add")), values));
        await Card(await Send(Form(await Press(card, "Who says it: ")), card, ("settled", "council")));
        card.Components.ToJsonString().ShouldNotContain("Who says it: ");
        await Card(await Press(card, "Add it"));

        card.Json().ToJsonString().ShouldContain("The Town Council is found by");
        Story.Book[new EntityId("council")].Aliases.ShouldContain("Town Haul");
        Shelf.Now.Story()!.Book[new EntityId("council")].Aliases.ShouldNotContain("Town Haul");
        (await Events()).OfType<StoryEvent.NameAdded>().ShouldHaveSingleItem().Name.ShouldBe("Town Haul");
        var who = await discord.Do(Doing.Typed("story", "who", ("name", "Town Haul")), Cancellation);
        who.Original!.Content.ShouldContain("runs the town");

        var added = Story.Own.Select(envelope => envelope.Event).OfType<StoryEvent.FactAdded>().ShouldHaveSingleItem().Fact.Id;
        var undo = await Card(await Command(Second, "undo", ("fact", $"#{added.Handle}")));
        await Card(await Press(undo, "Undo it", Second));
        Story.Book[new EntityId("council")].Aliases.ShouldNotContain("Town Haul");
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_text_of_a_message_is_added_from_its_menu()
    {
        var asked = await Menu("Add as fact", "**Ottoline** launched a raft", Moderates);

        ((string?)Form(asked)["components"]![0]!["component"]!["value"]).ShouldBe("Ottoline launched a raft");
        var refused = await Menu("Add as fact", "A raft", Reads);
        refused.Original!.Content.ShouldStartWith("That is for moderators.");
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_does_and_the_other_is_told_beside_the_card()
    {
        await Finished(await Command("retract", ("fact", Closed.Value), ("reason", "They took it back.")));
        var item = Shelf.Queue(Here, Story.Story.Slug).Open.ShouldHaveSingleItem().Id;
        var (one, other) = (
            (await Command(Second, "queue", ("item", item.Value))).Original!,
            (await Command(DiscordSide.Other, "queue", ("item", item.Value))).Original!
        );

        var pressed = await Task.WhenAll(Press(one, "Approve", Second), Press(other, "Approve", DiscordSide.Other));
        await Task.WhenAll(pressed.Select(asked => Settled(asked)));

        Story.IsTakenBack(Closed).ShouldBeTrue();
        var said = pressed.Select(asked => asked.FollowUps is [var beside] ? beside.Content : asked.Original!.Content).ToList();
        said.Count(words => words.StartsWith("Approved.", StringComparison.Ordinal)).ShouldBe(1);
        said.Count(words => words.Contains("it was approved and done", StringComparison.Ordinal)).ShouldBe(1);
        (await Events()).Count(e => e is StoryEvent.FactChanged).ShouldBe(1);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_arrives_twice_is_done_once()
    {
        var form = Form(await Command("add"));
        (string, string)[] values = [("sentence", Raft), ("from", "https://example.org/raft"), ("speaker", "")];
        await Finished(await Send(form, null, "1399999999999999998", values));
        await Finished(await Send(form, null, "1399999999999999998", values));

        (await Events()).Count(e => e is StoryEvent.DraftKept).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_comes_back_after_the_fact_changed_changes_nothing_and_says_why()
    {
        var form = Form(await Command("change", ("fact", Closed.Value), ("what", "wrong")));
        await Finished(await Command(Second, "recheck", ("fact", Closed.Value)));

        var said = await Finished(await Send(form, ("says", "It is open."), ("looked", "yes"), ("reason", "Misread.")));
        said.ShouldContain("was changed meanwhile");
        Story.Current(Closed)!.Fact.Says.ShouldNotBe("It is open.");
    }

    [Fact]
    public async Task Who_moderates_no_more_when_the_form_comes_back_changes_nothing()
    {
        var form = Form(await Command("erase", ("fact", Closed.Value)));
        var asked = await discord.Do(Submitted(form, null, [("reason", "No.")]) with { Permissions = Reads }, Cancellation);

        asked.Original!.Content.ShouldContain("Manage Messages");
        (await Events()).ShouldNotContain(e => e is StoryEvent.ChangeProposed);
    }

    [Fact]
    public async Task A_role_that_was_chosen_lets_moderate_and_the_permission_alone_no_more()
    {
        var card = await discord.Do(Doing.Chosen(DiscordSide.RolesMenu, 6, "77") with { Permissions = "2080" }, Cancellation);
        (await discord.Finished(card, Cancellation)).ShouldStartWith("Done.");

        (await Command("hold", ("fact", Closed.Value))).Original!.Content.ShouldContain("the role that was chosen in /settings");
        await Finished(await discord.Do(Typed("hold", Reads, ("fact", Closed.Value)) with { Roles = ["5", "77"] }, Cancellation));
        Story.Held.ShouldBe([Closed]);
        var why = await discord.Do(Doing.Typed("why", Doing.Option("about", "denied")), Cancellation);
        why.Original!.Content.ShouldStartWith("You do not moderate here.");
    }

    [Fact]
    public async Task What_moderators_alone_see_is_offered_to_them_alone_while_they_type()
    {
        await Finished(await Command("hold", ("fact", Closed.Value)));

        (await Complete(Moderates)).ShouldContain("(held)");
        (await Complete(Reads)).ShouldNotContain("(held)");
        Story.Held.ShouldBe([Closed]);
    }

    [Fact]
    public async Task A_member_reports_a_post_the_moderators_answer_and_the_member_is_told_and_forgotten()
    {
        var post = await Shared();
        var choose = await Card(await Menu("Report as wrong", post, Reads, DiscordSide.Other));
        choose.Content.ShouldBe("Which of this is wrong?");
        var label = (string)choose.Components[0]!["components"]![0]!["label"]!;
        var form = Form(await Press(choose, label[..8], DiscordSide.Other, Reads));
        await Card(
            await discord.Do(
                Noted(Submitted(form, choose, [("words", "It is open again.")])) with
                {
                    By = DiscordSide.Other,
                    Permissions = Reads,
                },
                Cancellation
            )
        );
        choose.Content.ShouldStartWith("Thank you");

        var report = Shelf.Queue(Here, Story.Story.Slug).Open.ShouldHaveSingleItem();
        var reject = Form(await Command("reject", ("item", report.Id.Value)));
        await Finished(await Send(reject, ("reason", "The notice still hangs there.")));
        var people = host.Services.GetRequiredService<IPeople>();
        for (var tries = 0; tries < 200 && await people.User(Here, report.By, Cancellation) is not null; tries++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        (await people.User(Here, report.By, Cancellation)).ShouldBeNull();
        discord.Seen.ShouldContain(message =>
            message.Channel != DiscordSide.Channel && message.Content.Contains("it stands", StringComparison.Ordinal)
        );
        (await Events()).Count(e => e is StoryEvent.ReportersTold).ShouldBe(1);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    private async Task<StandInMessage> Draft() =>
        await Card(
            await Send(
                Form(await Command("add")),
                ("sentence", Raft),
                ("from", "https://example.org/raft"),
                ("speaker", "Ottoline Quillmere")
            )
        );

    /// <summary>Something for all to see.</summary>
    private async Task<StandInMessage> Shared()
    {
        var answer = (await discord.Ask("is the bridge closed", Cancellation)).Original!;
        await discord.Finished(await discord.Press(DiscordSide.Button(answer, "Share")!, Cancellation), Cancellation);
        return discord.Seen.ShouldHaveSingleItem();
    }

    private Task<StandInAnswers.Asked> Command(string name, params (string Name, string Value)[] options) =>
        Command(DiscordSide.Person, name, options);

    private Task<StandInAnswers.Asked> Command(string by, string name, params (string Name, string Value)[] options) =>
        discord.Do(Typed(name, Moderates, options) with { By = by }, Cancellation);

    private static Doing Typed(string name, string permissions, params (string Name, string Value)[] options) =>
        Doing.Typed("fact", name, options) with
        {
            Permissions = permissions,
        };

    private Task<StandInAnswers.Asked> Menu(string name, string content, string permissions) =>
        Menu(name, "1300000000000000099", content, permissions, DiscordSide.Person);

    private Task<StandInAnswers.Asked> Menu(string name, StandInMessage on, string permissions, string by) =>
        Menu(name, on.Id, on.Content, permissions, by);

    private Task<StandInAnswers.Asked> Menu(string name, string id, string content, string permissions, string by) =>
        discord.Do(
            new Doing
            {
                Data = new JsonObject
                {
                    ["name"] = name,
                    ["type"] = 3,
                    ["target_id"] = id,
                    ["resolved"] = new JsonObject
                    {
                        ["messages"] = new JsonObject
                        {
                            [id] = new JsonObject { ["id"] = id, ["content"] = content },
                        },
                    },
                },
                Permissions = permissions,
                By = by,
            },
            Cancellation
        );

    private Task<StandInAnswers.Asked> Press(
        StandInMessage card,
        string label,
        string by = DiscordSide.Person,
        string permissions = Moderates
    )
    {
        shown[card.Id] = card.TimesShown;
        return discord.Press(
            DiscordSide.Button(card, label).ShouldNotBeNull(),
            Cancellation,
            doing => doing with { On = card, By = by, Permissions = permissions }
        );
    }

    private static JsonObject Form(StandInAnswers.Asked asked)
    {
        ((int)asked.Answer!["type"]!).ShouldBe(9, asked.Answer.ToJsonString());
        return asked.Answer["data"]!.AsObject();
    }

    private static IEnumerable<string> Fields(JsonObject form) =>
        form["components"]!.AsArray().Select(label => (string)label!["component"]!["custom_id"]!);

    private Task<StandInAnswers.Asked> Send(JsonObject form, params (string Key, string Value)[] values) => Send(form, null, null, values);

    private Task<StandInAnswers.Asked> Send(JsonObject form, StandInMessage? on, (string Key, string Value) values) =>
        Send(form, on, null, values);

    private Task<StandInAnswers.Asked> Send(JsonObject form, StandInMessage? on, string? id, params (string Key, string Value)[] values) =>
        discord.Do(Noted(Submitted(form, on, values)) with { Id = id }, Cancellation);

    private Doing Noted(Doing doing)
    {
        if (doing.On is { } card)
        {
            shown[card.Id] = card.TimesShown;
        }

        return doing;
    }

    private static Doing Submitted(JsonObject form, StandInMessage? on, (string Key, string Value)[] values) =>
        Doing.Submitted(form, values) with
        {
            On = on,
            Permissions = Moderates,
        };

    private async Task<string> Complete(string permissions)
    {
        var option = Doing.Option("fact", "");
        option["focused"] = true;
        var asked = await discord.Do(
            Doing.Typed(
                "fact",
                new JsonObject
                {
                    ["name"] = "undo",
                    ["type"] = 1,
                    ["options"] = new JsonArray(option),
                }
            ) with
            {
                Type = 4,
                Permissions = permissions,
            },
            Cancellation
        );
        return asked.Answer!.ToJsonString();
    }

    private Task<string> Finished(StandInAnswers.Asked asked) => discord.Finished(asked, Cancellation);

    /// <summary>The message that an answer made or changed, when what was to follow has.</summary>
    private async Task<StandInMessage> Card(StandInAnswers.Asked asked)
    {
        await Settled(asked);
        return asked.Original!;
    }

    /// <summary>What was acknowledged is answered: in the place of a card, or beside it.</summary>
    private async Task Settled(StandInAnswers.Asked asked)
    {
        for (var tries = 0; tries < 500 && !IsSettled(asked); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        IsSettled(asked).ShouldBeTrue("nothing came of it");
    }

    private bool IsSettled(StandInAnswers.Asked asked) =>
        (int)asked.Answer!["type"]! == 6
            ? asked.FollowUps.Count > 0 || asked.On!.TimesShown > shown[asked.On.Id]
            : !asked.Original!.IsLoading;

    private async Task<IReadOnlyList<StoryEvent>> Events() =>
        await host
            .Services.GetRequiredService<IJournal>()
            .Read(0, Cancellation)
            .Select(envelope => envelope.Event)
            .ToListAsync(Cancellation);
}
