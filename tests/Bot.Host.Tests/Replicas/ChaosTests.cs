using System.Globalization;
using System.Text.RegularExpressions;
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

        var run = await Measures.Run(TestContext.Current.CancellationToken, "chaos", "--minutes", "1", "--seed", "1");

        run.Code.ShouldBe(0, run.Out + run.Error);
        Count(run.Out, "changes acknowledged").ShouldBeGreaterThan(0);
        Count(run.Out, "digests fell due").ShouldBeGreaterThan(0);
        Count(run.Out, "faults").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_same_seed_lets_the_same_befall_the_same_replicas_at_the_same_moments()
    {
        var first = await List("9");

        first.ShouldContain("Kill { Replica = ");
        (await List("9")).ShouldBe(first);
        (await List("10")).ShouldNotBe(first);
    }

    /// <summary>The number before some words, which begins a line.</summary>
    private static int Count(string said, string words) =>
        int.Parse(
            Regex.Match(said, $"^([0-9,]+) {words}", RegexOptions.Multiline | RegexOptions.CultureInvariant).Groups[1].Value,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );

    private static async Task<string> List(string seed) =>
        (await Measures.Run(TestContext.Current.CancellationToken, "chaos", "--list", "--minutes", "2", "--seed", seed)).Out;
}
