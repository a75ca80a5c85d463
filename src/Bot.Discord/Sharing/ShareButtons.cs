using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Delivery.Sharing;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Discord.Interactions;
using Bot.Discord.Moderating;
using Bot.Discord.Posts;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Sharing;

/// <summary>The buttons that share an answer in the channel, and take it away again: what Discord says of who may, and where.</summary>
/// <param name="platform">Null where the service has no token.</param>
internal sealed class ShareButtons(
    Sharer sharer,
    Remover remover,
    Shelf shelf,
    GuildModerators moderators,
    DiscordPlatform? platform = null
)
{
    /// <summary>Null where there is nothing that could be shared, or nobody to share it with.</summary>
    public ReplyButton? Offer(Reply reply, StorySlug? story, Interaction interaction, CommunityId community) =>
        SharePlace.IsOffered(interaction, shelf.Settings(community)) ? sharer.Offer(reply, story, community) : null;

    public Handled Share(Pressed.Share pressed, Interaction interaction, CommunityId community)
    {
        if (SharePlace.Obstacle(interaction, shelf.Settings(community)) is { } obstacle)
        {
            return Handled.Notice(obstacle);
        }

        var (reply, story) = sharer.Again(pressed, community);
        return reply is not ShownAgain again ? new Handled(InteractionResponse.Privately(Renderer.Render(reply)))
            : platform is null || interaction is not { By: { } by, ChannelId: { } channel } ? Handled.Notice(SharingWords.NoToken)
            : Handled.Later(async cancellation =>
            {
                var request = new ShareRequest(
                    community,
                    new DeliveryId($"{interaction.Id}"),
                    new PlaceId($"{channel}"),
                    new UserId($"{by.Id}"),
                    story
                );
                return await sharer.Share(platform, request, again, Moment, cancellation) is { } told ? Finished.Notice(told) : null;
            });
    }

    public Handled Remove(Pressed.Remove pressed, Interaction interaction, CommunityId community)
    {
        if (platform is null)
        {
            return Handled.Notice(SharingWords.NoToken);
        }

        var moderates =
            Permissions.Of(interaction.Member?.Permissions).Has(Permissions.ManageMessages)
            || moderators.Told(interaction, community) is { Standing: Standing.Moderator };
        if (
            interaction is not { By: { } by, ChannelId: { } channel, Message.Id: { } message }
            || !remover.May(pressed, community, new UserId($"{by.Id}"), moderates)
        )
        {
            return Handled.Notice(ShareText.NotYours);
        }

        var at = new PostPlace(community, new PlaceId($"{channel}"), new PostId($"{message}"));
        return Handled.Later(async cancellation => Finished.Notice(await remover.Remove(platform, at, cancellation)));
    }

    /// <summary>In the reader's own language and time: Discord makes it "five minutes ago".</summary>
    private static string Moment(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds()}:R>");
}
