using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Bot.Core.Tracing;

namespace Bot.Storage.Databases;

/// <summary>What every statement needs, on either database.</summary>
internal static class Statements
{
    public static void Give(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    public static void Give(this DbCommand command, params (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            command.Give(name, value);
        }
    }

    public static async Task<List<T>> ReadAll<T>(this DbCommand command, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Reads outside of any transaction.</summary>
    public static async Task<List<T>> Read<T>(
        this Database database,
        string sql,
        Func<DbDataReader, T> row,
        CancellationToken cancellation,
        params (string Name, object Value)[] values
    )
    {
        using var span = Spans.Begin("store read", ActivityKind.Client);
        span?.SetTag("db.system.name", database.Name);
        await using var connection = await database.OpenToRead(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Give(values);
        return await command.ReadAll(row, cancellation);
    }

    /// <summary>A moment as it is kept: in UTC, and of one length, so that texts stand in the order of time.</summary>
    public static string Stamp(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(this DbDataReader row, int column) =>
        DateTimeOffset.ParseExact(row.GetString(column), "O", CultureInfo.InvariantCulture);
}
