using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Events;

/// <summary>What is answered later, and where that can be done.</summary>
/// <param name="What">In words, for the log.</param>
/// <param name="Address">Null where it came from no channel.</param>
/// <param name="View">The window it came from; null for none.</param>
internal sealed record Origin(string What, CommunityId Community, ResponseUrl? Address, string? TriggerId, OpenView? View)
{
    public static Origin Of(SlashCommand command) =>
        new("a command", Asker.Of(command).Community, command.ResponseUrl, command.TriggerId, null);

    public static Origin Of(Interaction interaction) =>
        new(
            $"an interaction of type {interaction.Type}",
            Asker.Of(interaction).Community,
            interaction.ResponseUrl,
            interaction.TriggerId,
            interaction.View
        );
}

/// <summary>An answer, and where it goes.</summary>
/// <param name="InPlace">It takes the place of the message that was pressed on.</param>
internal sealed record LaterAnswer(MessageBody Body, bool InPlace = false)
{
    public static LaterAnswer Notice(string sentence) => new(Notices.Of(sentence));
}

/// <summary>
/// Answers what was only acknowledged: privately in the channel it came from, in the window it came from, or in a new window where it came from neither. Whatever happens while
/// the answer is made, there is one.
/// </summary>
/// <param name="api">Null where the service has no token, so that there are no windows either.</param>
internal sealed partial class LaterAnswers(RespondTo respond, NoteFault note, ILogger<LaterAnswers> logger, ISlackApi? api = null)
{
    public Handled To(Interaction interaction, MessageBody body) =>
        To(interaction, _ => Task.FromResult<LaterAnswer?>(new LaterAnswer(body)));

    public Handled Notice(Interaction interaction, string sentence) => To(interaction, Notices.Of(sentence));

    /// <param name="work">Null: nothing is said, for somebody else says it.</param>
    public Handled To(Interaction interaction, Func<CancellationToken, Task<LaterAnswer?>> work) => To(Origin.Of(interaction), work);

    /// <inheritdoc cref="To(Interaction, Func{CancellationToken, Task{LaterAnswer}})"/>
    public Handled To(Origin origin, Func<CancellationToken, Task<LaterAnswer?>> work) =>
        new(Then: cancellation => Answer(origin, work, cancellation));

    private async Task Answer(Origin origin, Func<CancellationToken, Task<LaterAnswer?>> work, CancellationToken cancellation)
    {
        LaterAnswer? answer;
        try
        {
            answer = await work(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            answer = LaterAnswer.Notice(FaultWords.Of(note(fault, $"what follows {origin.What}")));
        }

        if (answer is not null && await Show(origin, answer, cancellation) is Outcome<NoContent>.NotDone failed)
        {
            Log.NotAnswered(logger, origin.What, failed.Why.Sentence);
        }
    }

    private async Task<Outcome<NoContent>?> Show(Origin origin, LaterAnswer answer, CancellationToken cancellation) =>
        origin switch
        {
            { Address: { } address } => await respond(
                address,
                ResponseMessage.Of(answer.Body) with
                {
                    ReplaceOriginal = answer.InPlace,
                },
                cancellation
            ),
            _ when api is null => null,
            { View: { Type: View.Modal, Id: var view } } => await api.UpdateView(
                origin.Community,
                view,
                Window.Of(answer.Body),
                cancellation
            ),
            { TriggerId: { } trigger } => await api.OpenView(origin.Community, trigger, Window.Of(answer.Body), cancellation),
            _ => null,
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Something was acknowledged, {What}, and its answer did not arrive. {Why}")]
        public static partial void NotAnswered(ILogger logger, string what, string why);
    }
}
