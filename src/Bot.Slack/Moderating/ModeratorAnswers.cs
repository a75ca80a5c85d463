using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Posts;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;

namespace Bot.Slack.Moderating;

/// <summary>
/// What depends on who asks, as Slack's answers: a form as a window, what came of it in that window, and a decision in the place of the card it was made on. Who asks is looked up at
/// Slack, so that it comes after the acknowledgement; a form that was sent off is answered by its acknowledgement, since only that leaves it open.
/// </summary>
internal sealed class ModeratorAnswers(
    ModeratorDesk desk,
    WorkspaceModerators moderators,
    LaterAnswers later,
    FormWindows windows,
    SlackNames names
)
{
    public Handled Say(Command.ByCaller command, SlashCommand typed) =>
        By(
            Origin.Of(typed),
            Asker.Of(typed),
            (caller, delivery) => desk.Handle(command, caller, delivery, names.Typed),
            ModeratorDesk.IsForAnybody(command)
        );

    public Handled Say(Command.ByCaller command, Interaction interaction) =>
        By(
            Origin.Of(interaction),
            Asker.Of(interaction),
            (caller, delivery) => desk.Handle(command, caller, delivery, names.Typed),
            ModeratorDesk.IsForAnybody(command),
            onCard: interaction is { Type: Interaction.Actions, Container.IsEphemeral: true }
        );

    /// <summary>Somebody says that a message is wrong.</summary>
    public Handled Report(Interaction interaction)
    {
        var asker = Asker.Of(interaction);
        return asker.Channel is { } channel && interaction.Message is { Ts: { } ts, ThreadTs: var thread }
            ? By(
                Origin.Of(interaction),
                asker,
                (caller, _) => desk.Report(new PostPlace(asker.Community, channel, new MessageName(ts, thread).Post), caller, names.Typed),
                anybody: true
            )
            : later.Notice(interaction, StandingWords.NotTold);
    }

    public Task<Handled> Submit(OpenView form, Interaction interaction) => windows.Answer(form, interaction, Submitted(form, interaction));

    private async Task<Reply> Submitted(OpenView form, Interaction interaction)
    {
        var asker = Asker.Of(interaction);
        return interaction.TriggerId is { } trigger
            ? await desk.Submit(
                    form.PrivateMetadata,
                    FormReader.Values(form),
                    await Caller(asker, desk.IsForAnybody(form.PrivateMetadata, asker.Community, asker.User), CancellationToken.None),
                    Delivery(trigger),
                    names.Typed
                )
                .Finish(CancellationToken.None)
            : new Refusal { Headline = StandingWords.NotTold };
    }

    /// <param name="anybody">It is open to anybody.</param>
    /// <param name="onCard">It was asked for on a card of their own, whose buttons are over where something was decided. What was refused to one leaves it to others.</param>
    private Handled By(Origin origin, Asker asker, Func<Caller, CommandId, Handling> handle, bool anybody, bool onCard = false) =>
        later.To(
            origin,
            async cancellation =>
            {
                if (origin.TriggerId is not { } trigger)
                {
                    return LaterAnswer.Notice(StandingWords.NotTold);
                }

                var handling = handle(await Caller(asker, anybody, cancellation), Delivery(trigger));
                var reply = await handling.Finish(cancellation);
                return reply is Form form
                    ? await windows.Open(form, origin, trigger, cancellation)
                    : new LaterAnswer(
                        Renderer.Render(reply),
                        InPlace: onCard && handling is Handling.Later { Decides: true } && reply is not Refusal
                    );
            }
        );

    private async Task<Caller> Caller(Asker asker, bool anybody, CancellationToken cancellation) =>
        anybody ? WorkspaceModerators.Anybody(asker) : await moderators.Of(asker, cancellation);

    /// <summary>Named by what Slack gives out once, so that what is told twice is done once.</summary>
    private static CommandId Delivery(string trigger) => new($"slack {trigger}");
}
