using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Storage.Databases;
using Bot.Storage.Journals;

namespace Bot.Storage.Delivery;

internal sealed class SqlReceipts(Func<Task<Database>> opened) : IReceipts
{
    private const string LongRemoved = $"r.state = '{nameof(PostState.Removed)}' AND r.at <= @since";

    public async ValueTask<Begun> Begin(Receipt receipt, bool spaced, CancellationToken cancellation)
    {
        var database = await opened();
        await using var writing = await database.OpenToWrite(cancellation);

        // Two that begin at once would each see none before it.
        await JournalHead.Lock(writing, database.LockRow, cancellation);
        var since = ("since", (object)Statements.Stamp(receipt.At - Posting.Apart));
        // Mostly there is none, and what belongs to one is looked for in everything that was ever posted.
        if ((await writing.Read($"SELECT 1 FROM receipt r WHERE {LongRemoved} LIMIT 1", _ => true, cancellation, since)).Count > 0)
        {
            await ReceiptRows.Delete(writing, LongRemoved, cancellation, since);
        }

        var again = await ReceiptRows.Read(
            writing,
            "r.community = @community AND r.delivery = @delivery",
            cancellation,
            ("community", receipt.Community.Value),
            ("delivery", receipt.Delivery.Value)
        );
        var near = spaced
            ? await ReceiptRows.Read(
                writing,
                "r.community = @community AND r.place = @place AND r.subject = @subject AND r.at > @since",
                cancellation,
                ("community", receipt.Community.Value),
                ("place", receipt.Place.Value),
                ("subject", receipt.Subject),
                since
            )
            : [];
        Begun begun =
            again.Count > 0 ? new Begun.Again()
            : near.Count > 0 ? new Begun.TooSoon(near[0])
            : new Begun.Go();
        if (begun is Begun.Go)
        {
            await ReceiptRows.Insert(writing, receipt, cancellation);
        }

        await writing.Commit(cancellation);
        return begun;
    }

    public ValueTask Posted(CommunityId community, DeliveryId delivery, PostId post, CancellationToken cancellation) =>
        Write(
            "UPDATE receipt SET state = @state, post = @post WHERE community = @community AND delivery = @delivery",
            cancellation,
            ("state", nameof(PostState.Posted)),
            ("post", post.Value),
            ("community", community.Value),
            ("delivery", delivery.Value)
        );

    public async ValueTask Refused(CommunityId community, DeliveryId delivery, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        await ReceiptRows.Delete(
            writing,
            "r.community = @community AND r.delivery = @delivery",
            cancellation,
            ("community", community.Value),
            ("delivery", delivery.Value)
        );
        await writing.Commit(cancellation);
    }

    public ValueTask Removed(CommunityId community, PlaceId place, PostId post, CancellationToken cancellation) =>
        Write(
            "UPDATE receipt SET state = @state WHERE community = @community AND place = @place AND post = @post",
            cancellation,
            ("state", nameof(PostState.Removed)),
            ("community", community.Value),
            ("place", place.Value),
            ("post", post.Value)
        );

    public async ValueTask<Receipt?> Find(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
        (
            await Find(
                "r.community = @community AND r.delivery = @delivery",
                cancellation,
                ("community", community.Value),
                ("delivery", delivery.Value)
            )
        ).SingleOrDefault();

    public ValueTask<IReadOnlyList<Receipt>> All(CommunityId community, CancellationToken cancellation) =>
        Find("r.community = @community", cancellation, ("community", community.Value));

    public ValueTask<IReadOnlyList<Receipt>> Unknown(DateTimeOffset before, CancellationToken cancellation) =>
        Find(
            "r.state = @state AND r.at < @before",
            cancellation,
            ("state", nameof(PostState.Sending)),
            ("before", Statements.Stamp(before))
        );

    private async ValueTask<IReadOnlyList<Receipt>> Find(
        string where,
        CancellationToken cancellation,
        params (string Name, object Value)[] values
    )
    {
        await using var reading = await (await opened()).OpenSnapshot(cancellation);
        return await ReceiptRows.Read(reading, where, cancellation, values);
    }

    private async ValueTask Write(string sql, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        await writing.Run(sql, cancellation, values);
        await writing.Commit(cancellation);
    }
}
