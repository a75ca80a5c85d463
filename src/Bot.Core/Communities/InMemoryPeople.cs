namespace Bot.Core.Communities;

/// <summary>People for as long as the process lives.</summary>
public sealed class InMemoryPeople(Randomness random) : IPeople
{
    private readonly Lock gate = new();
    private readonly Dictionary<(CommunityId Community, UserId User), PersonKey> keys = [];

    public ValueTask<PersonKey> Key(CommunityId community, UserId user, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (!keys.TryGetValue((community, user), out var key))
            {
                keys[(community, user)] = key = PersonKeys.New(random);
            }

            return ValueTask.FromResult(key);
        }
    }

    public ValueTask<UserId?> User(CommunityId community, PersonKey key, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(
                keys.Where(pair => pair.Key.Community == community && pair.Value == key)
                    .Select(pair => (UserId?)pair.Key.User)
                    .FirstOrDefault()
            );
        }
    }

    public ValueTask<bool> Forget(UserId user, CommunityId? community, CancellationToken cancellation) =>
        ValueTask.FromResult(Drop(known => known.User == user && (community is null || known.Community == community)));

    internal bool Drop(Func<(CommunityId Community, UserId User), bool> which)
    {
        lock (gate)
        {
            var found = keys.Keys.Where(which).ToList();
            found.ForEach(known => keys.Remove(known));
            return found.Count > 0;
        }
    }
}
