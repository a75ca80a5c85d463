using System.Globalization;

namespace Bot.Wire;

/// <summary>
/// When a platform signed a request, as its header says. What was signed once would otherwise hold for ever, for whoever got hold of it
/// (<see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>; Discord has no rule for it).
/// </summary>
public static class SignedTime
{
    /// <summary>Unix seconds are some ten digits.</summary>
    private const int Longest = 20;

    /// <summary>How far it may be from this machine's time, before or after: clocks differ, and deliveries take their time.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    /// <summary>Unix seconds; null for what is not all digits, and for no header.</summary>
    public static long? Seconds(string? header) =>
        header is { Length: <= Longest } && long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    public static bool IsOfNow(string? header, TimeProvider time) =>
        Seconds(header) is { } seconds && Math.Abs(seconds - time.GetUtcNow().ToUnixTimeSeconds()) <= Apart.TotalSeconds;
}
