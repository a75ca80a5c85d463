using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Hosting;

/// <summary>A clock that is set on, as another way for time to pass.</summary>
internal static class Jumping
{
    /// <summary>It is so much later at once. Let go on by itself, whatever looks each second would look once for each second of a day.</summary>
    public static void Jump(this FakeTimeProvider time, TimeSpan span) => time.AdjustTime(time.GetUtcNow() + span);
}
