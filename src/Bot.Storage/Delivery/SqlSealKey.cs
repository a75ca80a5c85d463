using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Storage.Databases;

namespace Bot.Storage.Delivery;

internal sealed class SqlSealKey(Func<Task<Database>> opened, Randomness random) : ISealKey
{
    public async ValueTask<byte[]> Key(CancellationToken cancellation)
    {
        var database = await opened();
        while (true)
        {
            var keys = await database.Read("SELECT key FROM seal_key", row => row.GetString(0), cancellation);
            if (keys is [var key])
            {
                return Convert.FromBase64String(key);
            }

            // Where somebody is faster, theirs stands and is read in the next turn.
            await using var writing = await database.OpenToWrite(cancellation);
            await writing.Run(
                "INSERT INTO seal_key (id, key) VALUES (1, @key) ON CONFLICT (id) DO NOTHING",
                cancellation,
                ("key", Convert.ToBase64String(SealKeys.New(random)))
            );
            await writing.Commit(cancellation);
        }
    }

    /// <summary>What was handed out under the present key still works after a store is put back to a backup from before there was one.</summary>
    public static async Task CarryOver(Transaction present, Transaction restored, CancellationToken cancellation)
    {
        foreach (var key in await present.Read("SELECT key FROM seal_key", row => row.GetString(0), cancellation))
        {
            await restored.Run("INSERT INTO seal_key (id, key) VALUES (1, @key) ON CONFLICT (id) DO NOTHING", cancellation, ("key", key));
        }
    }
}
