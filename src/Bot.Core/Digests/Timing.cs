namespace Bot.Core.Digests;

/// <summary>When people want a digest, by the clocks of one time zone.</summary>
public sealed record Timing
{
    /// <summary>Stands for each full hour, in place of a time.</summary>
    internal const string Hourly = "hourly";
    private const string Corrections = "corrections";
    private const string Nothing = "-";

    public required Weekdays Days { get; init; }

    /// <summary>The time of day; null: each full hour at which there is something new.</summary>
    public required TimeOnly? At { get; init; }

    /// <summary>IANA name: "Europe/Berlin".</summary>
    public required string Zone { get; init; }

    /// <summary>When nothing is posted; what falls due then is posted at its end.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Also soon after a correction of substance, without waiting for the next time.</summary>
    public bool AfterCorrections { get; init; }

    /// <summary>As <see cref="ToString"/> writes it; null for a text that is none.</summary>
    public static Timing? TryParse(string text) =>
        text.Split(' ') is [var days, var at, var zone, var quiet, var after]
        && TimingText.Days(days) is { } on
        && (at == Hourly || TimingText.Time(at) is not null)
        && (quiet == Nothing || TimingText.Quiet(quiet) is not null)
        && after is Corrections or Nothing
            ? new Timing
            {
                Days = on,
                At = at == Hourly ? null : TimingText.Time(at),
                Zone = zone,
                Quiet = quiet == Nothing ? null : TimingText.Quiet(quiet),
                AfterCorrections = after == Corrections,
            }
            : null;

    public override string ToString() =>
        string.Join(
            ' ',
            TimingText.Of(Days),
            At is { } at ? TimingText.Of(at) : Hourly,
            Zone,
            Quiet?.ToString() ?? Nothing,
            AfterCorrections ? Corrections : Nothing
        );
}

/// <summary>Days of the week.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,

    FiveOfThem = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = FiveOfThem | Saturday | Sunday,
}

/// <summary>A stretch of each day, over midnight where it ends before it begins.</summary>
/// <param name="Until">The first moment that is not quiet any more.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    public bool Holds(TimeOnly time) => From <= Until ? time >= From && time < Until : time >= From || time < Until;

    public override string ToString() => $"{TimingText.Of(From)}-{TimingText.Of(Until)}";
}
