using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Corrections.Watching;
using Bot.Core.Facts;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Posts;
using Bot.Slack.Wire;

namespace Bot.Slack.Sharing;

/// <summary>The button by which somebody is told in a direct message when a private answer changes.</summary>
/// <param name="platform">Null where the service has no token.</param>
internal sealed class WatchButtons(Watcher watcher, LaterAnswers later, SlackPlatform? platform = null)
{
    /// <summary>Null where there is nothing to be told of.</summary>
    public ReplyButton? Offer(Reply reply, StorySlug? story, Asker asker) => watcher.Offer(reply, story, asker.Community);

    public Handled Add(Pressed.Watch pressed, Interaction interaction) =>
        platform is null
            ? later.Notice(interaction, WatchWords.NoToken)
            : later.To(
                interaction,
                async cancellation =>
                {
                    var asker = Asker.Of(interaction);
                    var delivery = ShareButtons.Delivery(interaction);
                    return LaterAnswer.Notice(await watcher.Add(pressed, asker.Community, asker.User, delivery, cancellation));
                }
            );
}
