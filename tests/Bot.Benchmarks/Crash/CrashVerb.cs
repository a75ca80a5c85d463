using System.CommandLine;
using Bot.Benchmarks.Stores;
using Bot.Storage;
using Bot.Testing.Postgres;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Crash;

/// <summary><c>crash</c>: the service is killed at random moments while changes are sent to it; wrong is any that was acknowledged and is not there, or is there twice.</summary>
internal sealed class CrashVerb : Command
{
    private readonly NumberOption kills = new("--kills", "How often.", usual: 500);
    private readonly Option<int> seed = new("--seed")
    {
        Description = "The same seed sends the same changes; where they are when they are killed is the machine's.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<StoreKind> store = new("--store")
    {
        Description = "sqlite or postgres.",
        HelpName = "KIND",
        DefaultValueFactory = _ => StoreKind.Sqlite,
    };

    public CrashVerb()
        : base("crash", "Kill the service at random moments while it is sent changes; wrong is any that is lost or done twice.")
    {
        Add(store);
        Add(kills);
        Add(seed);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var kind = parsed.GetValue(store);
        if (kind is StoreKind.Memory)
        {
            Console.Error.WriteLine("What is in memory is gone with the process: choose sqlite or postgres.");
            return 2;
        }

        await using var postgres = new PrivatePostgres();
        var folder = Directory.CreateTempSubdirectory("dateline-crash-");
        var connection = kind is StoreKind.Sqlite ? Path.Combine(folder.FullName, "dateline.db") : await postgres.NewDatabase(cancellation);
        var run = new CrashRun(
            new Random(parsed.GetValue(seed)),
            folder,
            ServedStory.Settings(kind, connection),
            ServedStory.Read(),
            () => kind is StoreKind.Sqlite ? Store.Sqlite(connection, TimeProvider.System) : Store.Postgres(connection, TimeProvider.System)
        );
        try
        {
            var faults = await run.Kill(parsed.GetValue(kills), cancellation);
            run.Show();
            foreach (var fault in faults)
            {
                Console.WriteLine(fault);
            }

            return faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
