namespace Bot.Wire;

/// <summary>The ids of what was taken in lately: a platform may tell the same event several times, when a connection was lost above all.</summary>
public sealed class RecentIds<TId>(TimeSpan kept, TimeProvider time)
    where TId : notnull
{
    /// <summary>However many come, memory stays within some megabytes.</summary>
    private const int Most = 100_000;
    private readonly Lock gate = new();
    private readonly Dictionary<TId, DateTimeOffset> ids = [];
    private readonly Queue<(TId Id, DateTimeOffset Until)> order = [];

    /// <returns>False where it is there already.</returns>
    public bool Add(TId id)
    {
        lock (gate)
        {
            Clean();
            var until = time.GetUtcNow() + kept;
            if (!ids.TryAdd(id, until))
            {
                return false;
            }

            order.Enqueue((id, until));
            return true;
        }
    }

    /// <summary>It is as if it had not been taken in.</summary>
    public void Remove(TId id)
    {
        lock (gate)
        {
            ids.Remove(id);
        }
    }

    public bool Contains(TId id)
    {
        lock (gate)
        {
            Clean();
            return ids.ContainsKey(id);
        }
    }

    private void Clean()
    {
        var now = time.GetUtcNow();
        while (order.TryPeek(out var oldest) && (oldest.Until <= now || order.Count >= Most))
        {
            var (id, until) = order.Dequeue();

            // One that was removed and came again stands there twice.
            if (ids.TryGetValue(id, out var newest) && newest == until)
            {
                ids.Remove(id);
            }
        }
    }
}
