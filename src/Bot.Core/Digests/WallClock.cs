namespace Bot.Core.Digests;

/// <summary>Finds a time zone by its IANA name; null for none. The rules may be others after a restart.</summary>
public delegate TimeZoneInfo? FindZone(string id);

/// <summary>What the clocks of a zone show. Only the way from a moment to a time is asked of the zone: that one is right whatever changes there.</summary>
internal static class WallClock
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>No clock is further ahead of UTC.</summary>
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromHours(15);

    public static DateTime At(TimeZoneInfo zone, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    /// <summary>
    /// The first moment at which the clocks there show a time or a later one: of a time that is skipped when they are put forward, the moment of that; of one that comes
    /// twice when they are put back, the first.
    /// </summary>
    public static DateTimeOffset First(TimeZoneInfo zone, DateTime local)
    {
        var taken = new DateTimeOffset(local, TimeSpan.Zero);
        var offset = zone.GetUtcOffset(taken - Day);
        if (offset == zone.GetUtcOffset(taken + Day))
        {
            return taken - offset;
        }

        // The clocks are changed about then.
        var moment = taken - FurthestAhead;
        while (At(zone, moment) < local)
        {
            moment += Minute;
        }

        return moment;
    }
}
