using Bot.Storage.Databases;
using Bot.Storage.Journals;

namespace Bot.Storage.Subscribers;

/// <summary>
/// Leads a subscriber through the journal. Its position moves in the transaction of the rows that it derives, and whoever leads it holds the row of that
/// position: so every event is applied once, however many replicas lead the same one and wherever they stop.
/// </summary>
internal sealed class Subscription(Func<Task<Database>> opened, ISubscriber subscriber, TimeProvider time)
{
    /// <summary>How many events are applied in one transaction.</summary>
    private const int Page = 128;

    /// <summary>Applies what is there, and then whatever is appended, until it is called off or the subscriber fails.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        var database = await opened();
        while (true)
        {
            var next = database.Appended.Next;
            while (await Step(cancellation)) { }

            await Database.WaitForMore(next, time, cancellation);
        }
    }

    /// <summary>Applies a page: all of it, or none where the subscriber fails.</summary>
    /// <returns>False where there was nothing to apply.</returns>
    public async Task<bool> Step(CancellationToken cancellation)
    {
        var database = await opened();
        if (!await IsBehind(database, cancellation))
        {
            return false;
        }

        await using var writing = await database.OpenToWrite(cancellation);
        var after = await Take(database, writing, cancellation);
        if (await Next(writing, after, cancellation) is not { } page)
        {
            return false;
        }

        await subscriber.Apply(page, writing, cancellation);
        await Move(writing, page.Through, cancellation);
        await writing.Commit(cancellation);
        return true;
    }

    /// <summary>Takes away all rows of the subscriber and lets it begin again.</summary>
    public async Task Rebuild(CancellationToken cancellation)
    {
        var database = await opened();
        await using var writing = await database.OpenToWrite(cancellation);
        await Take(database, writing, cancellation);
        foreach (var table in subscriber.Tables)
        {
            await writing.Run($"DELETE FROM {table}", cancellation);
        }

        await Move(writing, 0, cancellation);
        await writing.Commit(cancellation);
    }

    /// <summary>
    /// Keeps all subscribers where they are until the commit, so that none derives a row from what is deleted meanwhile. The head of the journal must be locked.
    /// </summary>
    public static async Task Hold(Database database, Transaction writing, CancellationToken cancellation) =>
        await writing.Read($"SELECT name FROM subscriber ORDER BY name{database.LockRow}", row => row.GetString(0), cancellation);

    /// <summary>Looked at without keeping anybody from writing.</summary>
    private async Task<bool> IsBehind(Database database, CancellationToken cancellation)
    {
        var more = await database.Read(
            $"""
            SELECT 1 FROM {(subscriber.Whole is null ? "journal" : "journal_head")}
            WHERE position >= coalesce((SELECT position FROM subscriber WHERE name = @name), 0) + @more LIMIT 1
            """,
            _ => true,
            cancellation,
            ("name", subscriber.Name),
            ("more", (long)(subscriber.Whole ?? 1))
        );
        return more.Count > 0;
    }

    /// <summary>What is applied next; null where there is nothing, or not enough.</summary>
    private async Task<JournalPage?> Next(Transaction writing, long after, CancellationToken cancellation)
    {
        // Positions are given in the order of commits: up to the head, all that will ever be there is there.
        var head = await JournalHead.LastPosition(writing, cancellation);
        if (subscriber.Whole is { } size && head < after + size)
        {
            return null;
        }

        await using var read = writing.Command("");
        var rows = await JournalRows.Read(read, after, subscriber.Whole ?? Page, cancellation);
        var through = subscriber.Whole is { } whole ? after + whole : rows.LastOrDefault()?.Position ?? after;
        return through == after
            ? null
            : new JournalPage(after, through, [.. rows.Where(row => row.Position <= through).Select(row => row.Open())]);
    }

    /// <summary>The position, kept from all others until the commit.</summary>
    private async Task<long> Take(Database database, Transaction writing, CancellationToken cancellation)
    {
        if (await Find(database, writing, cancellation) is { } position)
        {
            return position;
        }

        // There is no row yet by which a deletion could hold it, so it is held by the head of the journal, this once.
        await JournalHead.Lock(writing, database.LockRow, cancellation);
        await writing.Run(
            "INSERT INTO subscriber (name, position) VALUES (@name, 0) ON CONFLICT (name) DO NOTHING",
            cancellation,
            ("name", subscriber.Name)
        );
        return (await Find(database, writing, cancellation))!.Value;
    }

    private async Task<long?> Find(Database database, Transaction writing, CancellationToken cancellation)
    {
        var position = await writing.Read(
            $"SELECT position FROM subscriber WHERE name = @name{database.LockRow}",
            row => (long?)row.GetInt64(0),
            cancellation,
            ("name", subscriber.Name)
        );
        return position.SingleOrDefault();
    }

    private Task Move(Transaction writing, long position, CancellationToken cancellation) =>
        writing.Run(
            "UPDATE subscriber SET position = @position WHERE name = @name",
            cancellation,
            ("position", position),
            ("name", subscriber.Name)
        );
}
