using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Storage.Databases;
using Bot.Storage.Events;

namespace Bot.Storage.Journals;

/// <summary>Rows of the journal into the table and out of it.</summary>
internal static class JournalRows
{
    public const string Columns =
        "position, community, story, stream, version, command, at, by, reason, kind, schema, payload, content_hash, chain_hash";

    /// <summary>Rows of one statement: a database takes only so many parameters.</summary>
    private const int Chunk = 64;

    public static async Task Insert(Transaction writing, IReadOnlyList<JournalRow> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(Chunk))
        {
            await using var command = writing.Command(
                $"INSERT INTO journal ({Columns}) VALUES {Places(chunk.Length)}; UPDATE journal_head SET position = @last"
            );
            for (var i = 0; i < chunk.Length; i++)
            {
                Give(command, chunk[i], i);
            }

            command.Give("last", chunk[^1].Position);
            await command.ExecuteNonQueryAsync(cancellation);
        }
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

    private static void Give(DbCommand command, JournalRow row, int number)
    {
        Span<object> values =
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
            command.Give(Name(number, column), values[column]);
        }
    }

    private static string Places(int rows)
    {
        var places = new StringBuilder();
        var columns = Columns.Count(c => c == ',') + 1;
        for (var row = 0; row < rows; row++)
        {
            places
                .Append(row == 0 ? "(" : ", (")
                .AppendJoin(", ", Enumerable.Range(0, columns).Select(column => "@" + Name(row, column)))
                .Append(')');
        }

        return places.ToString();
    }

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"r{row}c{column}");
}
