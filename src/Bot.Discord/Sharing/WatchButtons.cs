using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Discord.Interactions;
using Bot.Discord.Posts;
using Bot.Discord.Wire;

namespace Bot.Discord.Sharing;

/// <summary>The button by which somebody is told in a direct message when a private answer changes.</summary>
/// <param name="platform">Null where the service has no token.</param>
internal sealed class WatchButtons(Watcher watcher, DiscordPlatform? platform = null)
{
    /// <summary>Null where there is nothing to be told of.</summary>
    public ReplyButton? Offer(Reply reply, StorySlug? story, CommunityId community) => watcher.Offer(reply, story, community);

    public Handled Add(Pressed.Watch pressed, Interaction interaction, CommunityId community) =>
        platform is null ? Handled.Notice(WatchWords.NoToken)
        : community == CommunityId.Base || interaction.By is not { } by ? Handled.Notice(WatchWords.OnlyInCommunities)
        : Handled.Later(async cancellation =>
            Finished.Notice(
                await watcher.Add(pressed, community, new UserId($"{by.Id}"), new DeliveryId($"{interaction.Id}"), cancellation)
            )
        );
}
