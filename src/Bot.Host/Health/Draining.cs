using Bot.Host.Listeners;
using Microsoft.Extensions.Options;

namespace Bot.Host.Health;

/// <summary>What comes before the stop: <c>/readyz</c> says that the service stops, and for <see cref="PublicOptions.Drain"/> all else is as before.</summary>
internal sealed class Draining(IOptions<PublicOptions> options, TimeProvider time) : IHostedLifecycleService
{
    /// <summary>What takes its time beside the draining: requests that are answered, goodbyes that are said.</summary>
    private static readonly TimeSpan ForTheRest = TimeSpan.FromSeconds(30);

    private volatile bool begun;

    public bool HasBegun => begun;

    /// <summary>How long a stop may take in all.</summary>
    public static TimeSpan Longest(PublicOptions options) => options.Drain + ForTheRest;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        begun = true;
        await Task.Delay(options.Value.Drain, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
