using System.Data.Common;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Storage.Databases;
using Bot.Storage.Delivery;

namespace Bot.Storage.Corrections;

/// <summary>What became of posts as rows: one for the post, one for each fact, and one for what is pending.</summary>
internal static class CorrectionRows
{
    /// <summary>The columns of what is pending.</summary>
    public const string Change = "d.since, d.latest, d.of_base, d.of_community";

    /// <summary>What is pending, and was not dealt with; ends in a condition.</summary>
    public const string Pending = """
        correction_due d LEFT JOIN correction s ON s.community = d.community AND s.delivery = d.delivery
        WHERE (d.of_base > coalesce(s.settled, 0) OR d.of_community > coalesce(s.settled, 0))
        """;

    /// <summary>Of a post of which nothing became so far; takes <c>@wanted</c> and <c>@until</c>.</summary>
    public const string Begin = $"""
        INSERT INTO correction (community, delivery, settled, notes, noting, state, why, tries, next_try, wanted, claimed_until)
        VALUES (@community, @delivery, 0, 0, 0, '{nameof(CorrectionState.AsPosted)}', NULL, 0, NULL, @wanted, @until)
        """;

    private const string Own = "c.community, c.delivery, c.settled, c.notes, c.state, c.why, c.tries, c.next_try, c.wanted";

    /// <param name="where">A condition on the rows of posts, which are named <c>r</c>.</param>
    public static async Task<IReadOnlyList<TrackedPost>> Read(
        Transaction reading,
        string where,
        CancellationToken cancellation,
        params (string Name, object Value)[] values
    )
    {
        var receipts = await ReceiptRows.Read(reading, where, cancellation, values);
        var inPosts = $"(SELECT r.community, r.delivery FROM receipt r WHERE {where})";
        var changes = await reading.Read(
            $"SELECT {Change}, d.community, d.delivery FROM {Pending} AND (d.community, d.delivery) IN {inPosts}",
            row => (Of: (row.GetString(4), row.GetString(5)), Change: ReadChange(row, 0)),
            cancellation,
            values
        );
        var facts = await reading.Read(
            $"""
            SELECT f.community, f.delivery, f.fact, f.shows, f.told, f.telling FROM correction_fact f
            WHERE (f.community, f.delivery) IN {inPosts} ORDER BY f.fact
            """,
            row =>
                (
                    Of: (row.GetString(0), row.GetString(1)),
                    Seen: new SeenFact(new FactId(row.GetString(2)), row.GetInt32(3), row.GetInt32(4)),
                    Telling: row.IsDBNull(5) ? (int?)null : row.GetInt32(5)
                ),
            cancellation,
            values
        );
        var became = await reading.Read(
            $"SELECT {Own} FROM correction c WHERE (c.community, c.delivery) IN {inPosts}",
            row => (Of: (row.GetString(0), row.GetString(1)), Post: Became(row)),
            cancellation,
            values
        );
        var (pending, seen, known) = (
            changes.ToDictionary(change => change.Of, change => change.Change),
            facts.ToLookup(fact => fact.Of),
            became.ToDictionary(post => post.Of, post => post.Post)
        );
        return [.. receipts.Select(Post)];

        TrackedPost Post(Receipt receipt)
        {
            var of = (receipt.Community.Value, receipt.Delivery.Value);
            var post = known.TryGetValue(of, out var with) ? with(TrackedPost.Of(receipt)) : TrackedPost.Of(receipt);
            return post with
            {
                Pending = pending.GetValueOrDefault(of),
                Facts = seen[of].Any() ? [.. seen[of].Select(fact => fact.Seen)] : post.Facts,
                Noting =
                [
                    .. seen[of].Where(fact => fact.Telling is not null).Select(fact => new ShownFact(fact.Seen.Fact, fact.Telling!.Value)),
                ],
            };
        }
    }

    public static PendingChange ReadChange(DbDataReader row, int at) =>
        new(row.Moment(at), row.Moment(at + 1), row.GetInt64(at + 2), row.GetInt64(at + 3));

    /// <summary>Writes what became of a post in place of what stands there.</summary>
    public static async Task Write(Transaction writing, TrackedPost post, CancellationToken cancellation)
    {
        (string Name, object Value)[] of = [("community", post.Receipt.Community.Value), ("delivery", post.Receipt.Delivery.Value)];
        await writing.Run(
            """
            UPDATE correction SET settled = @settled, notes = @notes, noting = @noting, state = @state, why = @why, tries = @tries,
              next_try = @next, wanted = @wanted
            WHERE community = @community AND delivery = @delivery
            """,
            cancellation,
            [
                .. of,
                ("settled", post.Settled),
                ("notes", post.Notes),
                ("noting", post.Noting.Count > 0 ? 1 : 0),
                ("state", post.State.ToString()),
                ("why", post.Why ?? (object)DBNull.Value),
                ("tries", post.Tries),
                ("next", post.NextTry is { } next ? Statements.Stamp(next) : DBNull.Value),
                ("wanted", post.Wanted?.ToString() ?? (object)DBNull.Value),
            ]
        );
        await writing.Run("UPDATE receipt SET looked = 1 WHERE community = @community AND delivery = @delivery", cancellation, of);
        await writing.Run("DELETE FROM correction_fact WHERE community = @community AND delivery = @delivery", cancellation, of);
        var telling = post.Noting.ToDictionary(fact => fact.Fact, fact => fact.Revision);
        foreach (var seen in post.Facts.DistinctBy(seen => seen.Fact))
        {
            await writing.Run(
                """
                INSERT INTO correction_fact (community, delivery, fact, shows, told, telling)
                VALUES (@community, @delivery, @fact, @shows, @told, @telling)
                """,
                cancellation,
                [
                    .. of,
                    ("fact", seen.Fact.Value),
                    ("shows", seen.Shows),
                    ("told", seen.Told),
                    ("telling", telling.TryGetValue(seen.Fact, out var state) ? state : DBNull.Value),
                ]
            );
        }
    }

    /// <summary>Who was told what stays so whatever the store is put back to. The receipts must be there; every post is looked at again.</summary>
    public static async Task CarryOver(Transaction present, Transaction restored, CancellationToken cancellation)
    {
        foreach (
            var post in await Read(
                present,
                "EXISTS (SELECT 1 FROM correction c WHERE c.community = r.community AND c.delivery = r.delivery)",
                cancellation
            )
        )
        {
            await restored.Run(
                Begin,
                cancellation,
                ("community", post.Receipt.Community.Value),
                ("delivery", post.Receipt.Delivery.Value),
                ("wanted", DBNull.Value),
                ("until", Statements.Stamp(DateTimeOffset.MinValue))
            );
            await Write(restored, post, cancellation);
        }

        await restored.Run("UPDATE receipt SET looked = 0", cancellation);
    }

    private static Func<TrackedPost, TrackedPost> Became(DbDataReader row)
    {
        var (settled, notes, state) = (row.GetInt64(2), row.GetInt32(3), Enum.Parse<CorrectionState>(row.GetString(4)));
        var (why, tries) = (row.IsDBNull(5) ? null : row.GetString(5), row.GetInt32(6));
        DateTimeOffset? next = row.IsDBNull(7) ? null : row.Moment(7);
        Instruction? wanted = row.IsDBNull(8) ? null : Enum.Parse<Instruction>(row.GetString(8));
        return post =>
            post with
            {
                Settled = settled,
                Notes = notes,
                State = state,
                Why = why,
                Tries = tries,
                NextTry = next,
                Wanted = wanted,
            };
    }
}
