using Bot.Core.Communities;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Discord.Api;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;

namespace Bot.Discord.Sharing;

/// <summary>The button under a post that takes it away again: for whoever had it posted, and for moderators.</summary>
/// <param name="discord">Null where the service has no token.</param>
internal sealed class Remover(ButtonIds buttons, IReceipts receipts, DiscordApi? discord = null)
{
    public Handled Remove(Pressed.Remove pressed, Interaction interaction, CommunityId community) =>
        discord is null ? Handled.Notice(SharingWords.NoToken)
        : interaction is not { By: { } by, ChannelId: { } channel, Message.Id: { } message }
        || !MayRemove(pressed, interaction, by, community)
            ? Handled.Notice(SharingWords.NotYours)
        : Handled.Later(async cancellation =>
        {
            if (await discord.Delete(channel, message, cancellation) is Outcome<Nothing>.NotDone failed)
            {
                return Finished.Notice(SharingWords.NotRemoved(failed.Why.Sentence));
            }

            await receipts.Removed(community, new PlaceId($"{channel}"), new PostId($"{message}"), CancellationToken.None);
            return Finished.Notice(SharingWords.Removed);
        });

    private bool MayRemove(Pressed.Remove pressed, Interaction interaction, User by, CommunityId community) =>
        buttons.Asker(community, new UserId($"{by.Id}")) == pressed.Asker
        || Permissions.Of(interaction.Member?.Permissions).Has(Permissions.ManageMessages);
}
