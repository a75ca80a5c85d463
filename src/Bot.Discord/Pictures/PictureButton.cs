using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Pictures;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Pictures;

/// <summary>The button under a timeline that draws it, with what it says as alternative text.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be answered later.</param>
internal sealed class PictureButton(TimelinePictures pictures, ReplaceAnswer? replace = null)
{
    /// <summary>Null for what is no timeline.</summary>
    public ReplyButton? Offer(Parsed parsed, Reply reply) => replace is null ? null : TimelinePictures.Offer(parsed, reply);

    public Handled Draw(Pressed.Draw pressed, CommunityId community) =>
        replace is null
            ? Handled.Notice(TimelinePictures.NotAny)
            : Handled.Later(async cancellation =>
                await pictures.Draw(pressed, community, cancellation) is { } drawn ? Shown(drawn) : Finished.Notice(TimelinePictures.NotAny)
            );

    private static Finished Shown(DrawnTimeline drawn) =>
        new(MessageData.Of(Cutting.Shorten(DiscordText.Escape(drawn.Timeline.Headline), Limits.Content)), Uploads.Of(drawn.Picture));
}
