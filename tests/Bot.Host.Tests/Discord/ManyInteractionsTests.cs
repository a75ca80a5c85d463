using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Discord;

/// <summary>A short form of <c>Bot.Benchmarks interactions</c>, over few facts and with no limit of time.</summary>
public sealed class ManyInteractionsTests
{
    [Fact]
    public async Task Interactions_of_every_kind_are_answered_in_place_over_a_made_story()
    {
        var cancellation = TestContext.Current.CancellationToken;

        var run = await Measures.Run(cancellation, "interactions", "--facts", "2000", "--requests", "300", "--limit", "0");

        run.Code.ShouldBe(0, run.Out + run.Error);
        run.Out.ShouldContain("2,000 facts of 20 parties");
        run.Out.ShouldContain("All were answered in place");
    }
}
