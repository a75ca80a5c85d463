namespace Bot.Core.Communities;

/// <summary>Several people of a community at once.</summary>
public static class ManyPeople
{
    /// <summary>Those behind the keys, in their order, without who is not known any more.</summary>
    public static async ValueTask<IReadOnlyList<UserId>> Users(
        this IPeople people,
        CommunityId community,
        IEnumerable<PersonKey> keys,
        CancellationToken cancellation
    )
    {
        var users = new List<UserId>();
        foreach (var key in keys)
        {
            if (await people.User(community, key, cancellation) is { } user)
            {
                users.Add(user);
            }
        }

        return users;
    }

    /// <summary>The key of each, in their order; made where there is none.</summary>
    public static async ValueTask<IReadOnlyList<PersonKey>> Keys(
        this IPeople people,
        CommunityId community,
        IEnumerable<UserId> users,
        CancellationToken cancellation
    )
    {
        var keys = new List<PersonKey>();
        foreach (var user in users)
        {
            keys.Add(await people.Key(community, user, cancellation));
        }

        return keys;
    }
}
