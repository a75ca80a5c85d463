using System.Collections.Concurrent;

namespace Bot.Core.Communities;

/// <summary>
/// How often one person and one community may ask within a minute of the clock, so that nobody keeps all others waiting. Counted in memory by each process, and
/// forgotten with the minute.
/// </summary>
/// <param name="perPerson">At least 1.</param>
/// <param name="perCommunity">At least 1. What is said outside of any community is not counted together: those who ask there have nothing to do with each other.</param>
public sealed class AskLimits(int perPerson, int perCommunity, TimeProvider time)
{
    private Minute minute = new(0);

    /// <summary>Counts one more.</summary>
    /// <param name="user">Null where nobody knows who asks: then only the community counts.</param>
    public Admission Ask(CommunityId community, UserId? user)
    {
        var now = time.GetUtcNow();
        var counts = Of(now.Ticks / TimeSpan.TicksPerMinute).Counts;
        var left = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
        if (user is { } asker && counts.AddOrUpdate((community, asker), 1, (_, count) => count + 1) > perPerson)
        {
            return new Admission.TooOften(perPerson, left);
        }

        return community != CommunityId.Base && counts.AddOrUpdate((community, null), 1, (_, count) => count + 1) > perCommunity
            ? new Admission.TooMany(perCommunity, left)
            : Admission.Granted;
    }

    private Minute Of(long number)
    {
        var now = Volatile.Read(ref minute);
        if (now.Number == number)
        {
            return now;
        }

        var next = new Minute(number);
        var found = Interlocked.CompareExchange(ref minute, next, now);
        return ReferenceEquals(found, now) ? next : found;
    }

    private sealed record Minute(long Number)
    {
        public ConcurrentDictionary<(CommunityId, UserId?), int> Counts { get; } = new();
    }
}

/// <summary>Whether somebody may ask now. Closed.</summary>
public abstract record Admission
{
    private Admission() { }

    public static Admission Granted { get; } = new Yes();

    public sealed record Yes : Admission;

    /// <summary>This person asked as often as one may.</summary>
    /// <param name="Left">Until it starts over.</param>
    public sealed record TooOften(int Most, TimeSpan Left) : Admission;

    /// <summary>So many asked in this community.</summary>
    /// <inheritdoc cref="TooOften"/>
    public sealed record TooMany(int Most, TimeSpan Left) : Admission;
}
