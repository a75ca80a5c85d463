namespace Bot.Core.Digests;

/// <summary>Reads when somebody wants digests, from what they typed; what they left out is daily, at nine, in the story's time zone.</summary>
internal static class TimingReader
{
    public const string Days = "days";
    public const string At = "at";
    public const string InZone = "zone";
    public const string Quiet = "quiet";
    public const string Corrections = "corrections";

    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly string[] NotPlaces = ["Etc/", "SystemV/", "posix/", "right/"];

    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Where(IsOfPlace).Select(zone => zone.Id).Order(StringComparer.Ordinal)]
    );

    /// <summary>The names of the time zones that digests can go by.</summary>
    public static IReadOnlyList<string> Zones => Known.Value;

    /// <summary>What holds where nothing is said: daily at nine.</summary>
    public static Timing Usual(string zone) =>
        new()
        {
            Days = Weekdays.All,
            At = Nine,
            Zone = zone,
        };

    /// <summary>Closed.</summary>
    public abstract record Result
    {
        private Result() { }

        public sealed record Read(Timing Timing) : Result;

        /// <param name="Sentence">What is wrong and what would have worked.</param>
        /// <param name="Option">Where it is wrong.</param>
        public sealed record Mistaken(string Sentence, string Option) : Result;
    }

    /// <param name="value">By option; null where nothing was typed.</param>
    public static Result Read(Func<string, string?> value)
    {
        var (days, at, zone, quiet, corrections) = (value(Days), value(At), value(InZone), value(Quiet), value(Corrections));
        var hourly = at is not null && at.StartsWith("hour", StringComparison.OrdinalIgnoreCase);
        var (on, time, hours) = (
            TimingText.Days(days ?? "daily"),
            at is null ? Nine : TimingText.Time(at),
            quiet is null ? null : TimingText.Quiet(quiet)
        );
        return on is not { } week ? new Result.Mistaken(TimingWords.NoDays(days!), Days)
            : time is null && !hourly ? new Result.Mistaken(TimingWords.NoTime(at!), At)
            : zone is not null && Zone(zone) is null ? new Result.Mistaken(TimingWords.NoZone(zone), InZone)
            : quiet is not null && hours is null ? new Result.Mistaken(TimingWords.NoHours(quiet), Quiet)
            : YesOrNo(corrections) is not { } after ? new Result.Mistaken(TimingWords.YesOrNo(corrections!), Corrections)
            : !hourly && hours?.Holds(time!.Value) == true ? new Result.Mistaken(TimingWords.WithinQuietHours(time.Value, hours.Value), At)
            : new Result.Read(
                new Timing
                {
                    Days = week,
                    At = hourly ? null : time,
                    Zone = zone is null ? "" : Zone(zone)!,
                    Quiet = hours,
                    AfterCorrections = after,
                }
            );
    }

    /// <summary>As its list spells it; null for none. Only names that follow the rules of a place: an offset or an abbreviation keeps no summer time.</summary>
    public static string? Zone(string typed)
    {
        var name = typed.Trim().Replace(' ', '_');
        return Zones.FirstOrDefault(zone => string.Equals(zone, name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOfPlace(TimeZoneInfo zone) =>
        zone.HasIanaId
        && (zone.Id is "UTC" || (zone.Id.Contains('/') && !NotPlaces.Any(start => zone.Id.StartsWith(start, StringComparison.Ordinal))));

    private static bool? YesOrNo(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            null or "no" or "false" or "off" => false,
            "yes" or "true" or "on" => true,
            _ => null,
        };
}
