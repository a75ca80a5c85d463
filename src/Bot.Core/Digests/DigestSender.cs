using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Digests;

/// <summary>
/// Sends one digest that was taken. Each step is written down before the next is done, so that whoever comes after a death at any point knows what may have happened: it is in
/// the receipts, which are written before anything is sent.
/// </summary>
public sealed class DigestSender(
    IDigests digests,
    ISlots slots,
    IReceipts receipts,
    Poster poster,
    DigestPictures pictures,
    IPeople people,
    Shelf shelf,
    FindZone zones,
    DigestRules rules,
    TimeProvider time
)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async Task Send(IPlatform platform, Slot slot, CancellationToken cancellation)
    {
        if (await digests.Find(slot.Key.Community, slot.Key.Schedule, cancellation) is not { } schedule)
        {
            return;
        }

        var (progress, now) = (schedule.Progress, time.GetUtcNow());
        if (await receipts.Find(slot.Key.Community, slot.Key.Delivery, cancellation) is { } receipt)
        {
            await Recover(platform, slot, schedule, receipt, cancellation);
        }
        else if (schedule.Paused is { } paused)
        {
            await Settle(slot, SlotState.Skipped, progress, paused.Reason, cancellation);
        }
        else if (zones(schedule.Timing.Zone) is not { } zone)
        {
            await Settle(slot, SlotState.Skipped, progress, DigestWords.NoSuchZone(schedule.Timing.Zone), cancellation);
        }
        else if (slot.Cause != Cause.Asked && Calendar.QuietUntil(schedule.Timing, zone, now) is { } end)
        {
            await slots.Settle(
                slot with
                {
                    State = SlotState.Due,
                    NotBefore = end,
                    Why = DigestWords.InQuietHours,
                },
                progress,
                cancellation
            );
        }
        else if (shelf.Story(shelf.Now, slot.Key.Community) is not { } story)
        {
            await slots.Settle(slot with { State = SlotState.Due, NotBefore = now + Soon }, progress, cancellation);
        }
        else if (DigestOf.Of(story, progress, zone, now) is not { } digest)
        {
            await Settle(slot, SlotState.Quiet, Told(progress, story), DigestWords.NothingNew, cancellation);
        }
        else
        {
            await Send(platform, slot with { UpTo = (story.Story.Slug, digest.Position) }, schedule, digest, story, cancellation);
        }
    }

    private async Task Send(
        IPlatform platform,
        Slot slot,
        Schedule schedule,
        Digest digest,
        StorySnapshot story,
        CancellationToken cancellation
    )
    {
        if (!await slots.Begin(slot, cancellation))
        {
            return;
        }

        switch (await poster.Send(platform, await Post(slot, schedule, digest, story, cancellation), cancellation))
        {
            case Posted.Now { Sent: Sent.Arrived arrived }:
                await Arrived(slot, schedule, digest.IsFinal, arrived.NoPicture, cancellation);
                break;
            case Posted.Now { Sent: Sent.Refused refused }:
                await Refused(platform, slot, schedule, refused.Why, cancellation);
                break;
            case Posted.Now { Sent: Sent.Unknown unknown }:
                await Unsure(platform, slot, schedule, unknown.Sentence, cancellation);
                break;
            default:
                // Somebody else was faster, and notes what became of it.
                break;
        }
    }

    /// <summary>It was begun before, and whoever did so did not come to its end.</summary>
    private async Task Recover(IPlatform platform, Slot slot, Schedule schedule, Receipt receipt, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (receipt.State != PostState.Sending)
        {
            await Arrived(slot, schedule, IsClosed(slot), noPicture: null, cancellation);
        }
        else if (
            now + DigestRules.Patience < receipt.At + platform.KnownAgain
            && zones(schedule.Timing.Zone) is { } zone
            && shelf.Story(shelf.Now, slot.Key.Community) is { } story
            && DigestOf.Of(story, schedule.Progress, zone, now) is { } digest
            && await poster.Again(platform, await Post(slot, schedule, digest, story, cancellation), cancellation) is Sent.Arrived arrived
        )
        {
            await Arrived(slot, schedule, digest.IsFinal, arrived.NoPicture, cancellation);
        }
        else
        {
            await GiveUp(platform, slot, schedule, DigestWords.NobodyKnows, cancellation);
        }
    }

    private async Task Arrived(Slot slot, Schedule schedule, bool isFinal, string? noPicture, CancellationToken cancellation)
    {
        var covered = slot.UpTo is { } upTo ? new Covered(upTo.Story, upTo.Position, time.GetUtcNow(), isFinal) : schedule.Progress.Covered;
        string?[] why =
        [
            slot.Missed > 0 ? DigestWords.Missed(slot.Missed) : null,
            noPicture is null ? null : DigestWords.NoPicture(noPicture),
        ];
        await Settle(
            slot,
            SlotState.Sent,
            new Progress { Covered = covered },
            string.Join(' ', why.OfType<string>()) is { Length: > 0 } said ? said : null,
            cancellation
        );
    }

    /// <summary>Where the platform makes no second post of it, it is sent once more; else there is nothing that could be done without risk.</summary>
    private async Task Unsure(IPlatform platform, Slot slot, Schedule schedule, string why, CancellationToken cancellation)
    {
        if (platform.KnownAgain > TimeSpan.Zero)
        {
            await slots.Settle(
                slot with
                {
                    State = SlotState.Due,
                    NotBefore = time.GetUtcNow() + TimeSpan.FromSeconds(15),
                    Why = why,
                },
                schedule.Progress,
                cancellation
            );
            return;
        }

        await GiveUp(platform, slot, schedule, why, cancellation);
    }

    private async Task GiveUp(IPlatform platform, Slot slot, Schedule schedule, string why, CancellationToken cancellation)
    {
        var progress = schedule.Progress with { Unsure = slot.Key.Local };
        if (await Settle(slot, SlotState.Unknown, progress, why, cancellation))
        {
            await Tell(platform, schedule, $"unsure {slot.Key.LocalText}", DigestWords.TellUnsure(slot.Key.Local, why), cancellation);
        }
    }

    /// <summary>It stays due. Who set it up is told at the second time, and once: what helps at the first try again is no news.</summary>
    private async Task Refused(IPlatform platform, Slot slot, Schedule schedule, WhyNot why, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var before = schedule.Progress.Failing is { } known && known.Since >= schedule.Since ? known : null;
        var failing = new Failing(before?.Since ?? now, why.Sentence, Told: before is not null);
        var progress = schedule.Progress with { Failing = failing };
        if (now - failing.Since >= rules.PauseAfter)
        {
            var pause = new Pause(now, PauseCause.Failing, DigestWords.PausedAfter(failing.Since, why.Sentence));
            await digests.Save(schedule with { Paused = pause }, cancellation);
            await Settle(slot, SlotState.Skipped, progress, pause.Reason, cancellation);
            return;
        }

        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(slot.Tries - 1, 6)));
        var settled = await slots.Settle(
            slot with
            {
                State = SlotState.Failing,
                NotBefore = now + (wait < Longest ? wait : Longest),
                Why = why.Sentence,
            },
            progress,
            cancellation
        );
        if (settled && before is { Told: false })
        {
            await Tell(
                platform,
                schedule,
                $"failing {failing.Since.ToUnixTimeSeconds()}",
                DigestWords.TellFailing(why.Sentence, rules.PauseAfter),
                cancellation
            );
        }
    }

    /// <summary>Whom it does not reach sees it in the list.</summary>
    private async Task Tell(IPlatform platform, Schedule schedule, string about, string sentence, CancellationToken cancellation)
    {
        if (await people.User(schedule.Community, schedule.By, cancellation) is { } user)
        {
            await platform.Tell(
                schedule.Community,
                user,
                new DeliveryId($"digest {schedule.Community} {schedule.Id} {about}"),
                new Notice { Headline = platform.Naming.Within(sentence) },
                cancellation
            );
        }
    }

    /// <summary>Where there was nothing to say, what lies behind need not be looked at again.</summary>
    private static Progress Told(Progress progress, StorySnapshot story) =>
        progress.Covered is { } covered && covered.Story == story.Story.Slug
            ? progress with
            {
                Covered = covered with { Position = story.Position, IsFinal = covered.IsFinal && story.Story.Closed is not null },
            }
            : progress;

    private bool IsClosed(Slot slot) =>
        slot.UpTo is { } upTo && shelf.Story(shelf.Now, slot.Key.Community, upTo.Story.Value)?.Story.Closed is not null;

    private ValueTask<bool> Settle(Slot slot, SlotState state, Progress progress, string? why, CancellationToken cancellation) =>
        slots.Settle(slot with { State = state, Why = why }, progress, cancellation);

    private async Task<OutgoingPost> Post(
        Slot slot,
        Schedule schedule,
        Digest digest,
        StorySnapshot story,
        CancellationToken cancellation
    ) =>
        new()
        {
            Community = slot.Key.Community,
            Delivery = slot.Key.Delivery,
            Place = slot.Key.Place,
            Story = slot.UpTo?.Story,
            Reply = slot.Missed > 0 ? digest with { Parts = [new Hint(DigestWords.Missed(slot.Missed)), .. digest.Parts] } : digest,
            Picture = await pictures.Of(story, digest, story.DayOf(time.GetUtcNow()), cancellation),
            Digest = new DigestSpan(
                digest.Kind,
                slot.Key.Local,
                digest.Kind == DigestKind.Baseline ? digest.Position : schedule.Progress.Covered?.Position ?? digest.Position,
                digest.Position
            ),
            Patience = DigestRules.Patience,
        };
}
