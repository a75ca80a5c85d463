using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Discord.Api;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Messages that speak to the bot: what mentions it in a guild, and what is written to it directly. Each is answered by a reply, once, for all there to see.</summary>
internal sealed partial class MentionAnswers(
    InteractionHandler handler,
    AnswerFaults faults,
    IGatewayApi api,
    TimeProvider time,
    ILogger<MentionAnswers> logger
)
{
    private const int Forbidden = 403;
    private const int Gone = 404;

    private readonly RecentIds known = new(TimeSpan.FromMinutes(15), time);

    /// <summary>Channels where the bot may not write: trying again and again makes Discord block the whole machine.</summary>
    private readonly RecentIds closed = new(TimeSpan.FromMinutes(10), time);

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
        // The nonce is made of what is replied to, so that the same mention told to two replicas is answered once.
        var reply = MessageCreate.Of(Words(message), Nonce.Of($"reply {message.Id}")) with
        {
            MessageReference = new MessageReference(message.Id),
        };
        if (await api.Post(message.ChannelId, reply, cancellation) is Outcome<PostedMessage>.NotDone not)
        {
            if (not.Why is Failure.Refused { Status: Forbidden or Gone })
            {
                closed.Add(message.ChannelId);
            }

            Log.NotAnswered(logger, message.ChannelId, not.Why.Sentence);
        }
    }

    private MessageData Words(MessageEvent message)
    {
        try
        {
            var community = message.GuildId is { } guild ? new CommunityId($"discord:{guild}") : CommunityId.Base;
            return handler.Message(Grammar.Parse(MessageText.Plain(message.Content)), community);
        }
        catch (Exception fault)
        {
            return new MessageData(AnswerFaults.Words(faults.Note(fault, "a mention")), [], []);
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
