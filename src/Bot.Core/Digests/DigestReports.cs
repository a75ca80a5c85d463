using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Digests;

/// <summary>What is told of digests: when they come, what became of them, what they would say, and why.</summary>
public sealed class DigestReports(ISlots slots, FindZone zones, FrozenSince frozen, DigestRules rules, TimeProvider time)
{
    private const int Shown = 3;
    private const int MostButtons = 5;

    /// <summary>The schedule with its next time.</summary>
    public Appointment Next(Schedule schedule)
    {
        var words = $"{schedule.Id}: {TimingWords.Of(schedule.Timing)}, in";
        if (schedule.Paused is not null || zones(schedule.Timing.Zone) is not { } zone)
        {
            return Appointment.Without(words, schedule.Place);
        }

        var next = Calendar.Next(schedule.Timing, zone, schedule.LastDue, time.GetUtcNow());
        return new Appointment(
            words,
            schedule.Place,
            schedule.Timing.At is null ? DigestWords.NextIfNew : DigestWords.Next,
            next,
            $"{DigestWords.Moment(WallClock.At(zone, next))} ({schedule.Timing.Zone})"
        );
    }

    /// <summary>What can be done with a schedule by a button.</summary>
    public static Actions ToDoWith(Schedule schedule) =>
        new([
            To(DigestWords.Preview, "preview", schedule),
            To(DigestWords.TestPost, "test", schedule),
            To(DigestWords.Change, "schedule", schedule),
            To(DigestWords.Remove, "remove", schedule),
        ]);

    public async Task<Reply> List(IReadOnlyList<Schedule> all, CancellationToken cancellation)
    {
        if (all.Count == 0)
        {
            return new Notice
            {
                Headline = DigestWords.NoneHere,
                Parts = [new Hint(DigestWords.HowToBegin), new Actions([new ReplyAction(DigestWords.SetUpHere, "/digest schedule")])],
            };
        }

        var parts = new List<Part>();
        foreach (var schedule in all)
        {
            parts.Add(Next(schedule));
            parts.AddRange((await State(schedule, 1, cancellation)).Select(words => new Line(words)));
        }

        return new Listing
        {
            Headline = DigestWords.Listed(all),
            Parts =
            [
                .. parts,
                all is [var only]
                    ? ToDoWith(only)
                    : new Actions([
                        .. all.Take(MostButtons).Select(schedule => To($"{DigestWords.Change} {schedule.Id}", "schedule", schedule)),
                    ]),
            ],
            Foot = DigestWords.Manage,
        };
    }

    /// <param name="schedule">Null: there is none, and it would be the first digest.</param>
    public Reply Preview(Schedule? schedule, StorySnapshot story)
    {
        var zone = zones(schedule?.Timing.Zone ?? story.Story.TimeZone) ?? TimeZoneInfo.Utc;
        var now = time.GetUtcNow();
        return DigestOf.Of(story, schedule?.Progress ?? Progress.None, zone, now) is { } digest
            ? DigestWords.Previewed(digest, DigestTimeline.Of(story, digest, story.DayOf(now)))
            : new Notice
            {
                Headline = DigestWords.NothingSince(
                    schedule?.Progress.Covered is { } covered ? WallClock.At(zone, covered.PostedAt) : null
                ),
            };
    }

    /// <summary>Item by item what is new and why it is told or not; stage by stage how far each schedule is.</summary>
    public async Task<Reply> Why(IReadOnlyList<Schedule> all, StorySnapshot story, PlaceId? place, CancellationToken cancellation)
    {
        if (all.Count == 0)
        {
            return new Notice { Headline = DigestWords.NoneHere, Parts = [new Hint(DigestWords.HowToBegin)] };
        }

        var schedule = all.FirstOrDefault(known => known.Place == place) ?? all[0];
        var items = Items(schedule, story);
        var parts = new List<Part> { Next(schedule), new Heading(DigestWords.Stages) };
        parts.Add(new Explanation([.. await State(schedule, Shown, cancellation)]));
        parts.Add(new Heading(DigestWords.ItemByItem));
        parts.Add(items.Count == 0 ? new Hint(DigestWords.NoItems) : new Explanation([.. items.Take(Presenter.MostListed)]));
        return new Notice { Headline = DigestWords.WhyHeadline(items.Count), Parts = parts };
    }

    private static ReplyAction To(string label, string verb, Schedule schedule) => new(label, $"/digest {verb} which:{schedule.Id}");

    private static List<string> Items(Schedule schedule, StorySnapshot story) =>
        schedule.Progress.Covered is { } covered && covered.Story == story.Story.Slug
            ? [.. News.Since(story, covered.Position).Select(DigestWords.Why)]
            : [DigestWords.FirstOne];

    private async Task<IReadOnlyList<string>> State(Schedule schedule, int most, CancellationToken cancellation)
    {
        var lines = new List<string>();
        if (await frozen(cancellation) is { } restored)
        {
            lines.Add(DigestWords.Frozen(restored));
        }

        if (schedule.Paused is { } paused)
        {
            lines.Add(DigestWords.IsPaused(paused));
        }

        if (zones(schedule.Timing.Zone) is null)
        {
            lines.Add(DigestWords.NoSuchZone(schedule.Timing.Zone));
        }

        if (schedule.Paused is null && schedule.Progress.Failing is { } failing)
        {
            lines.Add(DigestWords.IsFailing(failing, rules.PauseAfter));
        }

        var latest = await slots.Latest(schedule.Community, schedule.Id, most, cancellation);
        lines.AddRange(latest.Select(DigestWords.Last));
        if (latest.Count == 0)
        {
            lines.Add(DigestWords.NoneYet);
        }

        return lines;
    }
}
