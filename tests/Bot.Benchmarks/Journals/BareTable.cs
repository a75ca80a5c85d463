using System.Data.Common;
using System.Globalization;
using Bot.Benchmarks.Stores;
using Bot.Core.Journal;
using Bot.Storage;
using Bot.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Benchmarks.Journals;

/// <summary>A journal, and beside it on the same disk a table without rules that takes the same row.</summary>
internal sealed class BareTable : IAsyncDisposable
{
    private const int Columns = 14;
    private const string Layout =
        "position BIGINT PRIMARY KEY, community TEXT, story TEXT, stream TEXT, version BIGINT, command TEXT, at TEXT, by TEXT, reason TEXT, kind TEXT, schema BIGINT, payload TEXT, content_hash TEXT, chain_hash TEXT";

    private readonly Store store;
    private readonly List<DbConnection> writers;
    private readonly SemaphoreSlim? turn;
    private readonly Func<ValueTask> clear;
    private object[] row = [];
    private long position;

    private BareTable(StoreKind kind, Store store, List<DbConnection> writers, Func<ValueTask> clear)
    {
        (Kind, this.store, this.writers, this.clear) = (kind, store, writers, clear);

        // A file has one writer at a time: they wait for each other as the journal's do, not by trying again.
        turn = kind is StoreKind.Sqlite ? new SemaphoreSlim(1, 1) : null;
    }

    public StoreKind Kind { get; }
    public IJournal Journal => store.Journal;

    public static async Task<BareTable> Open(StoreKind kind, CancellationToken cancellation)
    {
        if (kind is StoreKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("dateline-bare-");
            var bare = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "bare.db")}");
            await bare.OpenAsync(cancellation);
            await Execute(bare, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            await Execute(bare, $"CREATE TABLE bare ({Layout})");
            var file = Path.Combine(folder.FullName, "dateline.db");
            var table = new BareTable(kind, Store.Sqlite(file, TimeProvider.System), [bare], Clear);
            await table.TakeRow($"Data Source={file}", cancellation);
            return table;

            ValueTask Clear()
            {
                SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
                return ValueTask.CompletedTask;
            }
        }

        var server = new PrivatePostgres(synced: true);
        var database = await server.NewDatabase(cancellation);
        var writers = new List<DbConnection>();
        for (var i = 0; i < AppendContest.Writers; i++)
        {
            var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(cancellation);
            writers.Add(connection);
        }

        await Execute(writers[0], $"CREATE TABLE bare ({Layout})");
        var bares = new BareTable(kind, Store.Postgres(database, TimeProvider.System), writers, server.DisposeAsync);
        await bares.TakeRow(null, cancellation);
        return bares;
    }

    /// <summary>One row in a commit of its own.</summary>
    public async Task Insert(int writer, CancellationToken cancellation)
    {
        await (turn?.WaitAsync(cancellation) ?? Task.CompletedTask);
        try
        {
            await using var command = writers[writer % writers.Count].CreateCommand();
            command.CommandText = $"INSERT INTO bare VALUES ({string.Join(", ", Enumerable.Range(0, Columns).Select(Name))})";
            for (var column = 0; column < Columns; column++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (
                    Name(column),
                    column == 0 ? Interlocked.Increment(ref position) : row[column]
                );
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            turn?.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers)
        {
            await writer.DisposeAsync();
        }

        await store.DisposeAsync();
        await clear();
        turn?.Dispose();
    }

    /// <summary>The row that the journal makes of an append.</summary>
    private async Task TakeRow(string? file, CancellationToken cancellation)
    {
        await Journal.Append(MadeAppends.One(0, 0), cancellation);
        await using DbConnection? own = file is null ? null : new SqliteConnection(file);
        await (own?.OpenAsync(cancellation) ?? Task.CompletedTask);
        await using var command = (own ?? writers[0]).CreateCommand();
        command.CommandText = "SELECT * FROM journal";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        row = new object[Columns];
        reader.GetValues(row);
    }

    private static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"@c{column}");

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
