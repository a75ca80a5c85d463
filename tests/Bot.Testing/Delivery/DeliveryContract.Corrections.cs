using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Testing.Delivery;

/// <summary>What became of posts: derived from the journal once, kept step by step, and given to one at a time.</summary>
public abstract partial class DeliveryContract
{
    private static readonly FactId A = new("a");

    [Fact]
    public async Task A_change_of_a_fact_opens_the_posts_that_show_it_in_its_community_and_its_story()
    {
        var kept = await Open();
        await Post(kept, "i1");
        await Post(kept, "i2", facts: "c");
        await Post(kept, "i3", community: Team);
        await Look(kept);

        await Append(kept, Guild, new StoryEvent.FactHeld(A));
        await Append(kept, Guild, new StoryEvent.FactHeld(A), story: "other");

        var open = (await Corrected(kept)).ShouldHaveSingleItem();
        open.Receipt.Delivery.ShouldBe(new DeliveryId("i1"));
        open.Facts.ShouldBe([new SeenFact(A, 1, 1), new SeenFact(new FactId("b"), 2, 2)]);
        open.Pending.ShouldNotBeNull();
        (open.Pending.OfBase, open.Pending.OfCommunity, open.Pending.Since).ShouldBe((0, 1, open.Pending.Latest));
        (await (await Open()).Corrections.All(Guild, Cancel)).Select(post => post.Pending is not null).ShouldBe([true, false]);
    }

    [Fact]
    public async Task What_happens_to_the_base_opens_posts_of_all_communities_and_several_changes_are_one()
    {
        var kept = await Open();
        await Post(kept, "i1");
        await Post(kept, "i2", community: Team);
        await Look(kept);

        await Append(kept, CommunityId.Base, new StoryEvent.FactErased(A, []));
        await Append(kept, Guild, new StoryEvent.FactErased(new FactId("b"), []));

        var open = await Corrected(kept);
        open.Select(post => (post.Receipt.Community, post.Pending!.OfBase, post.Pending.OfCommunity))
            .ShouldBe([(Guild, 1, 2), (Team, 1, 0)]);
    }

