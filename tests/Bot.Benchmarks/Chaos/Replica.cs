using System.Globalization;
using Bot.Benchmarks.Crash;

namespace Bot.Benchmarks.Chaos;

/// <summary>One of several processes of the service on one database: it can be killed and started again, and made to stand still.</summary>
internal sealed class Replica(int number, DirectoryInfo folder, IReadOnlyList<string> settings, Ledger ledger) : IDisposable
{
    private Child child = Child.Start(folder, settings, ledger);

    public string Name => string.Create(CultureInfo.InvariantCulture, $"replica {number}");

    public bool IsStill { get; private set; }

    /// <summary>Whether it takes changes.</summary>
    public bool IsUp { get; private set; }

    /// <summary>False where it ended instead.</summary>
    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        try
        {
            await child.Ready(cancellation);
            IsUp = true;
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
        await child.Kill();
        child.Dispose();
        child = Child.Start(folder, settings, ledger);
    }

    /// <summary>SIGSTOP: it does nothing, and its connections stay.</summary>
    public async Task StandStill()
    {
        IsStill = true;
        await child.Signal("STOP");
    }

    public async Task GoOn()
    {
        IsStill = false;
        await child.Signal("CONT");
    }

    public void Dispose() => child.Dispose();
}
