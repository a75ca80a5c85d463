using System.Diagnostics;
using System.Globalization;
using Bot.Benchmarks.Programs;

namespace Bot.Benchmarks.Crash;

/// <summary>What the child was doing when it was killed.</summary>
internal enum Phase
{
    Starting,
    Loading,
    Appending,
    Idle,
}

/// <summary>A running child. What it has said when it is killed is still heard.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;
    private readonly Ledger ledger;
    private readonly Task listening;
    private readonly Task<string> complaints;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string said = "";

    private Child(Process process, Uri address, Ledger ledger)
    {
        (this.process, Address, this.ledger) = (process, address, ledger);
        listening = Task.Run(Listen);
        complaints = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Of its private listener.</summary>
    public Uri Address { get; }

    /// <summary>What it took of the processors until now.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What it is at.</summary>
    public Phase Phase =>
        said switch
        {
            ChildVerb.Ready => ledger.IsWaiting ? Phase.Appending : Phase.Idle,
            ChildVerb.Loading => Phase.Loading,
            _ => Phase.Starting,
        };

    public static Child Start(DirectoryInfo folder, IEnumerable<string> settings, Ledger ledger)
    {
        var address = new Uri($"http://127.0.0.1:{StartedProgram.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, ChildVerb.Verb, $"--Urls={address}", .. settings])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new Child(Process.Start(start)!, address, ledger);
    }

    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public async Task Ready(CancellationToken cancellation)
    {
        await Task.WhenAny(ready.Task, listening).WaitAsync(cancellation);
        if (!ready.Task.IsCompleted)
        {
            throw new InvalidOperationException($"The service did not start: {await complaints}");
        }
    }

    public async Task Send(WireLine line)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(line.Write());
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It was killed meanwhile.
        }
    }

    /// <summary>SIGKILL: the process has no say in it. Then reads to the end what it said before.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await listening;
    }

    /// <param name="name">Without SIG.</param>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line is ChildVerb.Starting or ChildVerb.Loading or ChildVerb.Ready)
            {
                said = line;
                if (line == ChildVerb.Ready)
                {
                    ready.SetResult();
                }
            }
            else
            {
                ledger.Hear(line);
            }
        }
    }
}
