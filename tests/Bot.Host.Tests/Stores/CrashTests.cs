using Bot.Host.Tests.Hosting;
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
        var run = await Measures.Run(Cancel, "crash", "--store", store, "--kills", "4", "--seed", "1");

        run.Code.ShouldBe(0, run.Out + run.Error);
        run.Out.ShouldContain("4 kills: ");
    }
}
