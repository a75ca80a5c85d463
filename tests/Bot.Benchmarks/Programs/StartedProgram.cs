using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bot.Benchmarks.Programs;

/// <summary>A built program of ours that serves on a loopback port of its own, until it is disposed.</summary>
internal sealed class StartedProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    private readonly Process process;
    private readonly DirectoryInfo? ownFolder;

    private StartedProgram(Process process, DirectoryInfo? ownFolder, Uri address) =>
        (this.process, this.ownFolder, Address) = (process, ownFolder, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first 200.</summary>
    public TimeSpan Start { get; private set; }

    /// <summary>What it took of the processors until now.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="program">The assembly to run.</param>
    /// <param name="path">Where it answers 200 when it is ready.</param>
    public static Task<StartedProgram> Run(string program, string path, CancellationToken cancellation, params string[] arguments) =>
        Run(folder: null, program, path, cancellation, arguments);

    /// <inheritdoc cref="Run(string, string, CancellationToken, string[])" />
    /// <param name="folder">The folder it works in, which stays; null: one of its own.</param>
    public static async Task<StartedProgram> Run(
        DirectoryInfo? folder,
        string program,
        string path,
        CancellationToken cancellation,
        params string[] arguments
    )
    {
        var own = folder is null ? Directory.CreateTempSubdirectory("dateline-run-") : null;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--urls", address.ToString()])
        {
            WorkingDirectory = (folder ?? own!).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var running = new StartedProgram(process, own, address);
        using var client = new HttpClient { BaseAddress = address };
        while (!await Answers(client, path, cancellation))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                running.Dispose();
                throw new InvalidOperationException($"{Path.GetFileName(program)} does not answer on {path}.");
            }

            await Task.Delay(Glance, TimeProvider.System, cancellation);
        }

        running.Start = Stopwatch.GetElapsedTime(started);
        return running;
    }

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        ownFolder?.Delete(recursive: true);
    }

    private static async Task<bool> Answers(HttpClient client, string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(path, cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Complain(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            Console.Error.WriteLine(line);
        }
    }
}
