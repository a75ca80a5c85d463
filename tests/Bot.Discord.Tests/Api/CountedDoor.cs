using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Api;

/// <summary>Knows whether an answer is awaited, so that the clock stands while one is on its way.</summary>
internal sealed class CountedDoor(HttpMessageHandler door) : DelegatingHandler(door)
{
    private int underWay;

    /// <summary>Lets time pass until it is done, but none while something is under way that no clock holds back.</summary>
    /// <param name="step">How far the clock goes at once, in seconds.</param>
    /// <param name="heldBack">How many answers wait for the clock.</param>
    public async Task<T> Run<T>(Task<T> task, FakeTimeProvider time, double step = 0.25, Func<int>? heldBack = null)
    {
        for (var quiet = 0; !task.IsCompleted; quiet++)
        {
            if (Volatile.Read(ref underWay) > (heldBack?.Invoke() ?? 0))
            {
                quiet = 0;
            }
            else if (quiet == 4)
            {
                time.Advance(TimeSpan.FromSeconds(step));
                quiet = 0;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return await task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}
