using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Digests;

/// <summary>Who asks for something about digests, and where.</summary>
/// <param name="Delivery">What made it: repeated, it does nothing twice.</param>
public sealed record DigestAsker(Caller By, PlaceId Place, DeliveryId Delivery)
{
    public CommunityId Community => By.Community;
}

/// <summary>Where commands about digests are done: they are kept, tried out and sent. It takes longer than an answer, so it is acknowledged first.</summary>
public sealed class DigestDesk(
    IDigests digests,
    ISlots slots,
    DigestRound round,
    DigestReports reports,
    Poster poster,
    IEnumerable<IPlatform> platforms,
    IPeople people,
    Shelf shelf,
    FrozenSince frozen,
    FindZone zones,
    TimeProvider time
)
{
    /// <summary>The most schedules that a community has.</summary>
    public const int Most = 10;

    /// <summary>What everybody shall see is for who moderates; why it is so anybody may ask.</summary>
    /// <param name="naming">How commands are called where the reply is read.</param>
    public async Task<Reply> Do(Command.OfDigests command, DigestAsker asker, Naming naming, CancellationToken cancellation) =>
        command is Command.WhyDigest || asker.By.Standing is Standing.Moderator
            ? Named(await Do(command, asker, cancellation), naming)
            : Denials.Refusal(asker.By.Standing, naming);

    private async Task<Reply> Do(Command.OfDigests command, DigestAsker asker, CancellationToken cancellation)
    {
        if (shelf.Story(shelf.Now, asker.Community) is not { } story)
        {
            return Refuse(CommandWords.NothingLoaded);
        }

        var all = await digests.OfCommunity(asker.Community, cancellation);
        return command switch
        {
            Command.ScheduleDigest schedule => await Schedule(schedule.Timing, story, all, asker, cancellation),
            Command.ListDigests => await reports.List(all, cancellation),
            Command.WhyDigest => await reports.Why(all, story, asker.Place, cancellation),
            Command.PreviewDigest when all.Count == 0 => reports.Preview(null, story),
            Command.OfDigest of when Meant(of.Which, all, asker.Place) is not { } => Refuse(DigestWords.WhichOne(all, of.Which)),
            Command.PreviewDigest preview => reports.Preview(Meant(preview.Which, all, asker.Place), story),
            Command.DigestNow now => await Now(Meant(now.Which, all, asker.Place)!, asker, cancellation),
            Command.PauseDigest pause => await Pause(Meant(pause.Which, all, asker.Place)!, pause.Reason, cancellation),
            Command.ResumeDigest resume => await Resume(Meant(resume.Which, all, asker.Place)!, cancellation),
            Command.RemoveDigest remove => await Remove(Meant(remove.Which, all, asker.Place)!, cancellation),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Set up where the moderator is, or changed where there are digests already; tried out by a post first, so that a missing permission shows now.</summary>
    private async Task<Reply> Schedule(
        Timing wanted,
        StorySnapshot story,
        IReadOnlyList<Schedule> all,
        DigestAsker asker,
        CancellationToken cancellation
    )
    {
        var before = all.FirstOrDefault(known => known.Place == asker.Place);
        var timing = wanted.Zone.Length > 0 ? wanted : wanted with { Zone = story.Story.TimeZone };
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
            Place = asker.Place,
            Timing = timing,
            By = await people.Key(asker.Community, asker.By.User, cancellation),
            Since = time.GetUtcNow(),
            Progress = before?.Progress ?? Progress.None,
        };
        var test = new OutgoingPost
        {
            Community = asker.Community,
            Delivery = new DeliveryId($"digest test {asker.Community} {schedule.Id} {asker.Delivery}"),
            Place = asker.Place,
            Story = story.Story.Slug,
            Reply = new Notice { Headline = DigestWords.ComeHere(story.Story.Title, timing), Parts = [reports.Next(schedule)] },
            Patience = DigestRules.Patience,
        };
        var tried = await poster.Send(platform, test, cancellation);
        if (tried is Posted.Now { Sent: Sent.Refused refused })
        {
            return Refuse(DigestWords.NotPostedThere(refused.Why.Sentence));
        }

        await digests.Save(schedule, cancellation);
        return new Notice
        {
            Headline = DigestWords.SetUp(schedule, isNew: before is null, isSure: tried is not Posted.Now { Sent: Sent.Unknown }),
            Parts =
            [
                reports.Next(schedule),
                new Actions([new ReplyAction("Preview", "/digest preview"), new ReplyAction("List", "/digest list")]),
            ],
        };
    }

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

    private static Schedule? Meant(string? which, IReadOnlyList<Schedule> all, PlaceId place) =>
        which is { Length: > 0 }
            ? all.Where(known => known.Id.Value.StartsWith(which.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var named]
                ? named
                : null
            : all.FirstOrDefault(known => known.Place == place) ?? (all is [var only] ? only : null);

    /// <summary>What a digest quotes of the story is left as it is.</summary>
    private static Reply Named(Reply reply, Naming naming) =>
        reply is Digest
            ? reply
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
