using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Slack.Asking;
using Bot.Slack.Digests;
using Bot.Slack.Moderating;
using Bot.Slack.Pictures;
using Bot.Slack.Rendering;
using Bot.Slack.Settings;
using Bot.Slack.Sharing;
using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>From what somebody pressed, chose or submitted to its answer. Only windows and menus are answered in the acknowledgement: elsewhere Slack takes nothing there.</summary>
internal sealed class InteractionHandler(
    Replies replies,
    LaterAnswers later,
    ButtonIds buttons,
    ShareButtons sharing,
    WatchButtons watching,
    PictureButton pictures,
    SettingsCard settings,
    AskForm form,
    ModeratorAnswers moderating,
    DigestCommands? digests = null
)
{
    public async ValueTask<Handled> Answer(Interaction interaction) =>
        interaction switch
        {
            { Type: Interaction.Submission, View: { } view } when digests?.IsFor(view, interaction) == true => await digests.Submit(
                view,
                interaction
            ),
            { Type: Interaction.Submission, View: { } view } when settings.IsFor(view, interaction) => await settings.Submit(
                view,
                interaction
            ),
            { Type: Interaction.Submission, View: { } view } when FormWindow.IsOne(view) => await moderating.Submit(view, interaction),
            { Type: Interaction.Actions, Chosen: [var chosen, ..] } => Press(chosen, interaction),
            { Type: Interaction.Submission } when form.Submitted(interaction) is { } answered => answered,
            { Type: Interaction.Suggestion } => new Handled(SlackJson.Write(form.Suggest(interaction))),
            { Type: Interaction.Shortcut } => form.Open(interaction),
            { Type: Interaction.MessageShortcut } when Entry(interaction) is { OfPosts: true } => moderating.Report(interaction),
            { Type: Interaction.MessageShortcut } => Say(ReadMenu(interaction), interaction),

            // A window that was closed, or something that is not known yet: it came, and there is nobody to answer.
            _ => new Handled(),
        };

    private Handled Press(ChosenAction chosen, Interaction interaction)
    {
        if (chosen.ActionId == AskForm.OpenId)
        {
            return form.Open(interaction);
        }

        return settings.Chosen(chosen, interaction)
            ?? buttons.Read(chosen.ActionId, Asker.Of(interaction).Community) switch
            {
                Pressed.Say say => Say(Grammar.Parse(say.Line), interaction),
                Pressed.Plan plan => Say(new Parsed.Understood(plan.Form), interaction),
                Pressed.Draw drawn => pictures.Draw(drawn, interaction),
                Pressed.Share share => sharing.Share(share, interaction),
                Pressed.Watch watch => watching.Add(watch, interaction),
                Pressed.Remove remove => sharing.Remove(remove, interaction),
                Pressed.Dead dead => later.Notice(interaction, dead.Sentence),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }

    private Handled Say(Parsed parsed, Interaction interaction)
    {
        if (parsed is Parsed.Understood { Command: Command.ByCaller byCaller })
        {
            return moderating.Say(byCaller, interaction);
        }

        var asker = Asker.Of(interaction);
        return later.To(
            interaction,
            digests?.Asked(parsed, asker, Origin.Of(interaction), "press")
                ?? (_ => Task.FromResult<LaterAnswer?>(new LaterAnswer(replies.To(parsed, asker))))
        );
    }

    /// <summary>What was chosen in a message's menu; null for what is offered no more.</summary>
    private static MenuEntry? Entry(Interaction interaction) =>
        SlackShortcuts.All.FirstOrDefault(shortcut => shortcut.OfMessage && shortcut.Id == interaction.CallbackId) is { Name: var name }
            ? Catalogue.Menu.FirstOrDefault(entry => entry.Name == name)
            : null;

    /// <summary>A message's text goes to the command that its menu named.</summary>
    private static Parsed ReadMenu(Interaction interaction) =>
        Entry(interaction) is { } chosen
            ? Grammar.Read(chosen, MessageText.Plain(interaction.Message?.Text ?? ""))
            : Grammar.Parse($"/{interaction.CallbackId}");
}
