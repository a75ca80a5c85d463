using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Slack.Pictures;
using Bot.Slack.Rendering;
using Bot.Slack.Sharing;
using Bot.Slack.Wire;

namespace Bot.Slack.Asking;

/// <summary>What is said to somebody alone, with the buttons that go with it there.</summary>
internal sealed class Replies(Answering answering, ShareButtons sharing, WatchButtons watching, PictureButton pictures, SlackNames names)
{
    public MessageBody To(Parsed parsed, Asker asker)
    {
        var (reply, story) = answering.To(parsed, asker.Community, names.Typed, asker.User);
        ReplyButton?[] more = [pictures.Offer(parsed, reply), sharing.Offer(reply, story, asker), watching.Offer(reply, story, asker)];
        return Renderer.Render(reply, [.. more.OfType<ReplyButton>()]);
    }
}
