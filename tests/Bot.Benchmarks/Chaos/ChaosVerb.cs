using System.CommandLine;
using Bot.Benchmarks.Crash;
using Bot.Benchmarks.Stores;
using Bot.Storage;
using Bot.Testing.Postgres;
using Npgsql;

namespace Bot.Benchmarks.Chaos;

/// <summary><c>chaos</c>: several replicas on one database, to which everything happens that happens to machines and networks.</summary>
internal sealed class ChaosVerb : Command
{
    private readonly Option<double> minutes = new("--minutes")
    {
        Description = "How long.",
        HelpName = "N",
        DefaultValueFactory = _ => 30,
    };
    private readonly Option<int> replicas = new("--replicas")
    {
        Description = "How many processes of the service.",
        HelpName = "N",
        DefaultValueFactory = _ => 3,
    };
    private readonly Option<int> seed = new("--seed")
    {
        Description = "The same seed lets the same befall the same replicas in the same order.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    public ChaosVerb()
        : base(
            "chaos",
            "Kill, stop and cut off replicas and their database; wrong is any change that is lost, done twice or not told to all."
        )
    {
        Add(minutes);
        Add(replicas);
        Add(seed);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        await using var server = new PrivatePostgres();
        var folder = Directory.CreateTempSubdirectory("dateline-chaos-");
        var database = new NpgsqlConnectionStringBuilder(await server.NewDatabase(cancellation));
        await using var proxy = new Proxy(database.Port);
        var through = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = proxy.Port };
        var random = new Random(parsed.GetValue(seed));
        using var run = new ChaosRun(
            random,
            new Disturbances(server, database.ConnectionString, proxy),
            folder,
            ServedStory.Settings(StoreKind.Postgres, through.ConnectionString),
            ServedStory.Read()
        );
        try
        {
            await run.Go(parsed.GetValue(replicas), TimeSpan.FromMinutes(parsed.GetValue(minutes)), cancellation);
            await using var store = Store.Postgres(database.ConnectionString, TimeProvider.System);
            var wrong = await run.Wrong(store, cancellation);
            run.Show();
            foreach (var each in wrong)
            {
                Console.WriteLine(each);
            }

            return wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
