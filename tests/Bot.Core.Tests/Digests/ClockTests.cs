using Bot.Testing.Digests.Clock;

namespace Bot.Core.Tests.Digests;

/// <summary>The short form of <c>Bot.Benchmarks clock</c>: two weeks around the changes of the clocks, with deaths at any step and platforms that fail.</summary>
public sealed class ClockTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, "2026-03-25T00:00Z")]
    [InlineData(2, "2026-10-21T00:00Z")]
    public async Task Every_time_that_came_has_one_digest_or_one_reason(int seed, string start)
    {
        var from = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);

        var report = await new ClockRun(seed, from, TimeSpan.FromDays(13)).Run();

        using var table = new StringWriter();
        report.Show(table);
        output.WriteLine(table.ToString());
        report.Due.ShouldBeGreaterThan(250);
        report.Deaths.ShouldBeGreaterThan(20);
        report.Wrong.ShouldBeEmpty();
    }
}
