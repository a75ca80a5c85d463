using System.Diagnostics;
using Bot.Testing;
using Bot.Testing.Postgres;

namespace Bot.Host.Tests.Stores;

/// <summary>A short form of <c>Bot.Benchmarks crash</c>: the service is killed at random moments, and nothing that it acknowledged is lost or done twice.</summary>
public sealed class CrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Nothing_acknowledged_is_lost_with_SQLite_when_the_service_is_killed() => Kill("sqlite");

    [Fact]
    public Task Nothing_acknowledged_is_lost_with_PostgreSQL_when_the_service_is_killed()
    {
        Assert.SkipUnless(PrivatePostgres.IsThere, "No PostgreSQL here: `./test --install` brings it.");
        return Kill("postgres");
    }

    private static async Task Kill(string store)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "crash", "--store", store, "--kills", "6", "--seed", "1"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var driver = Process.Start(start)!;
        var (said, complained) = (driver.StandardOutput.ReadToEndAsync(Cancel), driver.StandardError.ReadToEndAsync(Cancel));
        await driver.WaitForExitAsync(Cancel);

        driver.ExitCode.ShouldBe(0, await said + await complained);
        (await said).ShouldContain("6 kills: ");
    }

    /// <summary>The driver, built the way this project was.</summary>
    private static string Program
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return Repository.Folder("tests", "Bot.Benchmarks", "bin", here.Parent!.Name, here.Name, "Bot.Benchmarks.dll");
        }
    }
}
