using System.Globalization;
using System.Text.Json;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <content>Messages, as the bot. Where Slack finds the blocks of one not well-formed, its text is said without them, and the log has what was wrong.</content>
internal sealed partial class SlackApi
{
    /// <summary>What the metadata of a post is called. In it stands what the post is to whoever sent it.</summary>
    private const string PostedEvent = "dateline_posted";

    private const string DeliveryField = "delivery";

    /// <summary>Since May 2025 an app that is distributed may get no more at once (<see href="https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps"/>).</summary>
    private const int PageOfHistory = 15;

    private const int MostPages = 4;

    public async Task<Outcome<PostedMessage>> Post(
        CommunityId workspace,
        MessageCreate message,
        CancellationToken cancellation,
        TimeSpan? patience = null
    ) =>
        (
            await Say(
                message.Body,
                body =>
                    Ask(
                        Plainly(
                            new Call("chat.postMessage", workspace)
                            {
                                PostsTo = new PlaceId(message.Channel),
                                Repeatable = false,
                                Patience = patience ?? Call.Usual,
                            }
                                .With("channel", message.Channel)
                                .With("thread_ts", message.ThreadTs)
                                .With("unfurl_links", false)
                                .With("unfurl_media", false)
                                .With("metadata", Metadata(message.Delivery)),
                            body
                        ),
                        AnswerJson.Default.PostedAnswer,
                        cancellation
                    )
            )
        ).Then<PostedMessage>(answer => new Outcome<PostedMessage>.Done(new PostedMessage(answer.Channel, answer.Ts)));

    public Task<Outcome<NoContent>> Update(
        CommunityId workspace,
        string channel,
        string ts,
        MessageBody body,
        CancellationToken cancellation
    ) => Say(body, each => Do(Plainly(new Call("chat.update", workspace).With("channel", channel).With("ts", ts), each), cancellation));

    public async Task<Outcome<NoContent>> Delete(CommunityId workspace, string channel, string ts, CancellationToken cancellation) =>
        await Do(new Call("chat.delete", workspace).With("channel", channel).With("ts", ts), cancellation) switch
        {
            Outcome<NoContent>.NotDone { Why: Failure.Refused { Code: "message_not_found" } } => new Outcome<NoContent>.Done(default),
            var outcome => outcome,
        };

    public async Task<Outcome<PostedMessage?>> FindPosted(
        CommunityId workspace,
        PlaceId channel,
        string? thread,
        string delivery,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var cursor = default(string);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await Ask(
                new Call(thread is null ? "conversations.history" : "conversations.replies", workspace)
                    .With("channel", channel.Value)
                    .With("ts", thread)
                    .With("oldest", since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
                    .With("include_all_metadata", true)
                    .With("limit", PageOfHistory.ToString(CultureInfo.InvariantCulture))
                    .With("cursor", cursor),
                AnswerJson.Default.HistoryPage,
                cancellation
            );
            if (page is not Outcome<HistoryPage>.Done { Value: var read })
            {
                return page.Failed<PostedMessage?>();
            }

            if (read.Messages.FirstOrDefault(message => DeliveryOf(message.Metadata) == delivery) is { } found)
            {
                return new Outcome<PostedMessage?>.Done(new PostedMessage(channel.Value, found.Ts));
            }

            cursor = read.ResponseMetadata?.NextCursor;
            if (string.IsNullOrEmpty(cursor))
            {
                return new Outcome<PostedMessage?>.Done(null);
            }
        }

        return new Outcome<PostedMessage?>.NotDone(
            new Failure.Unknown("So much was written in the channel since that the post was not found, nor that it is missing: look there.")
        );
    }

    /// <summary><c>parse</c> is not remembered by Slack: without it an update would be parsed anew.</summary>
    private static Call Plainly(Call call, MessageBody body) =>
        call.With("text", body.Text)
            .With(
                "blocks",
                Blocks(body) is { Count: > 0 } blocks ? JsonSerializer.Serialize(blocks, SlackJson.Default.IReadOnlyListBlock) : null
            )
            .With("parse", "none");

    private static IReadOnlyList<Block> Blocks(MessageBody body) => body.Picture is { } picture ? [.. body.Blocks, picture] : body.Blocks;

    private static async Task<Outcome<T>> Say<T>(MessageBody body, Func<MessageBody, Task<Outcome<T>>> say)
    {
        var outcome = await say(body);
        return
            body is { Blocks.Count: > 0, Picture: null }
            && outcome is Outcome<T>.NotDone { Why: Failure.Refused refused }
            && ErrorTable.Class(refused.Code) == ErrorClass.OurFault
            ? await say(body with { Blocks = [] })
            : outcome;
    }

    private static string? Metadata(string? delivery) =>
        delivery is null
            ? null
            : JsonSerializer.Serialize(
                new MessageMetadata(
                    PostedEvent,
                    JsonSerializer.SerializeToElement(
                        new Dictionary<string, string> { [DeliveryField] = delivery },
                        AnswerJson.Default.DictionaryStringString
                    )
                ),
                AnswerJson.Default.MessageMetadata
            );

    private static string? DeliveryOf(MessageMetadata? metadata) =>
        metadata is { EventType: PostedEvent, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty(DeliveryField, out var delivery)
        && delivery.ValueKind == JsonValueKind.String
            ? delivery.GetString()
            : null;
}
