using Bot.Host.Tests.Hosting;
using Bot.Testing.Postgres;

namespace Bot.Host.Tests.Replicas;

/// <summary>A short form of <c>Bot.Benchmarks chaos</c>.</summary>
public sealed class ChaosTests
{
    [Fact]
    public async Task Three_replicas_lose_nothing_and_have_the_same_whatever_befalls_them_and_their_database()
    {
        Assert.SkipUnless(PrivatePostgres.IsThere, "No PostgreSQL here: `./test --install` brings it.");

        var run = await Measures.Run(TestContext.Current.CancellationToken, "chaos", "--minutes", "0.5", "--seed", "1");

        run.Code.ShouldBe(0, run.Out + run.Error);
        run.Out.ShouldContain(" changes acknowledged");
    }
}
