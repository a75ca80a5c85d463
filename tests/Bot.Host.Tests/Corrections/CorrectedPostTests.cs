using Bot.Core.Corrections;
using Bot.Core.Moderation;
using Bot.Host.Tests.Drawn;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Corrections;

/// <summary>What was shown to everybody is corrected where it stands, over the stand-in for Discord.</summary>
public sealed class CorrectedPostTests : PostedSide
{
    [Fact]
    public async Task A_fact_that_was_taken_back_leaves_the_post_after_the_grace_time_and_a_note_says_so_once_across_a_restart()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        var was = Story(host).Book[fact].Says;
        post.Embeds.ToJsonString().ShouldContain(was);

        await Make(host, new Change.Retract(fact, Today));
        await Pass(Grace - TimeSpan.FromSeconds(10));
        post.Edited.ShouldBeNull();
        await host.DisposeAsync();
        host = await Start();
        await Until(() => post.Edited is not null && Notes(post).Count == 1);

        Text(post).ShouldNotContain(was);
        Text(post).ShouldContain("its source took it back");
        Text(post).ShouldContain("Corrected on 1 June 2026, 09:00 UTC.");
        Button(post, "Remove").ShouldNotBeNull();
        var note = Notes(post).ShouldHaveSingleItem();
        Text(note).ShouldNotContain(was);
        Text(note).ShouldContain("What we said is not repeated here: its source took it back.");
        Text(note).ShouldContain("Reason given: Because.");
        await new[] { post, note }.Draw("discord-corrected");
        await host.DisposeAsync();
        host = await Start();
        await Pass(TimeSpan.FromHours(1));
        Notes(post).ShouldHaveSingleItem();
        (await Tracked(host))[0].State.ShouldBe(CorrectionState.Corrected);
        var remove = await Discord.Press(Button(post, "Remove")!, Cancellation, doing => doing with { On = post });
        (await Discord.Finished(remove, Cancellation)).ShouldBe("Removed.");
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_undoes_a_change_within_the_grace_time_disturbs_nobody()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;

        await Make(host, new Change.Retract(fact, Today));
        await Pass(Grace - TimeSpan.FromSeconds(30));
        await Make(host, new Change.Undo(fact));
        await Pass(TimeSpan.FromHours(1));

        (post.Edited, Notes(post).Count).ShouldBe((null, 0));
        var tracked = (await Tracked(host)).ShouldHaveSingleItem();
        (tracked.Pending, tracked.State).ShouldBe((null, CorrectionState.AsPosted));
    }

    [Fact]
    public async Task What_is_held_is_said_to_be_checked_at_once_and_the_note_waits_whether_it_stands()
    {
        var host = await Start();
        var (first, second) = (await Share(), await Share("what did divers find?"));
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        var was = Story(host).Book[fact].Says;

        await Make(host, new Change.Hold(fact));
        await Until(() => first.Edited is not null);

        Text(first).ShouldNotContain(was);
        Text(first).ShouldContain("it is being checked, and is not given meanwhile");
        Time.GetUtcNow().ShouldBeLessThan(new DateTimeOffset(2026, 6, 1, 9, 2, 0, TimeSpan.Zero));
        await Make(host, new Change.Release(fact));
        await Until(() => Text(first).Contains(was, StringComparison.Ordinal));
        await Pass(TimeSpan.FromMinutes(30));
        Notes(first).ShouldBeEmpty();

        await Make(host, new Change.Hold(fact));
        await Until(() => Notes(first).Count == 1);
        Text(Notes(first)[0]).ShouldContain("What is said above is being checked.");
        Text(Notes(first)[0]).ShouldNotContain(was);
        await Make(host, new Change.Release(fact));
        await Until(() => Notes(first).Count == 2);
        Text(Notes(first)[1]).ShouldContain("What was being checked is given again.");
        Text(Notes(first)[1]).ShouldContain(was);
        second.Id.ShouldNotBe(first.Id);
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moderator_sends_at_once_or_stops_what_waits()
    {
        var host = await Start();
        var post = await Share();
        var corrections = host.Services.GetRequiredService<ICorrections>();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;

        await Make(host, new Change.Retract(fact, Today));
        (await corrections.Instruct(Community, fact, Instruction.Stop, Cancellation)).ShouldBe(1);
        await Pass(TimeSpan.FromMinutes(30));
        (post.Edited, (await Tracked(host))[0].State).ShouldBe((null, CorrectionState.Stopped));

        (await corrections.Instruct(Community, fact, Instruction.SendNow, Cancellation)).ShouldBe(1);
        await Until(() => Notes(post).Count == 1);

        var changed = Time.GetUtcNow();
        await Make(host, new Change.Undo(fact));
        (await corrections.Instruct(Community, fact, Instruction.SendNow, Cancellation)).ShouldBe(1);
        await Until(() => Notes(post).Count == 2);
        Time.GetUtcNow().ShouldBeLessThan(changed + Grace);
        await Pass(TimeSpan.FromMinutes(30));
        Notes(post).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_Discord_does_not_let_be_edited_is_kept_with_the_reason_and_tried_again_when_a_moderator_wants_it()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        Discord.StandIn.World.Refusing[Channel] = 50001;

        await Make(host, new Change.Retract(fact, Today));
        await Until(async () => (await Tracked(host))[0].State == CorrectionState.CannotEdit);

        (await Tracked(host))[0].Why.ShouldNotBeNullOrEmpty();
        Discord.StandIn.World.Refusing.Clear();
        await Pass(TimeSpan.FromHours(2));
        post.Edited.ShouldBeNull();
        await host.Services.GetRequiredService<ICorrections>().Instruct(Community, fact, Instruction.SendNow, Cancellation);
        await Until(() => post.Edited is not null && Notes(post).Count == 1);
        (await Tracked(host))[0].State.ShouldBe(CorrectionState.Corrected);
    }

    [Fact]
    public async Task What_is_disturbed_is_tried_again_and_a_note_whose_answer_got_lost_is_there_once()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        static bool Edit(StandInCall call) => call.Method == "PATCH";
        static bool Post(StandInCall call) => call.Method == "POST" && call.Template.EndsWith("/messages", StringComparison.Ordinal);
        Discord.StandIn.Next([
            .. Enumerable.Range(0, 9).Select(_ => new Fault.Disturbed(502) { When = Edit }),
            .. Enumerable.Range(0, 7).Select(_ => new Fault.Dropped(Done: true) { When = Post }),
        ]);

        await Make(host, new Change.Retract(fact, Today));
        await Until(() => Notes(post).Count == 1);
        await Until(async () => (await Tracked(host))[0].Pending is null);

        await Pass(TimeSpan.FromMinutes(30));
        Notes(post).ShouldHaveSingleItem();
        (await Tracked(host))[0].State.ShouldBe(CorrectionState.Corrected);
    }
}
