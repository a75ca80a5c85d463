using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Events;

/// <summary>Forms as windows: opened by what was typed or pressed, and answered in their place when they are sent off.</summary>
/// <param name="api">Null where the service has no token, so that there are no windows.</param>
internal sealed class FormWindows(LaterAnswers later, TimeProvider time, ISlackApi? api = null)
{
    private const string NoWindows = "There are no forms here: the service runs without `Slack:BotToken`. Whoever runs it can set it.";

    private const string OneMoment = "One moment: what comes of it will stand here.";

    /// <summary>Of the three seconds that Slack waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>In the window where it was asked for, else in one of its own.</summary>
    /// <returns>Why there is none; null where there is.</returns>
    public async Task<LaterAnswer?> Open(Form form, Origin origin, string trigger, CancellationToken cancellation)
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

    /// <summary>What was refused stands below the field it is about, and what was typed stays; all else comes in the form's place.</summary>
    /// <param name="work">What comes of what was filled in.</param>
    public async Task<Handled> Answer(OpenView form, Interaction interaction, Task<Reply> work) =>
        await Task.WhenAny(work, Task.Delay(Patience, time)) == work
            ? new Handled(SlackJson.Write(Answer(await work, form)))
            : later.To(interaction, async cancellation => await Late(await work, form, interaction, cancellation)) with
            {
                Answer = SlackJson.Write(SubmissionAnswer.Show(Window.Of(Notices.Of(OneMoment)))),
            };

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
}
