using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Digests;

/// <summary>How digests are set up and changed: on a form, or by a command that says it all.</summary>
public sealed class DigestSetup(
    IDigests digests,
    DigestChannel channel,
    DigestReports reports,
    ButtonIds buttons,
    IPeople people,
    TimeProvider time
)
{
    /// <summary>The most schedules that a community has.</summary>
    public const int Most = 10;

    /// <summary>The form, or why there is none.</summary>
    /// <param name="typed">What stands in it; null: what was set up, or what is usual.</param>
    public Reply Form(
        PlaceId place,
        IReadOnlyDictionary<string, string>? typed,
        StorySnapshot story,
        IReadOnlyList<Schedule> all,
        DigestAsker asker
    )
    {
        var before = WhichDigest.At(place, all);
        return Obstacle(channel.Of(asker.Community), before, all) is { } obstacle
            ? new Refusal { Headline = obstacle }
            : DigestForm.Of(
                buttons.Form(
                    new FormRef(FormKind.Digest, story.Story.Slug.Handle, Digest: new DigestRef(place, DigestForm.Seen(before))),
                    asker.Community,
                    asker.By.User
                ),
                before?.Timing
                    ?? TimingReader.Usual(
                        TimingReader.Zone(asker.Zone ?? "") ?? (all is [var other, ..] ? other.Timing.Zone : story.Story.TimeZone)
                    ),
                typed
            );
    }

    /// <summary>What was filled in on a form that came back.</summary>
    /// <param name="values">By the fields' keys; what was left empty may be missing.</param>
    public async Task<DigestSaid> Submit(
        DigestRef sent,
        IReadOnlyDictionary<string, string> values,
        StorySnapshot story,
        IReadOnlyList<Schedule> all,
        DigestAsker asker,
        CancellationToken cancellation
    )
    {
        var before = WhichDigest.At(sent.Place, all);
        var reply = TimingReader.Read(key => values.GetValueOrDefault(key)?.Trim() is { Length: > 0 } value ? value : null) switch
        {
            TimingReader.Result.Mistaken mistaken => new Refusal { Headline = mistaken.Sentence, Field = mistaken.Option },
            TimingReader.Result.Read read when sent.Seen != DigestForm.Seen(before) && before?.Timing != Zoned(read.Timing, story) =>
                new Refusal { Headline = before is null ? DigestWords.RemovedMeanwhile : DigestWords.ChangedMeanwhile(before.Timing) },
            TimingReader.Result.Read read => await SetUp(sent.Place, read.Timing, story, all, asker, cancellation),
            _ => throw new UnreachableException(),
        };
        return new DigestSaid(reply)
        {
            Again =
                reply is Refusal
                    ? new ReplyButton(DigestWords.Again, ButtonIds.Plan(new Command.PlanDigest(before?.Id.Value, values)))
                    : null,
        };
    }

    /// <summary>Set up where the moderator wants it, or changed where there are digests already; tried out by a post first, so that a missing permission shows now.</summary>
    public async Task<Reply> SetUp(
        PlaceId place,
        Timing wanted,
        StorySnapshot story,
        IReadOnlyList<Schedule> all,
        DigestAsker asker,
        CancellationToken cancellation
    )
    {
        var (platform, before) = (channel.Of(asker.Community), WhichDigest.At(place, all));
        if (Obstacle(platform, before, all) is { } obstacle)
        {
            return new Refusal { Headline = obstacle };
        }

        var schedule = new Schedule
        {
            Id = before?.Id ?? ScheduleId.Of(asker.Delivery),
            Community = asker.Community,
            Place = place,
            Timing = Zoned(wanted, story),
            By = await people.Key(asker.Community, asker.By.User, cancellation),
            Since = time.GetUtcNow(),
            Progress = before?.Progress ?? Progress.None,
        };
        var sentence = DigestWords.ComeHere(story.Story.Title, schedule.Timing);
        var tried = await channel.Try(platform!, schedule, sentence, story, asker, cancellation);
        if (tried is Posted.Now { Sent: Sent.Refused refused })
        {
            return new Refusal { Headline = DigestWords.NotPostedThere(refused.Why.Sentence) };
        }

        await digests.Save(schedule, cancellation);
        return new Notice
        {
            Headline = DigestWords.SetUp(
                schedule,
                isNew: before is null,
                isHere: asker.Place == place,
                isSure: tried is not Posted.Now { Sent: Sent.Unknown }
            ),
            Parts =
            [
                reports.Next(schedule),
                .. DigestWords.WillHappen(schedule.Timing, schedule.Progress.Covered is null).Select(words => new Line(words)),
                DigestReports.ToDoWith(schedule),
            ],
        };
    }

    /// <summary>Why none can be set up there; null where they can.</summary>
    private static string? Obstacle(IPlatform? platform, Schedule? before, IReadOnlyList<Schedule> all) =>
        platform is null ? DigestWords.NeedsChannel
        : before is null && all.Count >= Most ? DigestWords.TooMany(Most)
        : null;

    private static Timing Zoned(Timing timing, StorySnapshot story) =>
        timing.Zone.Length > 0 ? timing : timing with { Zone = story.Story.TimeZone };
}
