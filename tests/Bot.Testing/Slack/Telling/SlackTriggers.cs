using System.Globalization;

namespace Bot.Testing.Slack.Telling;

/// <summary>What opens a modal: for three seconds, and once.</summary>
internal sealed class SlackTriggers(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, Trigger> all = new(StringComparer.Ordinal);

    internal sealed record Trigger(string Team, string User, DateTimeOffset At)
    {
        public bool IsUsed { get; set; }
    }

    public string New(string team, string user)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{all.Count + 1}.{all.Count + 2}.{team}");
        all[id] = new Trigger(team, user, time.GetUtcNow());
        return id;
    }

    /// <returns>Why it is refused; null where it is not.</returns>
    public string? Use(string id, string team, out Trigger trigger)
    {
        var refused =
            !all.TryGetValue(id, out var found) || found.Team != team ? "invalid_trigger_id"
            : time.GetUtcNow() - found.At > Life ? "expired_trigger_id"
            : found.IsUsed ? "exchanged_trigger_id"
            : null;
        trigger = found!;
        if (refused is null)
        {
            trigger.IsUsed = true;
        }

        return refused;
    }
}
