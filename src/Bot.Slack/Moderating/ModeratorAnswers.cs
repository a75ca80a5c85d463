using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Posts;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Moderating;

/// <summary>
/// What depends on who asks, as Slack's answers: a form as a window, what came of it in that window, and a decision in the place of the card it was made on. Who asks is looked up at
/// Slack, so that it comes after the acknowledgement; a form that was sent off is answered by its acknowledgement, since only that leaves it open.
/// </summary>
/// <param name="api">Null where the service has no token, so that there are no windows.</param>
internal sealed class ModeratorAnswers(
    ModeratorDesk desk,
    WorkspaceModerators moderators,
    LaterAnswers later,
    SlackNames names,
    TimeProvider time,
    ISlackApi? api = null
)
{
    private const string NoWindows = "There are no forms here: the service runs without `Slack:BotToken`. Whoever runs it can set it.";

    private const string OneMoment = "One moment: what comes of it will stand here.";

    /// <summary>Of the three seconds that Slack waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

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
            onCard: interaction.Type == Interaction.Actions
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

    /// <summary>What was refused stands below the field it is about, and what was typed stays; all else comes in the form's place.</summary>
    public async Task<Handled> Submit(OpenView form, Interaction interaction)
    {
        var work = Submitted(form, interaction);
        return await Task.WhenAny(work, Task.Delay(Patience, time)) == work
            ? new Handled(SlackJson.Write(Answer(await work, form)))
            : later.To(interaction, async cancellation => await Late(await work, form, interaction, cancellation)) with
            {
                Answer = SlackJson.Write(SubmissionAnswer.Show(Window.Of(Notices.Of(OneMoment)))),
            };
    }

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

    private static SubmissionAnswer Answer(Reply reply, OpenView form) =>
        reply is Refusal refused && (refused.Field ?? form.State?.Values?.Keys.FirstOrDefault()) is { } field
            ? SubmissionAnswer.Amiss(field, SlackText.Plain(refused.Headline, Limits.FieldError))
            : SubmissionAnswer.Show(Window.Of(Renderer.Render(reply)));

    /// <summary>By then the form is gone from its window, so that it is put there again.</summary>
    private async Task<LaterAnswer?> Late(Reply reply, OpenView form, Interaction interaction, CancellationToken cancellation)
    {
        if (api is null || reply is not Refusal refused)
        {
            return new LaterAnswer(Renderer.Render(reply));
        }

        var again = FormWindow.Again(form, FormReader.Values(form), refused.Headline);
        return await api.UpdateView(Asker.Of(interaction).Community, form.Id, again, cancellation) is Outcome<NoContent>.NotDone
            ? new LaterAnswer(Renderer.Render(reply))
            : null;
    }

    /// <param name="anybody">It is open to anybody.</param>
    /// <param name="onCard">It was asked for on a card, whose buttons are over where something was decided. What was refused to one leaves it to others.</param>
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
                    ? await Open(form, origin, trigger, cancellation)
                    : new LaterAnswer(
                        Renderer.Render(reply),
                        InPlace: onCard && handling is Handling.Later { Decides: true } && reply is not Refusal
                    );
            }
        );

    /// <summary>In the window where it was asked for, else in one of its own.</summary>
    /// <returns>Why there is none; null where there is.</returns>
    private async Task<LaterAnswer?> Open(Form form, Origin origin, string trigger, CancellationToken cancellation)
    {
        if (api is null)
        {
            return LaterAnswer.Notice(NoWindows);
        }

        var window = FormWindow.Of(form);
        var opened = origin.View is { Type: View.Modal, Id: var view }
            ? await api.UpdateView(origin.Community, view, window, cancellation)
            : await api.OpenView(origin.Community, trigger, window, cancellation);
        return opened is Outcome<NoContent>.NotDone { Why: var why } ? LaterAnswer.Notice(why.Sentence) : null;
    }

    private async Task<Caller> Caller(Asker asker, bool anybody, CancellationToken cancellation) =>
        anybody ? WorkspaceModerators.Anybody(asker) : await moderators.Of(asker, cancellation);

    /// <summary>Named by what Slack gives out once, so that what is told twice is done once.</summary>
    private static CommandId Delivery(string trigger) => new($"slack {trigger}");
}
