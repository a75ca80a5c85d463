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
    LaterAnswers later,
    Admins admins,
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
                    _ => await Settle(chosen, asker, cancellation),
                }
        );
    }

    private async Task<LaterAnswer> Settle(ChosenAction chosen, Asker asker, CancellationToken cancellation)
    {
        if (await Wanted(chosen, asker, cancellation) is not { } wanted)
        {
            return LaterAnswer.Notice($"{SettingsMenus.NotAChoice} {SettingsText.AskAgain(names.Typed.Of("settings"))}");
        }

        var command = new CommandId($"slack {asker.User} {chosen.ActionTs}");
        return await menus.Settle(wanted, asker.User, command, asker.Community, cancellation) switch
        {
            Settled.Refused refused => LaterAnswer.Notice(refused.Why),
            Settled.Done done => new LaterAnswer(
                await Card(asker, withMenus: true, cancellation, $"{SettingsText.Done} {done.Warning}".TrimEnd()),
                InPlace: true
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Change?> Wanted(ChosenAction chosen, Asker asker, CancellationToken cancellation) =>
        await moderators.Wanted(chosen, asker.Community, cancellation)
        ?? (
            asker.Channel is { } channel && chosen.SelectedOption is { Value: var value }
                ? menus.Wanted(chosen.ActionId, value, channel, asker.Community)
                : null
        );

    private async Task<MessageBody> Card(Asker asker, bool withMenus, CancellationToken cancellation, string? first = null)
    {
        var reply = answering.To(Settings, asker.Community, names.Typed).Reply;
        var body = Renderer.Render(first is null ? reply : reply with { Headline = $"{first} {reply.Headline}" });
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
}
