using System.Collections.Concurrent;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>What Slack told, for ten minutes: it is asked about the same people again and again. What it did not tell is asked anew, and what is older goes when something is added.</summary>
internal sealed class Remembered<TKey, TValue>(TimeProvider time)
    where TKey : notnull
{
    private const int Most = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<TKey, (TValue Value, DateTimeOffset Until)> all = new();

    public async Task<Outcome<TValue>> Of(TKey key, Func<Task<Outcome<TValue>>> ask)
    {
        var now = time.GetUtcNow();
        if (all.TryGetValue(key, out var known) && now < known.Until)
        {
            return new Outcome<TValue>.Done(known.Value);
        }

        var answered = await ask();
        if (answered is Outcome<TValue>.Done { Value: var told })
        {
            all.Where(pair => pair.Value.Until <= now).ToList().ForEach(old => all.TryRemove(old));
            if (all.Count >= Most)
            {
                all.Clear();
            }

            all[key] = (told, now + Kept);
        }

        return answered;
    }
}
