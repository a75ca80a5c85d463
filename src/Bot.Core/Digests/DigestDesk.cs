using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Digests;

/// <summary>Who asks for something about digests, and where.</summary>
/// <param name="Place">Null where it is no channel: a window, or a page.</param>
/// <param name="Delivery">What made it: repeated, it does nothing twice.</param>
public sealed record DigestAsker(Caller By, PlaceId? Place, DeliveryId Delivery)
{
    public CommunityId Community => By.Community;

    /// <summary>The time zone that they live by, as the platform tells; null where it does not.</summary>
    public string? Zone { get; init; }
}

/// <summary>What is said to something about digests.</summary>
/// <param name="Picture">Beside the reply; null for none.</param>
public sealed record DigestSaid(Reply Reply, PostPicture? Picture = null)
{
    /// <summary>Opens the form that was not taken as it was filled in, where the platform has closed it; null for none.</summary>
    public ReplyButton? Again { get; init; }
}

/// <summary>Where commands about digests are done: they are kept, tried out and sent. It takes longer than an answer, so it is acknowledged first.</summary>
/// <param name="note">Null: nobody keeps count.</param>
public sealed class DigestDesk(
    IDigests digests,
    ISlots slots,
    DigestRound round,
    DigestReports reports,
    DigestPictures pictures,
    ButtonIds buttons,
    Poster poster,
    IEnumerable<IPlatform> platforms,
    IPeople people,
    Shelf shelf,
    FrozenSince frozen,
    FindZone zones,
    TimeProvider time,
    NoteReply? note = null
)
{
    /// <summary>The most schedules that a community has.</summary>
    public const int Most = 10;

    /// <summary>Whether a form that came back is for this desk.</summary>
    public bool IsFor(string? form, CommunityId community, UserId by) =>
        buttons.ReadForm(form, community, by) is SentForm.Live { Form.Kind: FormKind.Digest };

    /// <summary>What everybody shall see is for who moderates; why it is so anybody may ask.</summary>
    /// <param name="naming">How commands are called where the reply is read.</param>
    public async Task<DigestSaid> Do(Command.OfDigests command, DigestAsker asker, Naming naming, CancellationToken cancellation)
    {
        var said = await Say(command, asker, naming, cancellation);
        note?.Invoke(command.GetType().Name, asker.Community, said.Reply);
        return said;
    }

    private async Task<DigestSaid> Say(Command.OfDigests command, DigestAsker asker, Naming naming, CancellationToken cancellation)
    {
        if (command is not Command.WhyDigest && asker.By.Standing is not Standing.Moderator)
        {
            return new DigestSaid(Denials.Refusal(asker.By.Standing, naming));
        }

        if (shelf.Story(shelf.Now, asker.Community) is not { } story)
        {
            return new DigestSaid(Refuse(CommandWords.NothingLoaded));
        }

        var reply = await Do(command, story, asker, cancellation);
        return new DigestSaid(
            Named(reply, naming),
            reply is Digest { Shows: { } timeline } ? await pictures.Of(timeline, story.Story.Title, cancellation) : null
        );
    }

    /// <summary>What was filled in on a form.</summary>
    /// <param name="id">What the form carried.</param>
    /// <param name="values">By the fields' keys; what was left empty may be missing.</param>
    public async Task<DigestSaid> Submit(
        string? id,
        IReadOnlyDictionary<string, string> values,
        DigestAsker asker,
        Naming naming,
        CancellationToken cancellation
    )
    {
        if (asker.By.Standing is not Standing.Moderator)
        {
            return new DigestSaid(Denials.Refusal(asker.By.Standing, naming));
        }

        if (shelf.Story(shelf.Now, asker.Community) is not { } story)
        {
            return new DigestSaid(Refuse(CommandWords.NothingLoaded));
        }

        if (
            buttons.ReadForm(id, asker.Community, asker.By.User) is not SentForm.Live { Form: { Digest: { } sent, Story: var about } }
            || about != story.Story.Slug.Handle
        )
        {
            return new DigestSaid(Refuse(ButtonWords.AnotherStory));
        }

        var all = await digests.OfCommunity(asker.Community, cancellation);
        var before = all.FirstOrDefault(known => known.Place == sent.Place);
        var reply = TimingReader.Read(key => values.GetValueOrDefault(key)?.Trim() is { Length: > 0 } value ? value : null) switch
        {
            TimingReader.Result.Mistaken mistaken => new Refusal { Headline = mistaken.Sentence, Field = mistaken.Option },
            TimingReader.Result.Read read when sent.Seen != DigestForm.Seen(before) && before?.Timing != Zoned(read.Timing, story) =>
                Refuse(before is null ? DigestWords.RemovedMeanwhile : DigestWords.ChangedMeanwhile(before.Timing)),
            TimingReader.Result.Read read => await Schedule(sent.Place, read.Timing, story, all, asker, cancellation),
            _ => throw new UnreachableException(),
        };
        return new DigestSaid(Named(reply, naming))
        {
            Again =
                reply is Refusal
                    ? new ReplyButton(DigestWords.Again, ButtonIds.Plan(new Command.PlanDigest(before?.Id.Value, values)))
                    : null,
        };
    }

    private async Task<Reply> Do(Command.OfDigests command, StorySnapshot story, DigestAsker asker, CancellationToken cancellation)
    {
        var all = await digests.OfCommunity(asker.Community, cancellation);
        return command switch
        {
            Command.PlanDigest plan => Target(plan.Which, all, asker) is { } place
                ? Plan(place, plan.Typed, story, all, asker)
                : Refuse(Nowhere(plan.Which, all)),
            Command.ScheduleDigest schedule => Target(schedule.Which, all, asker) is { } place
                ? await Schedule(place, schedule.Timing, story, all, asker, cancellation)
                : Refuse(Nowhere(schedule.Which, all)),
            Command.ListDigests => await reports.List(all, cancellation),
            Command.WhyDigest => await reports.Why(all, story, asker.Place, cancellation),
            Command.PreviewDigest when all.Count == 0 => reports.Preview(null, story),
            Command.OfDigest of when Meant(of.Which, all, asker.Place) is not { } => Refuse(DigestWords.WhichOne(all, of.Which)),
            Command.PreviewDigest preview => reports.Preview(Meant(preview.Which, all, asker.Place), story),
            Command.TestDigest test => await Test(Meant(test.Which, all, asker.Place)!, story, asker, cancellation),
            Command.DigestNow now => await Now(Meant(now.Which, all, asker.Place)!, asker, cancellation),
            Command.PauseDigest pause => await Pause(Meant(pause.Which, all, asker.Place)!, pause.Reason, cancellation),
            Command.ResumeDigest resume => await Resume(Meant(resume.Which, all, asker.Place)!, cancellation),
            Command.RemoveDigest remove => await Remove(Meant(remove.Which, all, asker.Place)!, cancellation),
            _ => throw new UnreachableException(),
        };
    }

    private Reply Plan(
        PlaceId place,
        IReadOnlyDictionary<string, string>? typed,
        StorySnapshot story,
        IReadOnlyList<Schedule> all,
        DigestAsker asker
    )
    {
        var before = all.FirstOrDefault(known => known.Place == place);
        return !platforms.Any(each => each.Serves(asker.Community)) ? Refuse(DigestWords.NeedsChannel)
            : before is null && all.Count >= Most ? Refuse(DigestWords.TooMany(Most))
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

    /// <summary>Set up where the moderator wants it, or changed where there are digests already; tried out by a post first, so that a missing permission shows now.</summary>
    private async Task<Reply> Schedule(
        PlaceId place,
        Timing wanted,
        StorySnapshot story,
        IReadOnlyList<Schedule> all,
        DigestAsker asker,
        CancellationToken cancellation
    )
    {
        var before = all.FirstOrDefault(known => known.Place == place);
        if (platforms.FirstOrDefault(each => each.Serves(asker.Community)) is not { } platform)
        {
            return Refuse(DigestWords.NeedsChannel);
        }

        if (before is null && all.Count >= Most)
        {
            return Refuse(DigestWords.TooMany(Most));
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
        var tried = await Try(platform, schedule, DigestWords.ComeHere(story.Story.Title, schedule.Timing), story, asker, cancellation);
        if (tried is Posted.Now { Sent: Sent.Refused refused })
        {
            return Refuse(DigestWords.NotPostedThere(refused.Why.Sentence));
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

    private async Task<Reply> Test(Schedule schedule, StorySnapshot story, DigestAsker asker, CancellationToken cancellation) =>
        platforms.FirstOrDefault(each => each.Serves(asker.Community)) is not { } platform
            ? Refuse(DigestWords.NeedsChannel)
            : await Try(platform, schedule, DigestWords.IsTest(story.Story.Title, schedule.Timing), story, asker, cancellation) switch
            {
                Posted.Now { Sent: Sent.Refused refused } => Refuse(DigestWords.TestRefused(refused.Why.Sentence)),
                Posted.Now { Sent: Sent.Unknown } => new Notice { Headline = DigestWords.TestUnsure },
                _ => new Notice { Headline = DigestWords.TestArrived },
            };

    private Task<Posted> Try(
        IPlatform platform,
        Schedule schedule,
        string sentence,
        StorySnapshot story,
        DigestAsker asker,
        CancellationToken cancellation
    ) =>
        poster.Send(
            platform,
            new OutgoingPost
            {
                Community = schedule.Community,
                Delivery = new DeliveryId($"digest test {schedule.Community} {schedule.Id} {asker.Delivery}"),
                Place = schedule.Place,
                Story = story.Story.Slug,
                Reply = new Notice { Headline = sentence, Parts = [reports.Next(schedule)] },
                Patience = DigestRules.Patience,
            },
            cancellation
        );

    private async Task<Reply> Now(Schedule schedule, DigestAsker asker, CancellationToken cancellation)
    {
        if (schedule.Paused is { } paused)
        {
            return Refuse(DigestWords.IsPaused(paused));
        }

        if (await frozen(cancellation) is { } restored)
        {
            return Refuse(DigestWords.Frozen(restored));
        }

        if (zones(schedule.Timing.Zone) is not { } zone)
        {
            return Refuse(DigestWords.NoSuchZone(schedule.Timing.Zone));
        }

        var (now, local) = (time.GetUtcNow(), WallClock.At(zone, time.GetUtcNow()));
        var key = new SlotKey(schedule.Community, schedule.Place, schedule.Id, local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)));
        await slots.Claim(
            new Slot
            {
                Key = key,
                Cause = Cause.Asked,
                At = now,
                NotBefore = now,
            },
            cancellation
        );
        await round.Send(cancellation);
        var latest = await slots.Latest(schedule.Community, schedule.Id, 1, cancellation);
        return new Notice { Headline = latest is [var slot] ? DigestWords.Became(slot) : DigestWords.IsGone };
    }

    private async Task<Reply> Pause(Schedule schedule, string? reason, CancellationToken cancellation)
    {
        var pause = new Pause(time.GetUtcNow(), DigestWords.PausedBy(reason));
        await digests.Save(schedule with { Paused = schedule.Paused ?? pause }, cancellation);
        return new Notice { Headline = DigestWords.NowPaused, Parts = [new Hint((schedule.Paused ?? pause).Reason)] };
    }

    private async Task<Reply> Resume(Schedule schedule, CancellationToken cancellation)
    {
        if (schedule.Paused is null)
        {
            return new Notice { Headline = DigestWords.Runs, Parts = [reports.Next(schedule)] };
        }

        var running = schedule with { Paused = null, Since = time.GetUtcNow() };
        await digests.Save(running, cancellation);
        return new Notice { Headline = DigestWords.GoesOn, Parts = [reports.Next(running)] };
    }

    private async Task<Reply> Remove(Schedule schedule, CancellationToken cancellation)
    {
        await digests.Remove(schedule.Community, schedule.Id, cancellation);
        return new Notice { Headline = DigestWords.Removed };
    }

    /// <summary>Where digests are to be set up or changed; null where that cannot be told.</summary>
    private static PlaceId? Target(string? which, IReadOnlyList<Schedule> all, DigestAsker asker) =>
        which is { Length: > 0 } || asker.Place is null ? Meant(which, all, asker.Place)?.Place : asker.Place;

    private static string Nowhere(string? which, IReadOnlyList<Schedule> all) =>
        which is null && all.Count == 0 ? DigestWords.NeedsChannel : DigestWords.WhichOne(all, which);

    private static Timing Zoned(Timing timing, StorySnapshot story) =>
        timing.Zone.Length > 0 ? timing : timing with { Zone = story.Story.TimeZone };

    private static Schedule? Meant(string? which, IReadOnlyList<Schedule> all, PlaceId? place) =>
        which is { Length: > 0 }
            ? all.Where(known => known.Id.Value.StartsWith(which.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var named]
                ? named
                : null
            : all.FirstOrDefault(known => known.Place == place) ?? (all is [var only] ? only : null);

    private static Reply Named(Reply reply, Naming naming) =>
        reply is Digest digest
            ? digest.Called(naming)
            : reply with
            {
                Headline = naming.Within(reply.Headline),
                Foot = reply.Foot is { } foot ? naming.Within(foot) : null,
                Parts =
                [
                    .. reply.Parts.Select(part =>
                        part switch
                        {
                            Line line => line with { Words = naming.Within(line.Words) },
                            Hint hint => new Hint(naming.Within(hint.Words)),
                            Explanation steps => new Explanation([.. steps.Lines.Select(naming.Within)]),
                            _ => part,
                        }
                    ),
                ],
            };

    private static Refusal Refuse(string sentence) => new() { Headline = sentence };
}
