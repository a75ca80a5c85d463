using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;

namespace Bot.Testing.Digests;

/// <summary>What a store keeps of digests, opened empty; opened again it is the same store.</summary>
public sealed record KeptDigests(IDigests Digests, ISlots Slots, ICommunities Communities);

/// <summary>The rules written on the ports of digests, as tests: a part for each port. A store proves itself by inheriting them.</summary>
public abstract partial class DigestContract
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Start.AddMinutes(5);
    private static readonly DateTime Nine = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified);
    private static readonly CommunityId Guild = new("discord:1");
    private static readonly CommunityId Team = new("slack:T1");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The same store each time.</summary>
    protected abstract ValueTask<KeptDigests> Open();

    private static Schedule Daily(string id, CommunityId? community = null, string place = "c1", double minutes = 0) =>
        new()
        {
            Id = new ScheduleId(id),
            Community = community ?? Guild,
            Place = new PlaceId(place),
            Timing = new Timing
            {
                Days = Weekdays.FiveOfThem,
                At = new TimeOnly(9, 0),
                Zone = "Europe/Berlin",
                Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30)),
                AfterCorrections = true,
            },
            By = new PersonKey("p1"),
            Since = Start.AddMinutes(minutes),
        };

    private static Slot Due(Schedule schedule, int day = 0, Cause cause = Cause.Time) =>
        new()
        {
            Key = new SlotKey(schedule.Community, schedule.Place, schedule.Id, Nine.AddDays(day)),
            Cause = cause,
            At = Start.AddDays(day),
            NotBefore = Start.AddDays(day),
            Missed = 2,
        };

    private static Progress Through(long position) =>
        new()
        {
            Covered = new Covered(new StorySlug("bridge"), position, Start.AddHours(1), IsFinal: true),
            Unsure = Nine.AddDays(-1),
            Failing = new Failing(Start, "It is not allowed. Ask for it.", Told: true),
        };
}
