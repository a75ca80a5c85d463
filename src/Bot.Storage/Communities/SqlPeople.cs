using Bot.Core.Communities;
using Bot.Storage.Databases;
using Bot.Storage.Erasures;

namespace Bot.Storage.Communities;

internal sealed class SqlPeople(Func<Task<Database>> opened, Randomness random, TimeProvider time) : IPeople
{
    private const string Table = "person";

    public async ValueTask<PersonKey> Key(CommunityId community, UserId user, CancellationToken cancellation)
    {
        var database = await opened();
        while (true)
        {
            if (await Find(database, community, user, cancellation) is { } key)
            {
                return key;
            }

            // Where somebody is faster, theirs stands and is read in the next turn.
            await using var writing = await database.OpenToWrite(cancellation);
            await writing.Run(
                $"INSERT INTO {Table} (community, user_id, key) VALUES (@community, @user, @key) ON CONFLICT (community, user_id) DO NOTHING",
                cancellation,
                ("community", community.Value),
                ("user", user.Value),
                ("key", PersonKeys.New(random).Value)
            );
            await writing.Commit(cancellation);
        }
    }

    public async ValueTask<UserId?> User(CommunityId community, PersonKey key, CancellationToken cancellation)
    {
        var users = await (await opened()).Read(
            $"SELECT user_id FROM {Table} WHERE community = @community AND key = @key",
            row => (UserId?)new UserId(row.GetString(0)),
            cancellation,
            ("community", community.Value),
            ("key", key.Value)
        );
        return users.SingleOrDefault();
    }

    public async ValueTask<bool> Forget(UserId user, CommunityId? community, CancellationToken cancellation)
    {
        var database = await opened();
        await using (var writing = await database.OpenToWrite(cancellation))
        {
            var forgotten = await writing.Read(
                $"DELETE FROM {Table} WHERE user_id = @user AND community = coalesce(@community, community) RETURNING community, key",
                row => (Community: new CommunityId(row.GetString(0)), Key: row.GetString(1)),
                cancellation,
                ("user", user.Value),
                ("community", community?.Value ?? (object)DBNull.Value)
            );
            if (forgotten.Count == 0)
            {
                return false;
            }

            foreach (var (where, key) in forgotten)
            {
                await Erasure.Note(writing, new Erasure(time.GetUtcNow(), where, Erased.Person, key), cancellation);
            }

            await writing.Commit(cancellation);
        }

        await Scrubbing.AfterCommit(database, time);
        return true;
    }

    private static async Task<PersonKey?> Find(Database database, CommunityId community, UserId user, CancellationToken cancellation)
    {
        var keys = await database.Read(
            $"SELECT key FROM {Table} WHERE community = @community AND user_id = @user",
            row => (PersonKey?)new PersonKey(row.GetString(0)),
            cancellation,
            ("community", community.Value),
            ("user", user.Value)
        );
        return keys.SingleOrDefault();
    }
}
