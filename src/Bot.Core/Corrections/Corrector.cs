using System.Diagnostics;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Delivery.Sharing;
using Bot.Core.Journal;

namespace Bot.Core.Corrections;

/// <summary>
/// Corrects one post, step by step; what was done is kept after each, so that it goes on from there wherever it was broken off. An edit may be done again, a note may not:
/// what it tells is kept before it is sent, and its receipt says whether it was.
/// </summary>
public sealed class Corrector(
    ICorrections corrections,
    Poster poster,
    Desk desk,
    Shelf shelf,
    ButtonIds buttons,
    TimeProvider time,
    CorrectionRules rules
)
{
    /// <summary>How long whoever corrects a post keeps it from others.</summary>
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(1);

    /// <param name="platform">That of its community.</param>
    /// <returns>Whether there was anything to do by now.</returns>
    public async Task<bool> Correct(IPlatform platform, TrackedPost post, CancellationToken cancellation)
    {
        var (state, now) = (shelf.Now, time.GetUtcNow());
        if (shelf.Story(state, post.Receipt.Community, post.Receipt.Story.Value) is not { } story || !Has(story, post.Pending))
        {
            // It comes to readers here in a moment, or by a newer program.
            return false;
        }

        var plan = Plan.Of(post, new PostedFacts(story, post.Receipt.Facts), now, rules);
        var claim = new Claim(post.Receipt.Community, post.Receipt.Delivery, now + Claimed);
        if (plan.IsNothing || !await corrections.Take(claim, now, cancellation))
        {
            return false;
        }

        var (after, goesOn) =
            plan.IsStopped ? (Plan.Left(post, CorrectionState.Stopped, null), false)
            : plan.IsEdit
                ? await Edit(platform, plan, post, claim, new Recomposer(desk, state, story, post, story.DayOf(now)).Reply(), cancellation)
            : (post, true);
        if (goesOn && plan.IsNote)
        {
            (after, goesOn) = await Note(platform, plan, after, claim, story, cancellation);
        }

        await corrections.Save(goesOn ? plan.Settled(after) : after, claim, ends: true, cancellation);
        return true;
    }

    /// <summary>Whether what is pending has come to the story as readers have it here.</summary>
    private static bool Has(StorySnapshot story, PendingChange? pending) =>
        pending is null || ((story.Below ?? story).Position >= pending.OfBase && story.Position >= pending.OfCommunity);

    private async Task<(TrackedPost Post, bool GoesOn)> Edit(
        IPlatform platform,
        Plan plan,
        TrackedPost post,
        Claim claim,
        Reply reply,
        CancellationToken cancellation
    )
    {
        if (post.Receipt.Post is not { } id)
        {
            return (Plan.Left(post, CorrectionState.CannotEdit, CorrectionWords.NotArrived), false);
        }

        var at = new PostPlace(post.Receipt.Community, post.Receipt.Place, id);
        switch (await platform.Edit(at, reply, Beside(post.Receipt), cancellation))
        {
            case Edited.Done:
                var shown = plan.Shown(post);
                await corrections.Save(shown, claim, ends: false, cancellation);
                return (shown, true);
            case Edited.Refused { Why: not WhyNot.Later and var why }:
                return (Plan.Left(post, CorrectionState.CannotEdit, why.Sentence), false);
            case Edited.Refused { Why: var why }:
                return (Plan.Later(post, time.GetUtcNow(), CorrectionState.CannotEdit, why.Sentence), false);
            case Edited.Unknown unknown:
                return (Plan.Later(post, time.GetUtcNow(), CorrectionState.CannotEdit, unknown.Sentence), false);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<(TrackedPost Post, bool GoesOn)> Note(
        IPlatform platform,
        Plan plan,
        TrackedPost post,
        Claim claim,
        StorySnapshot story,
        CancellationToken cancellation
    )
    {
        var noting = plan.Noting(post);
        if (post.Noting.Count == 0)
        {
            await corrections.Save(noting, claim, ends: false, cancellation);
        }

        var note = new OutgoingPost
        {
            Community = post.Receipt.Community,
            Delivery = NoteName.Of(post.Receipt.Delivery, noting.Notes),
            Place = post.Receipt.Place,
            Story = post.Receipt.Story,
            Reply = new NoteComposer(story, story.DayOf(time.GetUtcNow())).Note(plan.Told(noting)),
            ReplyTo = post.Receipt.Post,
        };
        return await poster.SendOnce(platform, note, cancellation) switch
        {
            Posted.Now { Sent: Sent.Arrived } => (Plan.AfterNote(noting, null), true),
            Posted.Now { Sent: Sent.Refused { Why: not WhyNot.Later and var why } } => (
                Plan.AfterNote(noting, CorrectionWords.NoteRefused(why.Sentence)),
                true
            ),
            Posted.Now { Sent: Sent.Refused { Why: var why } } => (
                Plan.Later(noting, time.GetUtcNow(), CorrectionState.NotNoted, why.Sentence),
                false
            ),
            Posted.Now { Sent: Sent.Unknown unknown } => (
                Plan.Later(noting, time.GetUtcNow(), CorrectionState.NotNoted, unknown.Sentence),
                false
            ),
            _ => (Plan.AfterNote(noting, CorrectionWords.NoteLost), true),
        };
    }

    /// <summary>Whoever had it posted can still take it away.</summary>
    private IReadOnlyList<ReplyButton> Beside(Receipt receipt) =>
        receipt.Asker is { } asker ? [new ReplyButton(SharingWords.Remove, buttons.Remove(receipt.Community, asker))] : [];
}
