using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Wire;

/// <summary>How long a platform wants to be left alone (<see href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3"/>); both give it in seconds, some with a fraction.</summary>
public static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Null where it does not say; at most a day.</summary>
    public static TimeSpan? Of(HttpResponseHeaders headers) =>
        headers.TryGetValues("Retry-After", out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= 0
            ? Span(seconds)
            : null;

    /// <param name="seconds">0 or more.</param>
    public static TimeSpan Span(double seconds) => seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
}
