using Bot.Core.Conversation;
using Bot.Core.Conversation.Settings;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;

namespace Bot.Slack.Settings;

/// <summary>How a workspace is set up, on one card: everybody may read it, and its admins choose on it.</summary>
internal sealed class SettingsCard(
    Answering answering,
    SettingsMenus menus,
    ModeratorMenus moderators,
    StandInForm standIns,
    FormWindows windows,
    LaterAnswers later,
    Admins admins,
    PeopleNames people,
    SlackNames names
)
{
    private static readonly Parsed Settings = new Parsed.Understood(new Command.ShowSettings());

    /// <summary>The card, below which are menus for who may choose. Null for any other command.</summary>
    /// <remarks>Whether somebody may is asked of Slack, so that it comes after the acknowledgement.</remarks>
    public Handled? Shown(Parsed parsed, SlashCommand command) =>
        parsed is Parsed.Understood { Command: Command.ShowSettings } && command.ResponseUrl is not null
            ? later.To(
                Origin.Of(command),
                async cancellation =>
                {
                    var asker = Asker.Of(command);
                    var withMenus = await admins.May(asker, cancellation) is May.Yes;
                    return new LaterAnswer(await Card(asker, withMenus, cancellation));
                }
            )
            : null;

    /// <summary>What was chosen on a menu of the card; null for what is none of its menus.</summary>
    public Handled? Chosen(ChosenAction chosen, Interaction interaction)
    {
        if (!SettingsMenus.IsOne(chosen.ActionId) && !ModeratorMenus.IsOne(chosen.ActionId))
        {
            return null;
        }

        var asker = Asker.Of(interaction);
        return later.To(
            interaction,
            async cancellation =>
                await admins.May(asker, cancellation) switch
                {
                    May.Unknown unknown => LaterAnswer.Notice(SettingsText.NotKnown(unknown.Why)),
                    May.No => LaterAnswer.Notice(SettingsText.NotAllowed),
                    _ when SettingsMenus.AsksWhoStandsIn(chosen.ActionId, chosen.SelectedOption?.Value)
                            && interaction.TriggerId is { } trigger => await windows.Open(
                        await standIns.Ask(asker.Community, asker.User, cancellation),
                        Origin.Of(interaction),
                        trigger,
                        cancellation
                    ),
                    _ => await Settle(chosen, asker, cancellation),
                }
        );
    }

    /// <summary>Whether a form is one of the card's.</summary>
    public bool IsFor(OpenView form, Interaction interaction) =>
        Asker.Of(interaction) is var asker && standIns.IsOne(form.PrivateMetadata, asker.Community, asker.User);

    /// <summary>What was filled in on a form of the card.</summary>
    public Task<Handled> Submit(OpenView form, Interaction interaction) =>
        windows.Answer(form, interaction, Submitted(form, Asker.Of(interaction), interaction.TriggerId, CancellationToken.None));

    private async Task<Reply> Submitted(OpenView form, Asker asker, string? trigger, CancellationToken cancellation)
    {
        switch (await admins.May(asker, cancellation))
        {
            case May.Unknown unknown:
                return new Refusal { Headline = SettingsText.NotKnown(unknown.Why) };
            case May.No:
                return new Refusal { Headline = SettingsText.NotAllowed };
        }

        var command = new CommandId($"slack {trigger}");
        return await standIns.Settle(FormReader.Values(form), asker.User, command, asker.Community, cancellation) switch
        {
            Settled.Refused refused => new Refusal { Headline = refused.Why },
            Settled.Done done => await Shown(asker, Done(done), cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<LaterAnswer> Settle(ChosenAction chosen, Asker asker, CancellationToken cancellation)
    {
        if (await Wanted(chosen, asker, cancellation) is not { } wanted)
        {
            var settings = names.Typed.Of("settings");
            return LaterAnswer.Notice(
                ModeratorMenus.IsOne(chosen.ActionId) ? SettingsText.TooOld(settings) : SettingsText.NotAChoice(settings)
            );
        }

        var command = new CommandId($"slack {asker.User} {chosen.ActionTs}");
        return await menus.Settle(wanted, asker.User, command, asker.Community, cancellation) switch
        {
            Settled.Refused refused => LaterAnswer.Notice(refused.Why),
            Settled.Done done => new LaterAnswer(await Card(asker, withMenus: true, cancellation, Done(done)), InPlace: true),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Done(Settled.Done done) => $"{SettingsText.Done} {done.Warning}".TrimEnd();

    private async Task<Change?> Wanted(ChosenAction chosen, Asker asker, CancellationToken cancellation) =>
        await moderators.Wanted(chosen, asker.Community, cancellation)
        ?? (
            asker.Channel is { } channel && chosen.SelectedOption is { Value: var value }
                ? menus.Wanted(chosen.ActionId, value, channel, asker.Community)
                : null
        );

    private async Task<MessageBody> Card(Asker asker, bool withMenus, CancellationToken cancellation, string? first = null)
    {
        var body = Renderer.Render(await Shown(asker, first, cancellation));
        return withMenus && asker.Channel is { } channel
            ? body with
            {
                Blocks =
                [
                    .. body.Blocks,
                    .. menus.Of(asker.Community, channel).Select(Rows.Of),
                    .. await moderators.Of(asker.Community, cancellation),
                ],
            }
            : body;
    }

    private async Task<Reply> Shown(Asker asker, string? first, CancellationToken cancellation)
    {
        var reply = answering.To(Settings, asker.Community, names.Typed).Reply;
        return reply with
        {
            Headline = first is null ? reply.Headline : $"{first} {reply.Headline}",
            Parts = await standIns.Now(asker.Community, cancellation) is { } named
                ? [.. reply.Parts, await people.InWords(named, asker.Community, cancellation)]
                : reply.Parts,
        };
    }
}
