namespace Bot.Discord.Api.Limits;

/// <summary>
/// Which request belongs to which bucket: by the name that Discord gives to its limit and by its top-level resource. Until it has a name, a request has a bucket of its own.
/// Only used under the lock of <see cref="RateLimits"/>.
/// </summary>
internal sealed class Buckets
{
    private const int SweptFrom = 1_000;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Resource), Bucket> all = [];

    public Bucket Of(Request request, TimeSpan now)
    {
        if (all.Count >= SweptFrom)
        {
            Sweep(now);
        }

        var unnamed = (Limit(request), request.Route.Resource);
        if (all.TryGetValue(unnamed, out var bucket))
        {
            return bucket;
        }

        var key = names.TryGetValue(Limit(request), out var name) ? (name, request.Route.Resource) : unnamed;
        if (!all.TryGetValue(key, out bucket))
        {
            all.Add(key, bucket = new Bucket());
        }

        return bucket;
    }

    /// <summary>The bucket that a request turned out to belong to. One without a name so far gets it, or becomes part of the one that has it.</summary>
    /// <param name="name">Null where Discord gave none.</param>
    public Bucket Told(Request request, Bucket bucket, string? name)
    {
        bucket = Real(bucket);
        if (name is null)
        {
            return bucket;
        }

        var (unnamed, named) = ((Limit(request), request.Route.Resource), (name, request.Route.Resource));
        names[Limit(request)] = name;
        var isFirst = all.GetValueOrDefault(unnamed) == bucket && all.Remove(unnamed);
        if (!all.TryGetValue(named, out var real))
        {
            all.Add(named, real = isFirst ? bucket : new Bucket());
        }

        if (real != bucket)
        {
            bucket.Pass(real, all: isFirst);
        }

        return real;
    }

    private static Bucket Real(Bucket bucket) => bucket.Joined is { } joined ? Real(joined) : bucket;

    /// <summary>What a limit is called until Discord names it. The same path with another method has often another limit.</summary>
    private static string Limit(Request request) => $"{request.Method} {request.Route.Template}";

    private void Sweep(TimeSpan now)
    {
        foreach (var (key, _) in all.Where(each => each.Value.IsSpent(now)).ToList())
        {
            all.Remove(key);
        }
    }
}
