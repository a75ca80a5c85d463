using System.Data.Common;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Storage.Databases;

namespace Bot.Storage.Delivery;

/// <summary>Receipts as rows: one for the post, and one for each fact that it shows.</summary>
internal static class ReceiptRows
{
    /// <summary>What goes with a receipt.</summary>
    private static readonly string[] Beside = ["receipt_fact", "correction", "correction_fact"];

    /// <param name="where">A condition on the rows of posts, which are named <c>r</c>.</param>
    public static async Task<IReadOnlyList<Receipt>> Read(
        Transaction reading,
        string where,
        CancellationToken cancellation,
        params (string Name, object Value)[] values
    )
    {
        var facts = await reading.Read(
            $"""
            SELECT f.community, f.delivery, f.fact, f.revision FROM receipt_fact f
            JOIN receipt r ON r.community = f.community AND r.delivery = f.delivery WHERE {where}
            """,
            row => (Of: (row.GetString(0), row.GetString(1)), Shown: new ShownFact(new FactId(row.GetString(2)), row.GetInt32(3))),
            cancellation,
            values
        );
        var shown = facts.ToLookup(fact => fact.Of, fact => fact.Shown);
        var receipts = await reading.Read(
            $"SELECT community, delivery, place, post, story, content, at, state, asker, digest FROM receipt r WHERE {where}",
            row => Receipt(row, shown),
            cancellation,
            values
        );
        return [.. receipts.OrderBy(receipt => receipt.At).ThenBy(receipt => receipt.Delivery.Value, StringComparer.Ordinal)];
    }

    public static async Task Insert(Transaction writing, Receipt receipt, CancellationToken cancellation)
    {
        await writing.Run(
            """
            INSERT INTO receipt (community, delivery, place, post, story, subject, content, at, state, asker, digest)
            VALUES (@community, @delivery, @place, @post, @story, @subject, @content, @at, @state, @asker, @digest)
            """,
            cancellation,
            ("community", receipt.Community.Value),
            ("delivery", receipt.Delivery.Value),
            ("place", receipt.Place.Value),
            ("post", receipt.Post?.Value ?? (object)DBNull.Value),
            ("story", receipt.Story.Value),
            ("subject", receipt.Subject),
            ("content", receipt.Content),
            ("at", Statements.Stamp(receipt.At)),
            ("state", receipt.State.ToString()),
            ("asker", receipt.Asker ?? (object)DBNull.Value),
            ("digest", receipt.Digest?.ToString() ?? (object)DBNull.Value)
        );
        foreach (var shown in receipt.Facts)
        {
            await writing.Run(
                "INSERT INTO receipt_fact (community, delivery, fact, revision) VALUES (@community, @delivery, @fact, @revision)",
                cancellation,
                ("community", receipt.Community.Value),
                ("delivery", receipt.Delivery.Value),
                ("fact", shown.Fact.Value),
                ("revision", shown.Revision)
            );
        }
    }

    /// <param name="where">A condition on the rows of posts, which are named <c>r</c>.</param>
    public static async Task Delete(
        Transaction writing,
        string where,
        CancellationToken cancellation,
        params (string Name, object Value)[] values
    )
    {
        foreach (var table in Beside)
        {
            await writing.Run(
                $"""
                DELETE FROM {table} WHERE EXISTS (
                  SELECT 1 FROM receipt r WHERE r.community = {table}.community AND r.delivery = {table}.delivery AND {where})
                """,
                cancellation,
                values
            );
        }

        await writing.Run($"DELETE FROM receipt AS r WHERE {where}", cancellation, values);
    }

    /// <summary>What was posted is there whatever the store is put back to: the present receipts stand.</summary>
    public static async Task CarryOver(Transaction present, Transaction restored, CancellationToken cancellation)
    {
        foreach (var receipt in await Read(present, "1 = 1", cancellation))
        {
            await Delete(
                restored,
                "r.community = @community AND r.delivery = @delivery",
                cancellation,
                ("community", receipt.Community.Value),
                ("delivery", receipt.Delivery.Value)
            );
            await Insert(restored, receipt, cancellation);
        }
    }

    private static Receipt Receipt(DbDataReader row, ILookup<(string, string), ShownFact> shown) =>
        new()
        {
            Community = new CommunityId(row.GetString(0)),
            Delivery = new DeliveryId(row.GetString(1)),
            Place = new PlaceId(row.GetString(2)),
            Post = row.IsDBNull(3) ? null : new PostId(row.GetString(3)),
            Story = new StorySlug(row.GetString(4)),
            Facts = [.. shown[(row.GetString(0), row.GetString(1))].OrderBy(fact => fact.Fact)],
            Content = row.GetString(5),
            At = row.Moment(6),
            State = Enum.Parse<PostState>(row.GetString(7)),
            Asker = row.IsDBNull(8) ? null : row.GetString(8),
            Digest = row.IsDBNull(9) ? null : DigestSpan.Of(row.GetString(9)),
        };
}
