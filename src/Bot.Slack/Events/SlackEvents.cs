using System.Collections.Concurrent;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Tracing;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.Extensions.Hosting;

namespace Bot.Slack.Events;

/// <inheritdoc cref="ISlackEvents"/>
internal sealed class SlackEvents(
    CommandHandler commands,
    InteractionHandler interactions,
    WorkspaceEvents happenings,
    LaterAnswers later,
    NoteFault note,
    TimeProvider time
) : ISlackEvents, IHostedService, IDisposable
{
    /// <summary>Of the three seconds that Slack waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WorkInHand inHand = new();

    /// <summary>Slack tells again for an hour at most; what posts is remembered by its receipt for ever.</summary>
    private readonly RecentIds<string> known = new(TimeSpan.FromHours(1), time);

    /// <summary>What is being done of it, and whether it came to its end.</summary>
    private readonly ConcurrentDictionary<string, Task<bool>> working = new(StringComparer.Ordinal);

    public Handled Command(SlashCommand command)
    {
        using var span = Spans.Begin("slack command");
        try
        {
            return commands.Answer(command);
        }
        catch (Exception fault)
        {
            var sentence = FaultWords.Of(note(fault, "a command"));
            return new Handled(SlackJson.Write(ResponseMessage.Of(Notices.Of(sentence))));
        }
    }

    public async Task<Handled> Interaction(Interaction interaction)
    {
        using var span = Spans.Begin("slack interaction");
        try
        {
            return await interactions.Answer(interaction);
        }
        catch (Exception fault)
        {
            var sentence = FaultWords.Of(note(fault, $"an interaction of type {interaction.Type}"));
            return interaction.Type switch
            {
                Wire.Interaction.Suggestion => new Handled(SlackJson.Write(new OptionList([]))),
                Wire.Interaction.Submission => new Handled(SlackJson.Write(SubmissionAnswer.Show(Window.Of(Notices.Of(sentence))))),
                _ => later.Notice(interaction, sentence),
            };
        }
    }

    public async Task<bool> Happened(EventCallback happened)
    {
        if (happened.EventId is not { } id)
        {
            return true;
        }

        if (known.Add(id))
        {
            var begun = Take(happened, id);
            working[id] = begun;
            _ = begun.ContinueWith(_ => working.TryRemove(KeyValuePair.Create(id, begun)), TaskScheduler.Default);
        }

        return !working.TryGetValue(id, out var work) || (await Task.WhenAny(work, Task.Delay(Patience, time)) == work && await work);
    }

    /// <returns>Whether it was done.</returns>
    private async Task<bool> Take(EventCallback happened, string id)
    {
        using var span = Spans.Begin("slack event");
        try
        {
            await inHand.Begin(cancellation => happenings.Take(happened, cancellation));
            return true;
        }
        catch (Exception fault)
        {
            if (!inHand.Stopping.IsCancellationRequested)
            {
                note(fault, "an event of Slack's");
            }

            known.Remove(id);
            return false;
        }
    }

    /// <summary>Does something beside everything else.</summary>
    public void Begin(Func<CancellationToken, Task> work) =>
        _ = inHand.Begin(async stopping =>
        {
            using var span = Spans.Begin("slack follow-up");
            try
            {
                await work(stopping);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                note(fault, "what follows something of Slack's");
            }
        });

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => inHand.Finish(cancellationToken);

    public void Dispose() => inHand.Dispose();
}
