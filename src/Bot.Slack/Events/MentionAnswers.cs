using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Slack.Asking;
using Bot.Slack.Posts;
using Bot.Slack.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Events;

/// <summary>Messages that speak to the bot: what mentions it in a channel is answered in its thread, for all there to see; what is written to it directly, there.</summary>
internal sealed partial class MentionAnswers(
    Answering answering,
    NoteFault note,
    Poster poster,
    SlackPlatform platform,
    ILogger<MentionAnswers> logger
)
{
    private const string Directly = "im";
    private const string WithFile = "file_share";
    private const string AlsoInChannel = "thread_broadcast";

    /// <summary>A channel that is limited for longer holds up the others no more than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether a message is for the bot. Without this it would answer itself for ever.</summary>
    /// <param name="bot">The bot as a person; null where that is not told.</param>
    public static bool IsForUs(HappenedEvent message, string? bot) =>
        message
            is {
                BotId: null,
                Hidden: false,
                Edited: null,
                Subtype: null or WithFile or AlsoInChannel,
                User: { } by,
                Channel: not null,
                Ts: not null
            }
        && by != bot
        && (message.Type == HappenedEvent.Mention || message is { Type: HappenedEvent.Message, ChannelType: Directly });

    public async Task Answer(HappenedEvent message, CommunityId community, CancellationToken cancellation)
    {
        // The delivery is named by what is replied to, so that one message told as two events is answered once.
        var isDirect = message.ChannelType == Directly;
        var (reply, story) = Words(message, community, isDirect ? SlackNames.Direct : SlackNames.Mentioned);
        var posted = await poster.Send(
            platform,
            new OutgoingPost
            {
                Community = community,
                Delivery = new DeliveryId($"reply {message.Channel} {message.Ts}"),
                Place = new PlaceId(message.Channel!),
                Story = story,
                Reply = reply,
                ReplyTo = (message.ThreadTs ?? (isDirect ? null : message.Ts)) is { } thread ? new MessageName(thread).Post : null,
                Patience = Patience,
                IsPrivate = isDirect,
            },
            cancellation
        );
        if (posted is Posted.Now { Sent: var sent } && Why(sent) is { } why)
        {
            Log.NotAnswered(logger, message.Channel!, why);
        }
    }

    private static string? Why(Sent sent) =>
        sent switch
        {
            Sent.Refused refused => refused.Why.Sentence,
            Sent.Unknown unknown => unknown.Sentence,
            _ => null,
        };

    private (Reply Reply, StorySlug? Story) Words(HappenedEvent message, CommunityId community, Naming naming)
    {
        try
        {
            return answering.To(
                BareLine.Parse(MessageText.Plain(message.Text ?? "")),
                community,
                naming,
                message.User is { } user ? new UserId(user) : null
            );
        }
        catch (Exception fault)
        {
            return (new Notice { Headline = FaultWords.Of(note(fault, "a mention")) }, null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A message to the bot in channel {Channel} was not answered. {Why}")]
        public static partial void NotAnswered(ILogger logger, string channel, string why);
    }
}
