using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Settings;
using Bot.Discord.Wire;

namespace Bot.Discord.Moderating;

/// <summary>What depends on who asks, as Discord's answers: a form at once, what writes after it was acknowledged, and a decision in the place of the card it was made on, where that is theirs alone: one that all moderators see is brought up to date for itself.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be answered later.</param>
internal sealed class ModeratorAnswers(ModeratorDesk desk, GuildModerators moderators, ReplaceAnswer? replace = null)
{
    public ValueTask<Handled> Say(Command.ByCaller command, Interaction interaction, CommunityId community) =>
        By(interaction, community, caller => desk.Handle(command, caller, Delivery(interaction)));

    public ValueTask<Handled> Submit(InteractionData data, Interaction interaction, CommunityId community) =>
        By(interaction, community, caller => desk.Submit(data.CustomId, FormReader.Values(data), caller, Delivery(interaction)));

    /// <summary>Somebody says that a message is wrong.</summary>
    public ValueTask<Handled> Report(InteractionData data, Interaction interaction, CommunityId community) =>
        By(
            interaction,
            community,
            caller =>
                desk.Report(new PostPlace(community, new PlaceId($"{interaction.ChannelId}"), new PostId(data.TargetId ?? "")), caller)
        );

    /// <summary>What is offered while a command is typed. Who stands in for a second moderator is looked up only where they may ask for it.</summary>
    /// <param name="path">Of the command.</param>
    public async ValueTask<Choosing?> Choose(string path, Interaction interaction, CommunityId community) =>
        (ModeratorDesk.IsForStandIns(path) ? await moderators.Of(interaction, community) : moderators.Told(interaction, community))
            is { } caller
            ? desk.Choose(caller)
            : null;

    private async ValueTask<Handled> By(Interaction interaction, CommunityId community, Func<Caller, Handling> handle)
    {
        if (await moderators.Of(interaction, community) is not { } caller)
        {
            return Handled.Notice(StandingWords.NotTold);
        }

        return handle(caller) switch
        {
            Handling.Now { Reply: Form form } => new Handled(Modals.Of(form)),
            Handling.Now now => new Handled(InteractionResponse.Privately(Renderer.Render(now.Reply))),
            _ when replace is null => Handled.Notice(SettingsText.NoToken),
            Handling.Later { Decides: true } later when interaction.Message is { IsPrivate: true } => new Handled(
                InteractionResponse.UpdateLater,
                async cancellation => Decided(await later.Work(cancellation))
            ),
            Handling.Later later => Handled.Later(async cancellation => new Finished(Renderer.Render(await later.Work(cancellation)))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The card's buttons are over where something was decided. What was refused to one leaves it to others.</summary>
    private static Finished Decided(Reply reply) => new(Renderer.Render(reply)) { Beside = reply is Refusal };

    private static CommandId Delivery(Interaction interaction) => new($"discord {interaction.Id}");
}
