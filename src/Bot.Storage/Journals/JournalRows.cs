using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Bot.Storage.Databases;
using Bot.Storage.Events;

namespace Bot.Storage.Journals;

/// <summary>Rows of the journal into the table and out of it.</summary>
internal static class JournalRows
{
    public const string Columns =
        "position, community, story, stream, version, command, at, by, reason, kind, schema, payload, content_hash, chain_hash";

    private static readonly int Width = Columns.Count(c => c == ',') + 1;
    private static readonly string InsertOne =
        $"INSERT INTO journal ({Columns}) VALUES ({string.Join(", ", Enumerable.Range(0, Width).Select(Name).Select(name => "@" + name))})";

    /// <summary>
    /// One statement, made ready once and run for each row: names of parameters are looked up one by one, so that a statement of many rows costs more than
    /// its rows. The last one moves the head.
    /// </summary>
    public static async Task Insert(Transaction writing, IReadOnlyList<JournalRow> rows, CancellationToken cancellation)
    {
        if (rows.Count > 1)
        {
            await Run(writing, InsertOne, rows.Take(rows.Count - 1), cancellation);
        }

        await Run(writing, $"{InsertOne}; UPDATE journal_head SET position = @{Name(0)}", [rows[^1]], cancellation);
    }

    /// <summary>The rows after a position, in order.</summary>
    public static async Task<List<JournalRow>> Read(DbCommand command, long after, int atMost, CancellationToken cancellation)
    {
        command.CommandText = $"SELECT {Columns} FROM journal WHERE position > @after ORDER BY position LIMIT @most";
        command.Give(("after", after), ("most", (long)atMost));
        return await command.ReadAll(Read, cancellation);
    }

    public static JournalRow Read(DbDataReader row) =>
        new()
        {
            Position = row.GetInt64(0),
            Community = row.GetString(1),
            Story = row.GetString(2),
            Stream = row.GetString(3),
            Version = row.GetInt64(4),
            Command = row.GetString(5),
            At = row.Moment(6),
            By = row.GetString(7),
            Reason = JsonSerializer.Deserialize<string>(row.GetString(8))!,
            Event = new StoredEvent(row.GetString(9), checked((int)row.GetInt64(10)), row.GetString(11)),
            ContentHash = row.GetString(12),
            ChainHash = row.GetString(13),
        };

    private static async Task Run(Transaction writing, string sql, IEnumerable<JournalRow> rows, CancellationToken cancellation)
    {
        await using var command = writing.Command(sql);
        foreach (var row in rows)
        {
            Give(command, row);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static void Give(DbCommand command, JournalRow row)
    {
        ReadOnlySpan<object> values =
        [
            row.Position,
            row.Community,
            row.Story,
            row.Stream,
            row.Version,
            row.Command,
            Statements.Stamp(row.At),
            row.By,
            // A text may hold characters that a column does not; as JSON it is always plain.
            JsonSerializer.Serialize(row.Reason, DomainJson.Options),
            row.Event.Kind,
            (long)row.Event.Schema,
            row.Event.Payload,
            row.ContentHash,
            row.ChainHash,
        ];
        for (var column = 0; column < values.Length; column++)
        {
            if (command.Parameters.Count == column)
            {
                command.Give((Name(column), values[column]));
            }
            else
            {
                command.Parameters[column].Value = values[column];
            }
        }
    }

    private static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");
}
