using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Storage.Databases;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Corrections;

/// <summary>Derives from the journal which posts show facts that changed. Changes of one post are one row.</summary>
internal sealed class PostChanges : ISubscriber
{
    public string Name => "corrections";

    public IReadOnlyList<string> Tables => ["correction_due"];

    public async Task Apply(JournalPage page, Transaction writing, CancellationToken cancellation)
    {
        foreach (var envelope in page.Events)
        {
            foreach (var fact in PendingChange.Touched(envelope.Event))
            {
                await Apply(envelope, fact, writing, cancellation);
            }
        }

        // What was dealt with would only be read again and again.
        await writing.Run(
            """
            DELETE FROM correction_due WHERE EXISTS (
              SELECT 1 FROM correction c WHERE c.community = correction_due.community AND c.delivery = correction_due.delivery
                AND c.settled >= correction_due.of_base AND c.settled >= correction_due.of_community)
            """,
            cancellation
        );
    }

    private static async Task Apply(Envelope envelope, FactId fact, Transaction writing, CancellationToken cancellation)
    {
        var posts = await writing.Read(
            $"""
            SELECT r.community, r.delivery FROM receipt r
            WHERE r.story = @story AND r.state <> @removed {(envelope.Community == CommunityId.Base ? "" : "AND r.community = @community")}
              AND (r.community, r.delivery) IN (
                SELECT community, delivery FROM receipt_fact WHERE fact = @fact
                UNION SELECT community, delivery FROM correction_fact WHERE fact = @fact)
            ORDER BY r.community, r.delivery
            """,
            row => (Community: row.GetString(0), Delivery: row.GetString(1)),
            cancellation,
            ("story", envelope.Story.Value),
            ("removed", nameof(PostState.Removed)),
            ("community", envelope.Community.Value),
            ("fact", fact.Value)
        );
        foreach (var (community, delivery) in posts)
        {
            await Apply(envelope, community, delivery, writing, cancellation);
        }
    }

    private static async Task Apply(
        Envelope envelope,
        string community,
        string delivery,
        Transaction writing,
        CancellationToken cancellation
    )
    {
        (string Name, object Value)[] post = [("community", community), ("delivery", delivery)];
        var open = await writing.Read(
            $"SELECT {CorrectionRows.Change} FROM {CorrectionRows.Pending} AND d.community = @community AND d.delivery = @delivery",
            row => CorrectionRows.ReadChange(row, 0),
            cancellation,
            post
        );
        var next = PendingChange.After(open.SingleOrDefault(), envelope);
        await writing.Run(
            """
            INSERT INTO correction_due (community, delivery, since, latest, of_base, of_community)
            VALUES (@community, @delivery, @since, @latest, @base, @own)
            ON CONFLICT (community, delivery) DO UPDATE SET
              since = excluded.since, latest = excluded.latest, of_base = excluded.of_base, of_community = excluded.of_community
            """,
            cancellation,
            [
                .. post,
                ("since", Statements.Stamp(next.Since)),
                ("latest", Statements.Stamp(next.Latest)),
                ("base", next.OfBase),
                ("own", next.OfCommunity),
            ]
        );
    }
}
