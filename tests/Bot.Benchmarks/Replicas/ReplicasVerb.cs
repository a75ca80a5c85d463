using System.CommandLine;
using Bot.Benchmarks.Crash;
using Bot.Benchmarks.Stores;
using Bot.Testing.Postgres;

namespace Bot.Benchmarks.Replicas;

/// <summary><c>replicas</c>: what one, two and three replicas answer on the same processors, in turns, and how soon an accepted change is at all of them at half of that load.</summary>
internal sealed class ReplicasVerb : Command
{
    private const int Most = 3;

    /// <summary>An accepted change is answered by every replica within this time.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(1);

    private readonly NumberOption rounds = new("--rounds", "How often each number of replicas has its turn.", 5);
    private readonly NumberOption seconds = new("--seconds", "How long a turn is.", 8);
    private readonly NumberOption half = new("--half", "For how many seconds changes are made at half load.", 60);

    public ReplicasVerb()
        : base(
            "replicas",
            "Measure what one, two and three replicas answer, and how soon a change is at all; wrong is a p99 over a second."
        )
    {
        Add(rounds);
        Add(seconds);
        Add(half);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        await using var server = new PrivatePostgres(synced: true);
        var folder = Directory.CreateTempSubdirectory("dateline-replicas-");
        var settings = ServedStory.Settings(StoreKind.Postgres, await server.NewDatabase(cancellation));
        var turns = Enumerable.Range(1, Most).ToDictionary(count => count, _ => new List<Turn>());
        for (var round = 0; round < parsed.GetValue(rounds); round++)
        {
            foreach (var (count, done) in turns)
            {
                await using var replicas = await RunningReplicas.Start(count, folder, settings, cancellation);
                await WarmUp(replicas, parsed.GetValue(seconds), cancellation);
                done.Add(await Load.AsMuchAsGoes(replicas, TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellation));
            }
        }

        foreach (var (count, done) in turns)
        {
            Show(count, done, turns[1]);
        }

        var pace = Middle(turns[Most], turn => turn.PerSecond) / 2;
        await using var all = await RunningReplicas.Start(Most, folder, settings, cancellation);
        await WarmUp(all, parsed.GetValue(seconds), cancellation);
        var changes = new ChangesMeanwhile(all, new Random(1));
        var (warmUp, time) = (TimeSpan.FromSeconds(2 * parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(half)));
        await changes.Make(Load.AtPace(all, pace, cancellation), warmUp, time, cancellation);
        changes.Show(pace);
        folder.Delete(recursive: true);
        return changes.Count > 0 && changes.P99 <= InTime && changes.Faults.Count == 0 ? 0 : 1;
    }

    /// <summary>Each is asked as much as one alone would be: what a process does for the first times takes longest.</summary>
    private static Task<Turn> WarmUp(RunningReplicas replicas, int seconds, CancellationToken cancellation) =>
        Load.AsMuchAsGoes(replicas, TimeSpan.FromSeconds(2 * seconds * replicas.All.Count), cancellation);

    private static void Show(int count, List<Turn> turns, List<Turn> alone)
    {
        // Of each round by itself: what else the machine did changes from one to the next.
        var beside = turns.Zip(alone, (turn, one) => turn.Processor / one.Processor).Order().ElementAt(turns.Count / 2);
        Console.WriteLine(
            FormattableString.Invariant(
                $"{count} replica{(count > 1 ? "s" : " ")}: {Middle(turns, turn => turn.PerSecond), 8:N0} requests a second, {Middle(turns, turn => turn.Processor), 6:0} µs of processor time each, {beside:0.00} of what one takes"
            )
        );
    }

    private static double Middle(List<Turn> turns, Func<Turn, double> what) => turns.Select(what).Order().ElementAt(turns.Count / 2);
}
