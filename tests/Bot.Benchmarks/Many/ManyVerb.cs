using System.CommandLine;
using Bot.Benchmarks.Stores;
using Bot.Knowledge.Lexicons;
using Bot.Storage;
using Bot.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Benchmarks.Many;

/// <summary><c>many</c>: many communities in one store under the service as it is, and what one more of them costs: room, memory, time to start, and time at each look for digests.</summary>
internal sealed class ManyVerb : Command
{
    private readonly NumberOption communities = new("--communities", "How many.", 10_000);
    private readonly NumberOption share = new("--share", "How many in a hundred have facts of their own.", 100);
    private readonly NumberOption own = new("--own", "Facts of each of these; every tenth changes one of the base.", 50);
    private readonly NumberOption facts = new("--base", "Facts of the base.", 1_000);
    private readonly Option<StoreKind> store = new("--store")
    {
        Description = "sqlite or postgres.",
        HelpName = "KIND",
        DefaultValueFactory = _ => StoreKind.Sqlite,
    };

    public ManyVerb()
        : base("many", "Measure what many communities in one store cost the service.")
    {
        Add(communities);
        Add(share);
        Add(own);
        Add(facts);
        Add(store);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var kind = parsed.GetValue(store);
        if (kind is StoreKind.Memory)
        {
            Console.Error.WriteLine("What is in memory is gone with the service: choose sqlite or postgres.");
            return 2;
        }

        await using var postgres = new PrivatePostgres(synced: true);
        var folder = Directory.CreateTempSubdirectory("dateline-many-");
        var connection = kind is StoreKind.Sqlite ? Path.Combine(folder.FullName, "dateline.db") : await postgres.NewDatabase(cancellation);
        var crowd = new StoredCommunities(
            parsed.GetValue(communities),
            parsed.GetValue(share),
            parsed.GetValue(own),
            parsed.GetValue(facts),
            ShippedLexicon.Read()
        );
        try
        {
            await crowd.Measure(
                () =>
                    kind is StoreKind.Sqlite
                        ? Store.Sqlite(connection, TimeProvider.System)
                        : Store.Postgres(connection, TimeProvider.System),
                [("Store:Provider", kind.ToString().ToLowerInvariant()), ("Store:ConnectionString", connection)],
                () => kind is StoreKind.Sqlite ? Task.FromResult(new FileInfo(connection).Length) : Size(connection, cancellation),
                cancellation
            );
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<long> Size(string connection, CancellationToken cancellation)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync(cancellation);
        await using var size = new NpgsqlCommand("SELECT pg_database_size(current_database())", database);
        return (long)(await size.ExecuteScalarAsync(cancellation))!;
    }
}
