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
    private readonly NumberOption replicas = new("--replicas", "How many processes of the service.", usual: 3);
    private readonly Option<int> seed = new("--seed")
    {
        Description = "The same seed lets the same befall the same replicas in the same order.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> list = new("--list") { Description = "Only show what would befall them and when." };

    public ChaosVerb()
        : base(
            "chaos",
            "Kill, stop and cut off replicas and their database; wrong is any change that is lost, done twice or not told to all."
        )
    {
        Add(minutes);
        Add(replicas);
        Add(seed);
        Add(list);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (time, chance, count) = (TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed), parsed.GetValue(replicas));
        var plan = new FaultPlan(chance, count, time);
        if (parsed.GetValue(list))
        {
            plan.Show();
            return 0;
        }

        await using var server = new PrivatePostgres();
        await using var platforms = await Platforms.Start();
        var folder = Directory.CreateTempSubdirectory("dateline-chaos-");
        var database = new NpgsqlConnectionStringBuilder(await server.NewDatabase(cancellation));
        await using var proxy = new Proxy(database.Port);
        var through = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = proxy.Port };
        var (crowd, digests) = (new Crowd(platforms, chance), new DueDigests(platforms));
        await using (var empty = Open())
        {
            await digests.SetUp(empty, time, cancellation);
        }

        using var run = new ChaosRun(
            chance,
            count,
            plan,
            new Disturbances(server, database.ConnectionString, proxy),
            crowd,
            folder,
            [.. ServedStory.Settings(StoreKind.Postgres, through.ConnectionString), .. platforms.Settings],
            ServedStory.Read()
        );
        try
        {
            await run.Go(time, cancellation);
            await using var store = Open();
            await digests.Over(store, cancellation);
            var wrong = (await run.Wrong(store, cancellation)).Concat(crowd.Wrong()).Concat(digests.Wrong()).ToList();
            run.Show();
            crowd.Show();
            digests.Show();
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

        Store Open() => Store.Postgres(database.ConnectionString, TimeProvider.System);
    }
}
