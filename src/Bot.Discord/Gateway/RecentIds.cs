using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>The ids of what was taken in lately: Discord may tell the same event several times, on resuming above all.</summary>
internal sealed class RecentIds(TimeSpan kept, TimeProvider time)
{
    /// <summary>However many come, memory stays within some megabytes.</summary>
    private const int Most = 100_000;
    private readonly Lock gate = new();
    private readonly HashSet<Snowflake> ids = [];
    private readonly Queue<(Snowflake Id, DateTimeOffset Until)> order = [];

    /// <returns>False where it is there already.</returns>
    public bool Add(Snowflake id)
    {
        lock (gate)
        {
            Clean();
            if (!ids.Add(id))
            {
                return false;
            }

            order.Enqueue((id, time.GetUtcNow() + kept));
            return true;
        }
    }

    public bool Contains(Snowflake id)
    {
        lock (gate)
        {
            Clean();
            return ids.Contains(id);
        }
    }

    private void Clean()
    {
        var now = time.GetUtcNow();
        while (order.TryPeek(out var oldest) && (oldest.Until <= now || order.Count >= Most))
        {
            ids.Remove(order.Dequeue().Id);
        }
    }
}
