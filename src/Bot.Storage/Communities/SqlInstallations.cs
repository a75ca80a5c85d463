using Bot.Core.Communities;
using Bot.Storage.Databases;

namespace Bot.Storage.Communities;

internal sealed class SqlInstallations(Func<Task<Database>> opened, TimeProvider time) : IInstallations
{
    private const string Columns = "community, content, version, installed_at";

    private static readonly string NoTurn = Statements.Stamp(DateTimeOffset.MinValue);

    public async ValueTask<Installation?> Find(CommunityId community, CancellationToken cancellation) =>
        (
            await (await opened()).Read(
                $"SELECT {Columns} FROM installation WHERE community = @community",
                row => new Installation(new CommunityId(row.GetString(0)), row.GetString(1), row.GetInt64(2), row.Moment(3)),
                cancellation,
                ("community", community.Value)
            )
        ).SingleOrDefault();

    public async ValueTask Install(CommunityId community, string content, CancellationToken cancellation) =>
        await Write(
            """
            INSERT INTO installation (community, content, version, installed_at, turn_until)
            VALUES (@community, @content, 1, @now, @none)
            ON CONFLICT (community) DO UPDATE SET
              content = excluded.content, version = installation.version + 1, installed_at = excluded.installed_at, turn_until = excluded.turn_until
            """,
            cancellation,
            ("community", community.Value),
            ("content", content),
            ("now", Statements.Stamp(time.GetUtcNow())),
            ("none", NoTurn)
        );

    public async ValueTask<bool> BeginRenewal(Installation read, TimeSpan within, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await Write(
            "UPDATE installation SET turn_until = @until WHERE community = @community AND version = @version AND installed_at = @at AND turn_until <= @now",
            cancellation,
            [.. Key(read), ("until", Statements.Stamp(now + within)), ("now", Statements.Stamp(now))]
        );
    }

    public async ValueTask<bool> Renew(Installation read, string content, CancellationToken cancellation) =>
        await Write(
            """
            UPDATE installation SET content = @content, version = version + 1, turn_until = @none
            WHERE community = @community AND version = @version AND installed_at = @at
            """,
            cancellation,
            [.. Key(read), ("content", content), ("none", NoTurn)]
        );

    public async ValueTask<bool> Remove(CommunityId community, DateTimeOffset madeBy, CancellationToken cancellation)
    {
        await Write(
            "DELETE FROM installation WHERE community = @community AND installed_at <= @by",
            cancellation,
            ("community", community.Value),
            ("by", Statements.Stamp(madeBy))
        );
        return await Find(community, cancellation) is null;
    }

    /// <summary>
    /// What is handed over now holds, not what was at the time of a backup: it may have been renewed since, which ends what was before. Who has left since hands over nothing.
    /// </summary>
    public static async Task CarryOver(Transaction present, Transaction restored, CancellationToken cancellation)
    {
        await restored.Run(
            "DELETE FROM installation WHERE community IN (SELECT community FROM community WHERE left_at IS NOT NULL)",
            cancellation
        );
        var rows = await present.Read(
            $"SELECT {Columns} FROM installation",
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3)),
            cancellation
        );
        foreach (var (community, content, version, at) in rows)
        {
            await restored.Run(
                """
                INSERT INTO installation (community, content, version, installed_at, turn_until)
                VALUES (@community, @content, @version, @at, @none)
                ON CONFLICT (community) DO UPDATE SET
                  content = excluded.content, version = excluded.version, installed_at = excluded.installed_at, turn_until = excluded.turn_until
                """,
                cancellation,
                ("community", community),
                ("content", content),
                ("version", version),
                ("at", at),
                ("none", NoTurn)
            );
        }
    }

    private static (string, object)[] Key(Installation read) =>
        [("community", read.Community.Value), ("version", read.Version), ("at", Statements.Stamp(read.At))];

    private async Task<bool> Write(string sql, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var touched = await writing.Run(sql, cancellation, values);
        await writing.Commit(cancellation);
        return touched > 0;
    }
}
