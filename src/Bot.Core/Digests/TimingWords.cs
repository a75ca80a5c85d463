using Bot.Core.Conversation.Wording;

namespace Bot.Core.Digests;

/// <summary>Timings in words, and what is said of one that cannot be read.</summary>
internal static class TimingWords
{
    /// <summary>"weekdays at 09:00 (Europe/Berlin), not from 22:00 to 07:00, also after corrections".</summary>
    public static string Of(Timing timing)
    {
        var days = timing.Days switch
        {
            Weekdays.All => "daily",
            Weekdays.FiveOfThem => "on weekdays",
            _ => $"on {timing.Days}",
        };
        var at = timing.At is { } time ? $"at {TimingText.Of(time)}" : "at each full hour at which something is new";
        var quiet = timing.Quiet is { } hours ? $", not from {TimingText.Of(hours.From)} to {TimingText.Of(hours.Until)}" : "";
        return $"{days} {at} ({timing.Zone}){quiet}{(timing.AfterCorrections ? ", also soon after a correction" : "")}";
    }

    public static string NoDays(string typed) => $"{Quoted(typed)} are no days I can read. Write daily, weekdays, or days as mon,thu.";

    public static string NoTime(string typed) =>
        $"{Quoted(typed)} is no time of day I can read. Write it as 09:00 or 17:30, or write hourly.";

    public static string NoZone(string typed) =>
        $"{Quoted(typed)} is no time zone I know. Write the place whose clocks you go by, as Europe/Berlin or America/Chicago.";

    public static string NoHours(string typed) => $"{Quoted(typed)} are no hours I can read. Write from when to when, as 22:00-07:00.";

    public static string YesOrNo(string typed) => $"{Quoted(typed)} is neither yes nor no. Write corrections:yes or leave it out.";

    public static string WithinQuietHours(TimeOnly at, QuietHours quiet) =>
        $"{TimingText.Of(at)} is within the quiet hours from {TimingText.Of(quiet.From)} to {TimingText.Of(quiet.Until)}. Choose another time, or other quiet hours.";

    private static string Quoted(string typed) => $"\u201C{CommandWords.Short(typed)}\u201D";
}
