using System.Globalization;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Delivery.Sharing;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Moderating;
using Bot.Slack.Posts;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;

namespace Bot.Slack.Sharing;

/// <summary>The buttons that share an answer in the channel, and take it away again: what Slack says of who may, and where.</summary>
/// <param name="platform">Null where the service has no token.</param>
internal sealed class ShareButtons(
    Sharer sharer,
    Remover remover,
    Shelf shelf,
    LaterAnswers later,
    RespondTo respond,
    SlackNames names,
    WorkspaceModerators moderators,
    SlackPlatform? platform = null
)
{
    /// <summary>Null where there is nothing that could be shared, or nobody to share it with.</summary>
    public ReplyButton? Offer(Reply reply, StorySlug? story, Asker asker) =>
        asker.Channel is { } channel && shelf.Settings(asker.Community).MayShareIn(channel)
            ? sharer.Offer(reply, story, asker.Community)
            : null;

    public Handled Share(Pressed.Share pressed, Interaction interaction)
    {
        var asker = Asker.Of(interaction);
        if (asker.Channel is not { } channel)
        {
            return later.Notice(interaction, ShareText.NotInChannel);
        }

        if (!shelf.Settings(asker.Community).MayShareIn(channel))
        {
            return later.Notice(interaction, ShareText.SwitchedOff(names.Typed.Of("settings")));
        }

        var (reply, story) = sharer.Again(pressed, asker.Community);
        return reply is not ShownAgain again
            ? later.To(interaction, Renderer.Render(reply))
            : later.To(
                interaction,
                async cancellation =>
                {
                    var door = new ChannelDoor(platform, respond, interaction.ResponseUrl);
                    var request = new ShareRequest(asker.Community, Delivery(interaction), channel, asker.User, story)
                    {
                        ReplyTo = interaction.Container?.ThreadTs is { } thread ? new MessageName(thread).Post : null,
                    };
                    return await sharer.Share(door, request, again, Moment, cancellation) is { } told
                        ? LaterAnswer.Notice(door.IsUnnamed ? $"{told} {ShareText.NotCorrectable}" : told)
                        : null;
                }
            );
    }

    public Handled Remove(Pressed.Remove pressed, Interaction interaction)
    {
        var asker = Asker.Of(interaction);
        var message = interaction.Container?.MessageTs ?? interaction.Message?.Ts;
        if (asker.Channel is not { } channel || message is null)
        {
            return later.Notice(interaction, ShareText.NotYours);
        }

        var thread = interaction.Container?.ThreadTs ?? interaction.Message?.ThreadTs;
        var at = new PostPlace(asker.Community, channel, new MessageName(message, thread).Post);
        return later.To(
            interaction,
            async cancellation =>
            {
                if (!remover.May(pressed, asker.Community, asker.User, moderates: false))
                {
                    switch ((await moderators.Of(asker, cancellation)).Standing)
                    {
                        case Standing.Member or Standing.StandIn:
                            return LaterAnswer.Notice(ShareText.NotYours);
                        case Standing.Unknown unknown:
                            return LaterAnswer.Notice(ShareText.NotKnown(unknown.Why));
                    }
                }

                var door = new ChannelDoor(platform, respond, interaction.ResponseUrl);
                return LaterAnswer.Notice(await remover.Remove(door, at, cancellation));
            }
        );
    }

    /// <summary>Named by what Slack gives out once: the same press told twice shares once.</summary>
    public static DeliveryId Delivery(Interaction interaction) =>
        new($"press {interaction.Chosen?.FirstOrDefault()?.ActionTs} {interaction.TriggerId}");

    private static string Moment(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"at {moment.UtcDateTime:HH:mm} UTC");
}
