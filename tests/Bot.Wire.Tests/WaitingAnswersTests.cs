namespace Bot.Wire.Tests;

public sealed class WaitingAnswersTests
{
    [Fact]
    public async Task An_answer_that_was_called_off_by_somebody_else_is_a_fault_and_those_after_it_are_answered()
    {
        var (faults, answered) = (0, 0);
        var waiting = new WaitingAnswers(100, _ => Interlocked.Increment(ref faults));
        for (var i = 0; i < 50; i++)
        {
            waiting.Put(_ => throw new TaskCanceledException("A request took too long."));
            waiting.Put(_ => Task.FromResult(Interlocked.Increment(ref answered)));
        }

        waiting.Close();
        await waiting.Run(TestContext.Current.CancellationToken);

        (faults, answered).ShouldBe((50, 50));
    }

    [Fact]
    public async Task Told_to_stop_it_stops_and_that_is_no_fault()
    {
        using var stop = new CancellationTokenSource();
        var faults = 0;
        var waiting = new WaitingAnswers(1, _ => Interlocked.Increment(ref faults));
        waiting.Put(stopping => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping));
        var running = waiting.Run(stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        faults.ShouldBe(0);
    }
}
