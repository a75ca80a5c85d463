namespace Bot.Testing.Digests.Clock;

/// <summary>Places on both hemispheres, with half hours, with other rules for a month of fasting, and one whose rules are changed twice while digests come there.</summary>
internal sealed class ClockZones(TimeProvider time, DateTimeOffset start, TimeSpan length)
{
    public const string Moved = "Made/Moved";

    public static IReadOnlyList<string> All { get; } =
    [
        "Europe/Berlin",
        "America/New_York",
        "America/Santiago",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
        "Africa/Casablanca",
        Moved,
    ];

    private static readonly TimeZoneInfo[] Rules = [.. new[] { 2.0, 3.5, 1.0 }.Select(Ahead)];

    public TimeZoneInfo? Find(string id) => Find(id, time.GetUtcNow());

    /// <summary>The rules of a zone as they are known at a moment.</summary>
    public TimeZoneInfo? Find(string id, DateTimeOffset at) =>
        id != Moved
            ? TimeZoneInfo.FindSystemTimeZoneById(id)
            : Rules[Math.Clamp((int)((at - start) / length * Rules.Length), 0, Rules.Length - 1)];

    private static TimeZoneInfo Ahead(double hours) =>
        TimeZoneInfo.CreateCustomTimeZone(Moved, TimeSpan.FromHours(hours), displayName: null, standardDisplayName: null);
}
