using Bot.Storage.Databases;

namespace Bot.Storage.Backups;

/// <summary>Rows from one database to another that has the same tables, whatever these are.</summary>
internal static class TableCopy
{
    /// <summary>Which scripts were run is each database's own.</summary>
    private const string Scripts = "schemaversions";

    /// <summary>Rows of one statement: a database takes only so many parameters.</summary>
    private const int Chunk = 64;

    /// <summary>Makes the tables that both have hold what the one holds, in the transactions given.</summary>
    /// <returns>The number of rows by table.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> Copy(
        (Database Database, Transaction Reading) from,
        (Database Database, Transaction Writing) to,
        CancellationToken cancellation
    )
    {
        var (theirs, ours) = (await from.Database.Tables(cancellation), await to.Database.Tables(cancellation));
        var copied = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in theirs.Keys.Where(ours.ContainsKey).Where(IsData).Order(StringComparer.Ordinal))
        {
            await to.Writing.Run($"DELETE FROM \"{table}\"", cancellation);
            copied[table] = await Copy(from.Reading, to.Writing, table, theirs[table], cancellation);
        }

        return copied;
    }

    public static async Task<long> Count(Transaction reading, string table, CancellationToken cancellation) =>
        (await reading.Read($"SELECT count(*) FROM \"{table}\"", row => row.GetInt64(0), cancellation)).Single();

    private static bool IsData(string table) => !string.Equals(table, Scripts, StringComparison.OrdinalIgnoreCase);

    private static async Task<long> Copy(
        Transaction reading,
        Transaction writing,
        string table,
        IReadOnlyList<string> columns,
        CancellationToken cancellation
    )
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        await using var command = reading.Command($"SELECT {names} FROM \"{table}\"");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (count, rows) = (0L, new List<object[]>());
        while (await reader.ReadAsync(cancellation))
        {
            var row = new object[columns.Count];
            reader.GetValues(row);
            rows.Add(row);
            count++;
            if (rows.Count == Chunk)
            {
                await Insert(writing, $"\"{table}\" ({names})", rows, cancellation);
                rows.Clear();
            }
        }

        await Insert(writing, $"\"{table}\" ({names})", rows, cancellation);
        return count;
    }

    private static async Task Insert(Transaction writing, string into, List<object[]> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        static string Name(int row, int column) => FormattableString.Invariant($"r{row}c{column}");
        var places = rows.Select((row, i) => $"({string.Join(", ", row.Select((_, column) => $"@{Name(i, column)}"))})");
        await using var command = writing.Command($"INSERT INTO {into} VALUES {string.Join(", ", places)}");
        for (var i = 0; i < rows.Count; i++)
        {
            for (var column = 0; column < rows[i].Length; column++)
            {
                command.Give(Name(i, column), rows[i][column]);
            }
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
