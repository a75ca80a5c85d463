using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Storage.Databases;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Corrections;

/// <param name="deriving">What leads <see cref="PostChanges"/> through the journal.</param>
internal sealed class SqlCorrections(Func<Task<Database>> opened, Subscription deriving) : ICorrections
{
    /// <summary>Posts about which there is something to do, sooner or later.</summary>
    private const string IsOpen = """
        (r.community, r.delivery) IN (
          SELECT d.community, d.delivery FROM correction_due d
          UNION SELECT o.community, o.delivery FROM correction o WHERE o.noting = 1 OR o.next_try IS NOT NULL OR o.wanted = @now_wanted
          UNION SELECT n.community, n.delivery FROM receipt n WHERE n.looked = 0 AND n.at <= @before)
        """;

    public async ValueTask<IReadOnlyList<TrackedPost>> Open(
        DateTimeOffset now,
        DateTimeOffset madeBefore,
        int most,
        CancellationToken cancellation
    )
    {
        await TakeIn(cancellation);
        await using var reading = await (await opened()).OpenSnapshot(cancellation);
        (string Name, object Value)[] values =
        [
            ("now_wanted", nameof(Instruction.SendNow)),
            ("before", Statements.Stamp(madeBefore)),
            ("removed", nameof(PostState.Removed)),
            ("now", Statements.Stamp(now)),
            ("most", most),
        ];
        var posts = await CorrectionRows.Read(
            reading,
            $"""
            (r.community, r.delivery) IN (
              SELECT r.community, r.delivery FROM receipt r
              LEFT JOIN correction c ON c.community = r.community AND c.delivery = r.delivery
              LEFT JOIN correction_due p ON p.community = r.community AND p.delivery = r.delivery
              WHERE {IsOpen} AND r.state <> @removed
                AND (c.next_try IS NULL OR c.next_try <= @now) AND (c.claimed_until IS NULL OR c.claimed_until <= @now)
                AND (r.looked = 0 OR c.noting = 1 OR c.next_try IS NOT NULL OR c.wanted = @now_wanted
                  OR p.of_base > coalesce(c.settled, 0) OR p.of_community > coalesce(c.settled, 0))
              ORDER BY coalesce(p.since, r.at), r.community, r.delivery LIMIT @most)
            """,
            cancellation,
            values
        );
        return
        [
            .. posts
                .OrderBy(post => post.Pending?.Since ?? post.Receipt.At)
                .ThenBy(post => post.Receipt.Delivery.Value, StringComparer.Ordinal),
        ];
    }

    public async ValueTask<bool> Take(Claim claim, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var taken = await writing.Run(
            $"""
            {CorrectionRows.Begin}
            ON CONFLICT (community, delivery) DO UPDATE SET claimed_until = @until WHERE correction.claimed_until <= @now
            """,
            cancellation,
            ("community", claim.Community.Value),
            ("delivery", claim.Delivery.Value),
            ("wanted", DBNull.Value),
            ("until", Statements.Stamp(claim.Until)),
            ("now", Statements.Stamp(now))
        );
        await writing.Commit(cancellation);
        return taken > 0;
    }

    public async ValueTask Save(TrackedPost post, Claim claim, bool ends, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var mine = await writing.Run(
            """
            UPDATE correction SET claimed_until = @next
            WHERE community = @community AND delivery = @delivery AND claimed_until = @until
            """,
            cancellation,
            ("community", claim.Community.Value),
            ("delivery", claim.Delivery.Value),
            ("until", Statements.Stamp(claim.Until)),
            ("next", Statements.Stamp(ends ? DateTimeOffset.MinValue : claim.Until))
        );
        if (mine == 0)
        {
            return;
        }

        await CorrectionRows.Write(writing, post, cancellation);
        await writing.Commit(cancellation);
    }

    public async ValueTask<int> Instruct(CommunityId community, FactId fact, Instruction wanted, CancellationToken cancellation)
    {
        await TakeIn(cancellation);
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var meant = (
            await CorrectionRows.Read(
                writing,
                "r.community = @community AND r.state <> @removed",
                cancellation,
                ("community", community.Value),
                ("removed", nameof(PostState.Removed))
            )
        )
            .Where(post => post.IsMeantBy(fact, wanted))
            .ToList();
        foreach (var post in meant)
        {
            await writing.Run(
                $"""
                {CorrectionRows.Begin}
                ON CONFLICT (community, delivery) DO UPDATE SET wanted = @wanted, next_try = NULL
                """,
                cancellation,
                ("community", community.Value),
                ("delivery", post.Receipt.Delivery.Value),
                ("wanted", wanted.ToString()),
                ("until", Statements.Stamp(DateTimeOffset.MinValue))
            );
        }

        await writing.Commit(cancellation);
        return meant.Count;
    }

    public async ValueTask<IReadOnlyList<TrackedPost>> All(CommunityId community, CancellationToken cancellation)
    {
        await TakeIn(cancellation);
        await using var reading = await (await opened()).OpenSnapshot(cancellation);
        return await CorrectionRows.Read(reading, "r.community = @community", cancellation, ("community", community.Value));
    }

    public async ValueTask<IReadOnlyList<TrackedPost>> Left(CancellationToken cancellation)
    {
        await using var reading = await (await opened()).OpenSnapshot(cancellation);
        return await CorrectionRows.Read(
            reading,
            """
            r.state <> @removed AND (r.community, r.delivery) IN (
              SELECT c.community, c.delivery FROM correction c WHERE c.state IN (@not_edited, @not_noted) AND c.next_try IS NULL)
            """,
            cancellation,
            ("removed", nameof(PostState.Removed)),
            ("not_edited", nameof(CorrectionState.CannotEdit)),
            ("not_noted", nameof(CorrectionState.NotNoted))
        );
    }

    private async Task TakeIn(CancellationToken cancellation)
    {
        while (await deriving.Step(cancellation)) { }
    }
}
