using System.Diagnostics;
using System.Globalization;
using Bot.Benchmarks.Crash;
using Bot.Testing;

namespace Bot.Benchmarks.Chaos;

/// <summary>One of several processes of the service on one database: it can be killed and started again, and made to stand still.</summary>
internal sealed class Replica : IDisposable
{
    /// <summary>What it was told while it stood still it is given so long to work off.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(5);

    private readonly int number;
    private readonly DirectoryInfo folder;
    private readonly IReadOnlyList<string> settings;
    private readonly Ledger ledger;
    private readonly Lock gate = new();

    /// <summary>When it was not there for anybody; the last may go on.</summary>
    private readonly List<(long From, long Until)> away = [];
    private Child child;

    public Replica(int number, DirectoryInfo folder, IReadOnlyList<string> settings, Ledger ledger)
    {
        (this.number, this.folder, this.ledger) = (number, folder, ledger);
        Public = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        this.settings = [.. settings, $"--Public:Urls={Public}"];
        Leave();
        child = Child.Start(folder, this.settings, ledger);
    }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"replica {number}");

    /// <summary>Where the platforms send to.</summary>
    public Uri Public { get; }

    /// <summary>Its private listener.</summary>
    public Uri Address => child.Address;

    public bool IsStill { get; private set; }

    /// <summary>Whether it takes changes.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Whether it was killed or stood still at any time between two timestamps.</summary>
    public bool WasAway(long from, long until)
    {
        lock (gate)
        {
            return away.Exists(each => each.From <= until && each.Until >= from);
        }
    }

    /// <summary>False where it ended instead.</summary>
    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        try
        {
            await child.Ready(cancellation);
            IsUp = true;
            ComeBack(TimeSpan.Zero);
        }
        catch (InvalidOperationException)
        {
            // Its own sentence says why: the store cannot be opened.
        }

        return IsUp;
    }

    public Task Send(WireLine line) => child.Send(line);

    /// <summary>Kills it, and starts another in its place.</summary>
    public async Task Replace()
    {
        (IsUp, IsStill) = (false, false);
        Leave();
        await child.Kill();
        child.Dispose();
        child = Child.Start(folder, settings, ledger);
    }

    /// <summary>SIGSTOP: it does nothing, and its connections stay.</summary>
    public async Task StandStill()
    {
        IsStill = true;
        Leave();
        await child.Signal("STOP");
    }

    public async Task GoOn()
    {
        IsStill = false;
        await child.Signal("CONT");
        ComeBack(CatchUp);
    }

    public void Dispose() => child.Dispose();

    private void Leave()
    {
        lock (gate)
        {
            if (away is not [.., { Until: long.MaxValue }])
            {
                away.Add((Stopwatch.GetTimestamp(), long.MaxValue));
            }
        }
    }

    private void ComeBack(TimeSpan after)
    {
        lock (gate)
        {
            away[^1] = away[^1] with { Until = Stopwatch.GetTimestamp() + (long)(after.TotalSeconds * Stopwatch.Frequency) };
        }
    }
}
