using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Cli;

/// <summary>Told to stop at any moment of its start, the service stops, and as well as later.</summary>
public sealed class StoppedStartTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(160)]
    [InlineData(640)]
    public async Task A_service_that_is_told_to_stop_while_it_starts_stops_well(int milliseconds)
    {
        using var stories = new TemporaryStories("bridge");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));

        var said = await Terminal
            .Run(
                stories.Root,
                [],
                [
                    "serve",
                    "--urls",
                    "http://127.0.0.1:0",
                    "--Store:Provider=memory",
                    $"--Stories:Seeds={stories.Seeds}",
                    $"--Stories:Knowledge={stories.Knowledge}",
                ],
                stop.Token
            )
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        said.Error.ShouldBeEmpty();
        said.Code.ShouldBe(0);
    }
}
