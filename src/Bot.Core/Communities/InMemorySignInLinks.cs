namespace Bot.Core.Communities;

/// <summary>Links for as long as the process lives.</summary>
public sealed class InMemorySignInLinks(Randomness random, TimeProvider time) : ISignInLinks
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (SignIn SignIn, DateTimeOffset Expires)> links = new(StringComparer.Ordinal);

    public ValueTask<string> Issue(CommunityId community, PersonKey person, TimeSpan lifetime, CancellationToken cancellation)
    {
        var (token, now) = (SignInToken.New(random), time.GetUtcNow());
        lock (gate)
        {
            Drop(link => link.Expires <= now);
            links[SignInToken.Hash(token)] = (new SignIn(community, person), now + lifetime);
        }

        return ValueTask.FromResult(token);
    }

    public ValueTask<SignIn?> Redeem(string token, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(
                links.Remove(SignInToken.Hash(token), out var link) && link.Expires > time.GetUtcNow() ? link.SignIn : null
            );
        }
    }

    internal void Drop(CommunityId community)
    {
        lock (gate)
        {
            Drop(link => link.SignIn.Community == community);
        }
    }

    private void Drop(Func<(SignIn SignIn, DateTimeOffset Expires), bool> which)
    {
        foreach (var (hash, _) in links.Where(pair => which(pair.Value)).ToList())
        {
            links.Remove(hash);
        }
    }
}
