using Bot.Core.Communities;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Storage.Databases;
using Bot.Storage.Journals;

namespace Bot.Storage.Corrections;

internal sealed class SqlWatches(Func<Task<Database>> opened) : IWatches
{
    private const string OfPerson = "SELECT delivery FROM watch WHERE community = @community AND person = @person";

    public async ValueTask<bool> Add(Watch watch, CancellationToken cancellation)
    {
        var database = await opened();
        await using var writing = await database.OpenToWrite(cancellation);

        // Two that are added at once would each see room for one.
        await JournalHead.Lock(writing, database.LockRow, cancellation);
        var others = await writing.Read(
            OfPerson,
            row => row.GetString(0),
            cancellation,
            ("community", watch.Community.Value),
            ("person", watch.Person.Value)
        );
        if (others.Contains(watch.Delivery.Value))
        {
            return true;
        }

        if (others.Count >= Watch.MostOfOne)
        {
            return false;
        }

        await Insert(writing, watch, cancellation);
        await writing.Commit(cancellation);
        return true;
    }

    public async ValueTask<bool> Has(CommunityId community, PersonKey person, CancellationToken cancellation) =>
        (
            await (await opened()).Read(
                OfPerson,
                row => row.GetString(0),
                cancellation,
                ("community", community.Value),
                ("person", person.Value)
            )
        ).Count > 0;

    public async ValueTask<IReadOnlyList<Watch>> All(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var reading = await (await opened()).OpenSnapshot(cancellation);
        return await Read(reading, "w.taken_until <= @now", cancellation, ("now", Statements.Stamp(now)));
    }

    public async ValueTask<bool> Take(Watch watch, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var taken = await writing.Run(
            "UPDATE watch SET taken_until = @until WHERE community = @community AND delivery = @delivery AND taken_until <= @now",
            cancellation,
            [.. Of(watch), ("until", Statements.Stamp(until)), ("now", Statements.Stamp(now))]
        );
        await writing.Commit(cancellation);
        return taken > 0;
    }

    public async ValueTask Forget(Watch watch, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        foreach (var table in (string[])["watch", "watch_fact"])
        {
            await writing.Run($"DELETE FROM {table} WHERE community = @community AND delivery = @delivery", cancellation, Of(watch));
        }

        await writing.Commit(cancellation);
    }

    /// <summary>Who was told is not told again, whatever the store is put back to: those who wait now stand.</summary>
    public static async Task CarryOver(Transaction present, Transaction restored, CancellationToken cancellation)
    {
        await restored.Run("DELETE FROM watch", cancellation);
        await restored.Run("DELETE FROM watch_fact", cancellation);
        foreach (var watch in await Read(present, "1 = 1", cancellation))
        {
            await Insert(restored, watch, cancellation);
        }
    }

    private static async Task<IReadOnlyList<Watch>> Read(
        Transaction reading,
        string where,
        CancellationToken cancellation,
        params (string Name, object Value)[] values
    )
    {
        var facts = await reading.Read(
            $"""
            SELECT f.community, f.delivery, f.fact, f.revision FROM watch_fact f
            JOIN watch w ON w.community = f.community AND w.delivery = f.delivery WHERE {where}
            """,
            row => (Of: (row.GetString(0), row.GetString(1)), Shown: new ShownFact(new FactId(row.GetString(2)), row.GetInt32(3))),
            cancellation,
            values
        );
        var shown = facts.ToLookup(fact => fact.Of, fact => fact.Shown);
        var watches = await reading.Read(
            $"SELECT w.community, w.delivery, w.person, w.story, w.at FROM watch w WHERE {where}",
            row => new Watch
            {
                Community = new CommunityId(row.GetString(0)),
                Delivery = new DeliveryId(row.GetString(1)),
                Person = new PersonKey(row.GetString(2)),
                Story = new StorySlug(row.GetString(3)),
                Facts = [.. shown[(row.GetString(0), row.GetString(1))].OrderBy(fact => fact.Fact)],
                At = row.Moment(4),
            },
            cancellation,
            values
        );
        return [.. watches.OrderBy(watch => watch.At).ThenBy(watch => watch.Delivery.Value, StringComparer.Ordinal)];
    }

    private static async Task Insert(Transaction writing, Watch watch, CancellationToken cancellation)
    {
        await writing.Run(
            """
            INSERT INTO watch (community, delivery, person, story, at, taken_until)
            VALUES (@community, @delivery, @person, @story, @at, @free)
            """,
            cancellation,
            [
                .. Of(watch),
                ("person", watch.Person.Value),
                ("story", watch.Story.Value),
                ("at", Statements.Stamp(watch.At)),
                ("free", Statements.Stamp(DateTimeOffset.MinValue)),
            ]
        );
        foreach (var shown in watch.Facts)
        {
            await writing.Run(
                "INSERT INTO watch_fact (community, delivery, fact, revision) VALUES (@community, @delivery, @fact, @revision)",
                cancellation,
                [.. Of(watch), ("fact", shown.Fact.Value), ("revision", shown.Revision)]
            );
        }
    }

    private static (string Name, object Value)[] Of(Watch watch) =>
        [("community", watch.Community.Value), ("delivery", watch.Delivery.Value)];
}
