using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Tests.Console;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Moderation;

/// <summary>Two moderators at the pages of one community, without any script.</summary>
public sealed class QueuePageTests : IAsyncLifetime
{
    private const string Raft = "The council launched a raft on 3 May 2026.";
    private static readonly FactId Closed = new("bridge-closed");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = new("bridge", "quarry");
    private RunningHost host = null!;
    private Moderator ann = null!;
    private Moderator bea = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Shelf Shelf => host.Services.GetRequiredService<Shelf>();

    private StorySnapshot Story => Shelf.Story(Shelf.Now, CommunityId.Local)!;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.Start(stories, Cancellation, time);
        ann = await Moderator.SignIn(host, "ann");
        bea = await Moderator.SignIn(host, "bea");
    }

    public async ValueTask DisposeAsync()
    {
        ann.Dispose();
        bea.Dispose();
        await host.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task A_fact_is_added_from_three_answers_and_what_was_guessed_is_settled_on_the_way()
    {
        var form = await ann.Press(await ann.Open("/moderate/queue"), "Add a fact");
        form.Html.ShouldContain("<option value=\"the Town Council\">");
        form.Html.ShouldContain("<option value=\"The council&#x27;s notice\">");
        var draft = await ann.Press(
            form,
            "Go on",
            ("sentence", Raft),
            ("from", "https://example.org/raft"),
            ("speaker", "Ottoline Quillmere")
        );
        draft.Text.ShouldContain("a page at example.org (new; written down, not read)");
        (await bea.Open("/moderate/queue")).Text.ShouldContain("Queue (1)");

        var settle = await bea.Press(draft, "Kind: claim?");
        var settled = await bea.Press(settle, "Go on", ("settled", "act"));
        settled.Text.ShouldNotContain("Kind: claim?");
        var done = await bea.Press(settled, "Add it");

        done.Text.ShouldContain("Added. It is answered from now on.");
        done.Text.ShouldContain("Queue");
        Story.Book.Facts[^1].Says.ShouldBe(Raft);
        Story.Book.Facts[^1].Kind.ShouldBe(FactKind.Act);
    }

    [Fact]
    public async Task What_takes_two_is_approved_by_the_other_and_then_nobody_has_the_buttons_any_more()
    {
        var form = await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "The source took it back");
        form.Text.ShouldContain("The sentence it rests on");
        form.Text.ShouldContain(Story.Book[Closed].RestsOn[0].Sentence);
        (await ann.Press(form, "Go on", ("reason", "It was never said."))).Text.ShouldContain("Another moderator has to approve it");

        var own = await ann.Open("/moderate/queue");
        own.Text.ShouldContain("You proposed this, so it is not you who approves it.");
        Moderator.ButtonsOf(own).ShouldNotContain("Approve");
        var others = await bea.Open("/moderate/queue");
        (await bea.Press(others, "Approve")).Text.ShouldContain("Retracted");

        Story.IsTakenBack(Closed).ShouldBeTrue();
        Moderator.ButtonsOf(await bea.Open("/moderate/queue")).ShouldNotContain("Approve");
        Moderator.ButtonsOf(await bea.Open("/moderate/facts/bridge-closed")).ShouldNotContain("Approve");
        (await bea.Press(await bea.Press(others, "Reject"), "Do it")).Text.ShouldContain("it was approved and done");
    }

    [Fact]
    public async Task What_is_right_is_given_with_its_reason_and_the_history_shows_the_words_that_changed_until_it_is_undone()
    {
        var was = Story.Book[Closed].Says;
        var form = await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "We were wrong");
        var refused = await ann.Press(form, "Go on", ("says", "It is shut to lorries alone."), ("reason", "Misread."));
        refused.Text.ShouldContain("not the sentence that it rests on");
        Moderator.Form(refused, "Go on").Values["field.says"].ShouldBe("It is shut to lorries alone.");
        (await ann.Press(refused, "Go on", ("looked", "yes"))).Text.ShouldContain("Changed: says.");

        var fact = await bea.Open("/moderate/facts/bridge-closed");
        fact.Html.ShouldContain("<ins>");
        fact.Html.ShouldContain("lorries");
        fact.Text.ShouldContain("Reason: Misread.");
        fact.Text.ShouldContain("Given after that");
        (await bea.Press(fact, "Undo it", ("reason", "It was right."))).Text.ShouldContain("Given as the shared facts have it.");

        Story.Book[Closed].Says.ShouldBe(was);
        (await bea.Open("/moderate/facts/bridge-closed")).Text.ShouldContain("Reason: It was right.");
    }

    [Fact]
    public async Task A_form_of_an_older_state_changes_nothing_and_what_was_filled_in_stays()
    {
        var form = await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "Others contest it");
        await bea.Press(await bea.Open("/moderate/facts/bridge-closed"), "Still so");

        var refused = await ann.Press(form, "Go on", ("reason", "The ferrymen say it is open."));

        refused.Text.ShouldContain("was changed meanwhile: you looked at revision 1, and it is at 2");
        Story.Book[Closed].Disputed.ShouldBeNull();
        Moderator.Form(refused, "Go on").Values["field.reason"].ShouldBe("The ferrymen say it is open.");
        (await ann.Press(refused, "Go on")).Text.ShouldContain("Given as contested from now on.");
    }

    [Fact]
    public async Task A_hold_is_lifted_by_another_or_by_its_holder_with_a_reason()
    {
        var held = await ann.Press(
            await ann.Open("/moderate/facts/bridge-closed"),
            "Hold it",
            ("reason", "The \u201Cof: and item: words\u201D need a look.")
        );
        held.Text.ShouldContain("Held: it is out of all answers");
        Story.Held.ShouldContain(Closed);

        var fact = await ann.Open("/moderate/facts/bridge-closed");
        fact.Text.ShouldContain("Reason: The \u201Cof: and item: words\u201D need a look.");
        (await ann.Press(fact, "Undo it")).Text.ShouldContain("say in one sentence why it is given again");
        Story.Held.ShouldContain(Closed);
        (await bea.Press(await bea.Open("/moderate/facts/bridge-closed"), "Undo it")).Text.ShouldContain("Given again.");
        Story.Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_members_report_waits_with_its_count_and_their_words_until_somebody_says_why_it_stands()
    {
        await Report("A lorry just crossed.");
        await Report("");

        var queue = await ann.Open("/moderate/queue");
        queue.Text.ShouldContain("2 members said that this is wrong.");
        queue.Text.ShouldContain("A lorry just crossed.");
        var form = await ann.Press(queue, "It stands");
        (await ann.Press(form, "Go on")).Text.ShouldContain("Say in one sentence why not");
        (await ann.Press(form, "Go on", ("reason", "It was a bus."))).Text.ShouldContain("2 members who reported it hear of it.");
        (await ann.Open("/moderate/queue")).Text.ShouldContain("Nothing waits.");
    }

    [Fact]
    public async Task Where_the_shared_facts_moved_both_are_shown_word_by_word_and_one_is_taken()
    {
        await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "Still so");
        stories.Edit(
            "knowledge/bridge/story.yaml",
            text =>
                text.Replace("edition: 1  ", "edition: 2  ")
                    .Replace("note: First edition.", "note: First edition.\n  - edition: 2\n    date: 2025-06-02\n    note: Put better.")
        );
        stories.Edit("knowledge/bridge/facts.yaml", text => text.Replace("closed the Old Bridge to cars.", "shut the Old Bridge to cars."));
        for (var tries = 0; tries < 200 && Shelf.Now.Story("bridge")!.Edition.Number < 2; tries++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        var queue = await bea.Open("/moderate/queue");
        queue.Html.ShouldContain("<ins>closed</ins>");
        (await bea.Press(queue, "Take the shared one")).Text.ShouldContain("Given as the shared facts have it.");

        (await bea.Open("/moderate/queue")).Text.ShouldContain("Nothing waits.");
        Story.Current(Closed)!.Fact.Says.ShouldContain("shut the Old Bridge");
    }

    [Fact]
    public async Task An_address_alone_does_nothing()
    {
        var asked = await ann.Open($"/moderate/say?typed={Uri.EscapeDataString("/fact hold fact:bridge-closed")}");
        asked.Text.ShouldContain("changes something");
        Story.Held.ShouldBeEmpty();

        (await ann.Press(asked, "Do it")).Text.ShouldContain("Held");
        Story.Held.ShouldContain(Closed);
    }

    [Fact]
    public async Task A_form_of_somebody_else_is_refused_and_one_without_its_seal_too()
    {
        var form = await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "Others contest it");
        var (action, values) = Moderator.Form(form, "Go on");
        values["field.reason"] = "Not mine.";
        (await bea.Send(action, values)).ShouldSatisfyAllConditions(
            refused => refused.Status.ShouldBe(400),
            refused => refused.Text.ShouldContain("Nothing was done"),
            refused => refused.Html.ShouldContain("href=\"/moderate/queue\"")
        );

        var own = Moderator.Form(await bea.Press(await bea.Open("/moderate/facts/bridge-closed"), "Others contest it"), "Go on").Values;
        (await bea.Send(action, With(own, ("form", values["form"])))).Text.ShouldContain("This button was not made here,");
        (await bea.Send(action, With(own, ("delivery", "")))).Text.ShouldContain("Something is missing in what was sent");
        (await bea.Send(action, With(own, ("__RequestVerificationToken", "none")))).Status.ShouldBe(400);
        Story.Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_sent_twice_is_done_once_and_noted_without_anybodys_words()
    {
        var form = await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "Others contest it");
        var (action, values) = Moderator.Form(form, "Go on");
        values["field.reason"] = "The ferrymen say it is open.";

        await ann.Send(action, values);
        (await ann.Send(action, values)).Text.ShouldContain("Done when it first arrived.");

        Story.Own.Count.ShouldBe(1);
        var noted = host.Log.Entries.Where(entry => entry.Text.Contains("asked for at the console", StringComparison.Ordinal)).ToList();
        noted.Count.ShouldBe(2);
        noted.ShouldAllBe(entry => entry.Text.StartsWith("ChangeFact, asked for at the console by p"));
        host.Log.Text.ShouldNotContain("ferrymen");
        Story.Own[0].Command.Value.ShouldNotContain("ferrymen");
    }

    [Fact]
    public async Task From_a_fact_as_readers_see_it_who_is_signed_in_comes_to_the_desk_and_nobody_else()
    {
        (await Page.Of(await host.Client.GetAsync(new Uri("/facts/bridge-closed", UriKind.Relative), Cancellation))).Text.ShouldNotContain(
            "Moderate"
        );

        var desk = await ann.Press(await ann.Open("/facts/bridge-closed"), "Moderate this fact");

        desk.Text.ShouldContain("What happened?");
        (await ann.Open("/")).Html.ShouldContain("/moderate/queue");
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        (await ann.Press(await ann.Open("/moderate/queue"), "Sign out")).Text.ShouldContain("You are signed out");

        (await ann.Open("/moderate/queue")).Status.ShouldBe(401);
        (await bea.Open("/moderate/queue")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Who_was_forgotten_is_signed_in_no_more()
    {
        await host.Services.GetRequiredService<IPeople>().Forget(new UserId("ann"), community: null, Cancellation);

        (await ann.Open("/moderate/queue")).Status.ShouldBe(401);
        (await bea.Open("/moderate/queue")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_typed_as_in_chat_is_answered_here()
    {
        (await Type("/fact queue")).Text.ShouldContain("What waits for moderators");
        (await Type("/fact change bridge-closed")).Text.ShouldContain("What happened?");
        (await Type("/fact history nowhere")).Text.ShouldContain("No fact has all these words.");
        (await Type("/story status")).Text.ShouldContain(Story.Story.Title);
        (await Type("is the bridge shut?")).Text.ShouldContain("Old Bridge");
        (await Type("")).Status.ShouldBe(200);
        (await ann.Open("/moderate/facts/nothing-like-it")).Status.ShouldBe(404);
        (await ann.Open("/moderate/facts?typed=closed+bridge")).Html.ShouldContain("/moderate/facts/bridge-closed");

        Task<Page> Type(string line) => ann.Open($"/moderate/say?typed={Uri.EscapeDataString(line)}");
    }

    private async Task Report(string words) =>
        (
            await host
                .Services.GetRequiredService<Changes>()
                .Make(
                    new ChangeRequest
                    {
                        Community = CommunityId.Local,
                        Story = Story.Story.Slug,
                        By = new PersonKey($"p{words.Length}"),
                        Command = new CommandId($"report {words.Length}"),
                        Reason = words,
                        Change = new Change.Report(Closed),
                        Role = Role.Member,
                    },
                    Cancellation
                )
        ).ShouldBeOfType<ChangeOutcome.Done>();

    private static Dictionary<string, string> With(Dictionary<string, string> values, (string Key, string Value) other) =>
        new(values) { [other.Key] = other.Value };
}
