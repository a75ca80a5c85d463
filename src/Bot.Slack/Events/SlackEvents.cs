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

    public async Task Happened(EventCallback happened)
    {
        if (happened.EventId is not { } id || !known.Add(id))
        {
            return;
        }

        using var span = Spans.Begin("slack event");
        var work = inHand.Begin(cancellation => happenings.Take(happened, cancellation));
        if (await Task.WhenAny(work, Task.Delay(Patience, time)) == work)
        {
            await Done(work, id);
        }
        else
        {
            Begin(_ => Done(work, id));
        }
    }

    /// <summary>What was not done Slack is to tell again.</summary>
    private async Task Done(Task work, string id)
    {
        try
        {
            await work;
        }
        catch (Exception)
        {
            known.Remove(id);
            throw;
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