    [Fact]
    public async Task Every_post_is_looked_at_once_after_it_was_made()
    {
        var kept = await Open();
        await Post(kept, "i1");
        await Post(kept, "i2", minutes: 10);

        var (now, early) = (Start.AddHours(1), Start.AddMinutes(5));
        var open = (await kept.Corrections.Open(now, early, 10, Cancel)).ShouldHaveSingleItem();
        (open.Receipt.Delivery, open.Pending).ShouldBe((new DeliveryId("i1"), null));

        await Look(kept);
        (await kept.Corrections.Open(now, now, 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_at_a_time_has_a_post_and_what_came_too_late_is_not_kept()
    {
        var kept = await Open();
        await Post(kept, "i1");
        var post = (await Corrected(kept)).ShouldHaveSingleItem();
        var (mine, theirs) = (Claimed(post, 1), Claimed(post, 3));

        (await kept.Corrections.Take(mine, Start, Cancel)).ShouldBeTrue();
        (await (await Open()).Corrections.Take(theirs, Start.AddSeconds(59), Cancel)).ShouldBeFalse();
        (await kept.Corrections.Open(Start.AddSeconds(59), Start.AddHours(1), 10, Cancel)).ShouldBeEmpty();
        (await kept.Corrections.Take(theirs, Start.AddSeconds(60), Cancel)).ShouldBeTrue();
        await kept.Corrections.Save(post with { Notes = 7 }, mine, ends: true, Cancel);
        await kept.Corrections.Save(post with { Notes = 1 }, theirs, ends: true, Cancel);

        (await kept.Corrections.All(Guild, Cancel)).ShouldHaveSingleItem().Notes.ShouldBe(1);
    }

    [Fact]
    public async Task What_became_of_a_post_is_read_as_it_was_kept()
    {
        var kept = await Open();
        await Post(kept, "i1");
        await Append(kept, Guild, new StoryEvent.FactHeld(A));
        var post = (await Corrected(kept)).ShouldHaveSingleItem();
        var next = post with
        {
            Facts = [new SeenFact(A, SeenFact.BeingChecked, 1), new SeenFact(new FactId("b"), 2, SeenFact.Nothing)],
            Noting = [new ShownFact(A, SeenFact.BeingChecked)],
            Notes = 3,
            State = CorrectionState.Retrying,
            Why = "Somebody said so.",
            Tries = 2,
            NextTry = Start.AddMinutes(1),
        };
        await Save(kept, next);

        (await kept.Corrections.Open(Start.AddSeconds(59), Start.AddHours(1), 10, Cancel)).ShouldBeEmpty();
        var read = (await (await Open()).Corrections.Open(Start.AddMinutes(1), Start, 10, Cancel)).ShouldHaveSingleItem();
        read.Facts.ShouldBe(next.Facts);
        read.Noting.ShouldBe(next.Noting);
        read.ShouldBe(next with { Receipt = read.Receipt, Facts = read.Facts, Noting = read.Noting });

        await Save(kept, read with { Settled = read.Pending!.Position, Noting = [], NextTry = null });
        (await Corrected(kept)).ShouldBeEmpty();
        await Append(kept, Guild, new StoryEvent.FactReleased(A));
        (await Corrected(kept)).ShouldHaveSingleItem().Pending!.OfCommunity.ShouldBe(2);
    }

    [Fact]
    public async Task Moderators_have_what_waits_sent_stopped_or_raised_and_what_was_left_tried_again()
    {
        var kept = await Open();
        await Post(kept, "i1");
        await Post(kept, "i2", place: "c2");
        await Look(kept);
        (await kept.Corrections.Instruct(Guild, A, Instruction.SendNow, Cancel)).ShouldBe(0);
        await Append(kept, Guild, new StoryEvent.FactHeld(A));

        (await kept.Corrections.Instruct(Guild, A, Instruction.Stop, Cancel)).ShouldBe(2);
        (await kept.Corrections.Instruct(Team, A, Instruction.Stop, Cancel)).ShouldBe(0);
        (await kept.Corrections.Instruct(Guild, new FactId("z"), Instruction.Stop, Cancel)).ShouldBe(0);

        foreach (var post in await Corrected(kept))
        {
            post.Wanted.ShouldBe(Instruction.Stop);
            await Save(kept, post with { Settled = post.Pending!.Position, Wanted = null, State = CorrectionState.CannotEdit });
        }

        (await Corrected(kept)).ShouldBeEmpty();
        (await kept.Corrections.Instruct(Guild, A, Instruction.Stop, Cancel)).ShouldBe(0);
        (await kept.Corrections.Instruct(Guild, A, Instruction.SendNow, Cancel)).ShouldBe(2);
        (await Corrected(kept)).ShouldAllBe(post => post.Wanted == Instruction.SendNow);
    }

    [Fact]
    public async Task What_was_taken_away_is_not_corrected_and_goes_with_all_that_is_known_of_it()
    {
        var kept = await Open();
        await Post(kept, "i1");
        await kept.Receipts.Posted(Guild, new DeliveryId("i1"), new PostId("m1"), Cancel);
        await Append(kept, Guild, new StoryEvent.FactHeld(A));
        await Save(kept, (await Corrected(kept)).Single() with { Notes = 5 });

        await kept.Receipts.Removed(Guild, new PlaceId("c1"), new PostId("m1"), Cancel);

        (await Corrected(kept)).ShouldBeEmpty();
        await Post(kept, "i2", minutes: 40);
        (await kept.Corrections.All(Guild, Cancel)).Select(post => (post.Receipt.Delivery.Value, post.Notes)).ShouldBe([("i2", 0)]);
    }

    [Fact]
    public async Task What_could_not_be_corrected_and_is_not_tried_again_is_left_until_it_is_taken_away()
    {
        var kept = await Open();
        await Post(kept, "i1");
        await Post(kept, "i2", community: Team);
        await Post(kept, "i3", place: "c2");
        await Post(kept, "i4", place: "c3");
        var states = new Dictionary<string, (CorrectionState State, DateTimeOffset? NextTry)>
        {
            ["i1"] = (CorrectionState.CannotEdit, null),
            ["i2"] = (CorrectionState.NotNoted, null),
            ["i3"] = (CorrectionState.CannotEdit, Start.AddDays(1)),
            ["i4"] = (CorrectionState.Retrying, Start.AddDays(1)),
        };
        foreach (var post in await Corrected(kept))
        {
            var (state, next) = states[post.Receipt.Delivery.Value];
            await Save(kept, post with { State = state, NextTry = next, Why = "Somebody said so." });
        }

        var left = await (await Open()).Corrections.Left(Cancel);
        left.Select(post => (post.Receipt.Delivery.Value, post.Receipt.Community, post.State, post.Why))
            .ShouldBe(
                [
                    ("i1", Guild, CorrectionState.CannotEdit, "Somebody said so."),
                    ("i2", Team, CorrectionState.NotNoted, "Somebody said so."),
                ],
                ignoreOrder: true
            );

        await kept.Receipts.Posted(Guild, new DeliveryId("i1"), new PostId("m1"), Cancel);
        await kept.Receipts.Removed(Guild, new PlaceId("c1"), new PostId("m1"), Cancel);
        (await kept.Corrections.Left(Cancel)).ShouldHaveSingleItem().Receipt.Delivery.ShouldBe(new DeliveryId("i2"));
    }

    private static async Task<IReadOnlyList<TrackedPost>> Corrected(Outgoing kept) =>
        await kept.Corrections.Open(Start.AddDays(9), Start.AddDays(9), 10, Cancel);

    private static async Task Post(
        Outgoing kept,
        string delivery,
        double minutes = 0,
        CommunityId? community = null,
        string place = "c1",
        string facts = "a b"
    ) => (await kept.Receipts.Begin(Made(delivery, minutes, community, place, facts), spaced: false, Cancel)).ShouldBeOfType<Begun.Go>();

    private static async Task Look(Outgoing kept)
    {
        foreach (var post in await Corrected(kept))
        {
            await Save(kept, post);
        }
    }

    private static Claim Claimed(TrackedPost post, double minutes) =>
        new(post.Receipt.Community, post.Receipt.Delivery, Start.AddMinutes(minutes));

    private static async Task Save(Outgoing kept, TrackedPost post)
    {
        var claim = Claimed(post, 1);
        (await kept.Corrections.Take(claim, Start, Cancel)).ShouldBeTrue();
        await kept.Corrections.Save(post, claim, ends: true, Cancel);
    }

    private async Task Append(Outgoing kept, CommunityId community, StoryEvent happened, string story = "bridge")
    {
        var stream = new StreamId($"{community} {story} {++appended}");
        var append = new Append
        {
            Command = new CommandId($"c{appended}"),
            Community = community,
            Story = new StorySlug(story),
            By = new PersonKey("p1"),
            Reason = "Because.",
            Events = [new Proposed(stream, 0, happened)],
        };
        (await kept.Journal.Append(append, Cancel)).ShouldBeOfType<AppendResult.Appended>();
    }
}
