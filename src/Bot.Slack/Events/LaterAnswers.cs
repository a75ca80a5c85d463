using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Events;

/// <summary>An answer to an interaction, and where it goes.</summary>
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
    public Handled To(Interaction interaction, Func<CancellationToken, Task<LaterAnswer?>> work) =>
        new(Then: cancellation => Answer(interaction, work, cancellation));

    private async Task Answer(Interaction interaction, Func<CancellationToken, Task<LaterAnswer?>> work, CancellationToken cancellation)
    {
        LaterAnswer? answer;
        try
        {
            answer = await work(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            answer = LaterAnswer.Notice(FaultWords.Of(note(fault, $"what follows an interaction of type {interaction.Type}")));
        }

        if (answer is not null && await Show(interaction, answer, cancellation) is Outcome<NoContent>.NotDone failed)
        {
            Log.NotAnswered(logger, interaction.Type, failed.Why.Sentence);
        }
    }

    private async Task<Outcome<NoContent>?> Show(Interaction interaction, LaterAnswer answer, CancellationToken cancellation)
    {
        if (interaction.ResponseUrl is { } address)
        {
            var message = ResponseMessage.Of(answer.Body) with { ReplaceOriginal = answer.InPlace };
            return await respond(address, message, cancellation);
        }

        if (api is null)
        {
            return null;
        }

        var (community, shown) = (Asker.Of(interaction).Community, Window.Of(answer.Body));
        return interaction switch
        {
            { View: { Type: View.Modal, Id: var view } } => await api.UpdateView(community, view, shown, cancellation),
            { TriggerId: { } trigger } => await api.OpenView(community, trigger, shown, cancellation),
            _ => null,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An interaction of type {Type} was acknowledged, and its answer did not arrive. {Why}")]
        public static partial void NotAnswered(ILogger logger, string type, string why);
    }
}
