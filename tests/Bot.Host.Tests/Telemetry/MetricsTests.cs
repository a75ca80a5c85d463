using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Telemetry;

/// <summary>Alone, since meters of one name are heard across all services of a process.</summary>
[Collection(nameof(MetricsTests))]
[CollectionDefinition(nameof(MetricsTests), DisableParallelization = true)]
public sealed class MetricsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_counted_without_their_questions()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);
        await host.Client.Ask(TemporaryStories.Question, Cancellation);
        using var form = new FormUrlEncodedContent([new("typed", TemporaryStories.Question)]);
        using var page = await host.Client.PostAsync(new Uri("/console/say", UriKind.Relative), form, Cancellation);

        var metrics = await host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);

        metrics.ShouldMatch("""dateline_answers_total\{[^}]*door="api"[^}]*outcome="answered"[^}]*\} 1""");
        metrics.ShouldMatch("""dateline_answers_total\{[^}]*door="console"[^}]*outcome="answered"[^}]*\} 1""");
        metrics.ShouldMatch("dateline_ask_duration_seconds_count");
        metrics.ShouldMatch("dateline_stories[^\n]* 1");
        metrics.ShouldMatch("dateline_facts[^\n]* 2");
        metrics.ShouldMatch("dateline_problems[^\n]* 0");
        metrics.ShouldNotContain("bridge");
    }
}
