using System.Globalization;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Tracing;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>Gives the first answer to an interaction, by a request of its own.</summary>
internal delegate Task<Outcome<NoContent>> GiveAnswer(Interaction interaction, InteractionResponse answer, CancellationToken cancellation);

/// <summary>Puts something in the place of an answer that was deferred.</summary>
internal delegate Task<Outcome<PostedMessage>> ReplaceAnswer(InteractionToken token, Finished finished, CancellationToken cancellation);

/// <summary>Finishes what was only acknowledged. Whatever happens, the acknowledgement is replaced by an answer, and a service that stops lets it come to its end.</summary>
internal sealed partial class Afterwards(GiveAnswer give, ReplaceAnswer replace, NoteFault note, ILogger<Afterwards> logger)
    : IHostedService,
        IDisposable
{
    private readonly WorkInHand inHand = new();

    /// <summary>Acknowledges an interaction, and begins what follows: not before Discord has the one, for there would be nothing yet to put the other in the place of.
    /// Where nobody knows whether Discord has it, what follows is begun too: without it the person would wait for good, and putting it in place tells.</summary>
    /// <returns>Null where what follows was begun, or nothing follows and it is done; else why not.</returns>
    public async Task<Failure?> Acknowledge(Interaction interaction, Handled handled, CancellationToken cancellation)
    {
        var failure = (await give(interaction, handled.First, cancellation) as Outcome<NoContent>.NotDone)?.Why;
        if (handled.Then is not { } then || failure is not (null or Failure.Unknown))
        {
            return failure;
        }

        // Where something stands there already, a fault does not take its place.
        var beside = ReferenceEquals(handled.First, InteractionResponse.UpdateLater);
        _ = inHand.Begin(stopping => Finish(interaction, then, beside, stopping));
        return null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => inHand.Finish(cancellationToken);

    public void Dispose() => inHand.Dispose();

    private async Task Finish(
        Interaction interaction,
        Func<CancellationToken, Task<Finished?>> then,
        bool beside,
        CancellationToken stopping
    )
    {
        using var span = Spans.Begin("discord follow-up");
        try
        {
            if (await Outcome(interaction, then, beside, stopping) is { } finished)
            {
                var edited = await replace(interaction.Token, finished, stopping);
                if (edited is Outcome<PostedMessage>.NotDone failed)
                {
                    Log.NotFinished(logger, failed.Why.Sentence);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.NotFinished(logger, "The service stopped before that.");
        }
        catch (Exception fault)
        {
            note(fault, "finishing an interaction");
        }
    }

    private async Task<Finished?> Outcome(
        Interaction interaction,
        Func<CancellationToken, Task<Finished?>> then,
        bool beside,
        CancellationToken stopping
    )
    {
        try
        {
            return await then(stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"what follows an interaction of type {interaction.Type}");
            return Finished.Notice(FaultWords.Of(note(fault, where))) with { Beside = beside };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An interaction was acknowledged, and its answer did not arrive. {Why}")]
        public static partial void NotFinished(ILogger logger, string why);
    }
}
