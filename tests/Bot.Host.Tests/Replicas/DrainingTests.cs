using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Replicas;

public sealed class DrainingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_is_told_to_stop_says_so_and_answers_until_balancers_had_time_to_hear_it()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var host = await RunningHost.Start(stories, Cancellation, time, settings: ("Public:Drain", "00:00:10"));
        using var client = new HttpClient { BaseAddress = host.Address };
        (await client.Get("/readyz", Cancellation)).Text("status").ShouldBe("ready");

        var stopped = host.DisposeAsync().AsTask();

        var ready = await client.Get("/readyz", Cancellation);
        (ready.Status, ready.Text("status")).ShouldBe((503, "stopping"));
        (await client.Ask(TemporaryStories.Question, Cancellation)).Text("outcome").ShouldBe("answered");
        stopped.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromSeconds(10));
        await stopped.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await Should.ThrowAsync<HttpRequestException>(() => client.Get("/readyz", Cancellation));
    }
}
