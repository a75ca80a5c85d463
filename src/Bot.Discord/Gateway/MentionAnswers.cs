using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Discord.Interactions;
using Bot.Discord.Posts;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Messages that speak to the bot: what mentions it in a guild, and what is written to it directly. Each is answered by a reply, once, for all there to see.</summary>
internal sealed partial class MentionAnswers(
    Answering answering,
    NoteFault note,
    Poster poster,
    DiscordPlatform platform,
    TimeProvider time,
    ILogger<MentionAnswers> logger
)
{
    /// <summary>A channel that is limited for longer holds up the others no more than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly RecentIds<Snowflake> known = new(TimeSpan.FromMinutes(15), time);

    /// <summary>Channels where the bot may not write: trying again and again makes Discord block the whole machine.</summary>
    private readonly RecentIds<Snowflake> closed = new(TimeSpan.FromMinutes(10), time);

    /// <summary>Whether a message is for the bot and new; asked before anything is done.</summary>
    /// <param name="bot">The bot's own id.</param>
    public bool IsForUs(MessageEvent message, Snowflake bot) =>
        message is { WebhookId: null, Author.Bot: false, Type: MessageEvent.Ordinary or MessageEvent.AsReply }
        && message.Author.Id != bot
        && (message.GuildId is null ? message.Content.Length > 0 : Names(message.Content, bot))
        && !closed.Contains(message.ChannelId)
        && known.Add(message.Id);

    public async Task Answer(MessageEvent message, CancellationToken cancellation)
    {
        // The delivery is named by what is replied to, so that the same mention told to two replicas is answered once.
        var community = GuildCommunity.Of(message.GuildId);
        var (reply, story) = Words(message, community);
        var posted = await poster.Send(
            platform,
            new OutgoingPost
            {
                Community = community,
                Delivery = new DeliveryId($"reply {message.Id}"),
                Place = new PlaceId($"{message.ChannelId}"),
                Story = story,
                Reply = reply,
                ReplyTo = new PostId($"{message.Id}"),
                Patience = Patience,
                IsPrivate = message.GuildId is null,
            },
            cancellation
        );
        switch ((posted as Posted.Now)?.Sent)
        {
            case Sent.Refused refused:
                if (refused.Why is WhyNot.Gone or WhyNot.NotAllowed)
                {
                    closed.Add(message.ChannelId);
                }

                Log.NotAnswered(logger, message.ChannelId, refused.Why.Sentence);
                break;
            case Sent.Unknown unknown:
                Log.NotAnswered(logger, message.ChannelId, unknown.Sentence);
                break;
        }
    }

    private (Reply Reply, StorySlug? Story) Words(MessageEvent message, CommunityId community)
    {
        try
        {
            return answering.To(BareLine.Parse(MessageText.Plain(message.Content)), community, asker: new UserId($"{message.Author.Id}"));
        }
        catch (Exception fault)
        {
            return (new Notice { Headline = FaultWords.Of(note(fault, "a mention")) }, null);
        }
    }

    private static bool Names(string content, Snowflake bot) =>
        content.Contains($"<@{bot}>", StringComparison.Ordinal) || content.Contains($"<@!{bot}>", StringComparison.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A message to the bot in channel {Channel} was not answered. {Why}")]
        public static partial void NotAnswered(ILogger logger, Snowflake channel, string why);
    }
}
