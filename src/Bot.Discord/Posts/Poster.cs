using System.Text.Json;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Posts;

/// <summary>Writes a message into a channel.</summary>
/// <param name="patience">See <see cref="Post.Patience"/>.</param>
internal delegate Task<Outcome<PostedMessage>> PostMessage(
    Snowflake channel,
    MessageCreate message,
    TimeSpan? patience,
    CancellationToken cancellation
);

/// <summary>Says things in channels. A receipt is there before the post is, so that nothing is posted twice and nothing is lost sight of.</summary>
internal sealed partial class Poster(
    IReceipts receipts,
    PostMessage write,
    ISeal seal,
    TimeProvider time,
    Randomness random,
    ILogger<Poster> logger
)
{
    private const int MostTries = 4;
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), random);

    public async Task<Sent> Send(Post post, CancellationToken cancellation)
    {
        if (post.Community == CommunityId.Base || post.Story is not { } story)
        {
            return await Say(post, cancellation);
        }

        return await receipts.Begin(Receipt(post, story), post.Spaced, cancellation) switch
        {
            Begun.Again => new Sent.Again(),
            Begun.TooSoon soon => new Sent.TooSoon(soon.Earlier),
            _ => await Noted(post, await Say(post, cancellation)),
        };
    }

    private async Task<Sent> Say(Post post, CancellationToken cancellation)
    {
        var message = MessageCreate.Of(post.Message, Nonce.Of(post.Delivery.Value)) with
        {
            MessageReference = post.ReplyTo is { } to ? new MessageReference(to) : null,
        };
        return await write(post.Channel, message, post.Patience, cancellation) switch
        {
            Outcome<PostedMessage>.Done done => new Sent.Arrived(new PostId($"{done.Value.Id}")),
            Outcome<PostedMessage>.NotDone { Why: Failure.Unknown unknown } => new Sent.Unknown(unknown.Sentence),
            Outcome<PostedMessage>.NotDone failed => new Sent.Refused(failed.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What happened has happened: noting it is not called off, nor given up at the first fault of the store.</summary>
    private async Task<Sent> Noted(Post post, Sent sent)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await Note(post, sent);
                return sent;
            }
            catch (Exception) when (tries < MostTries)
            {
                await Task.Delay(backoff.After(tries), time, CancellationToken.None);
            }
            catch (Exception)
            {
                var became = sent is Sent.Arrived arrived ? $"it is there as message {arrived.Post.Value}" : "Discord refused it";
                Log.NotNoted(logger, post.Community.Value, post.Channel, post.Delivery.Value, became);
                throw;
            }
        }
    }

    private ValueTask Note(Post post, Sent sent) =>
        sent switch
        {
            Sent.Arrived arrived => receipts.Posted(post.Community, post.Delivery, arrived.Post, CancellationToken.None),
            Sent.Refused => receipts.Refused(post.Community, post.Delivery, CancellationToken.None),
            _ => ValueTask.CompletedTask,
        };

    private Receipt Receipt(Post post, StorySlug story) =>
        new()
        {
            Community = post.Community,
            Delivery = post.Delivery,
            Place = new PlaceId($"{post.Channel}"),
            Story = story,
            Facts = ShownFact.Of(post.Reply),
            Content = Hash(post.Message),
            At = time.GetUtcNow(),
        };

    /// <summary>Under the key, so that nobody who reads the store can try what it may have said.</summary>
    private string Hash(MessageData message) =>
        Convert.ToHexStringLower(
            seal.Mark([
                .. "post\n"u8,
                .. JsonSerializer.SerializeToUtf8Bytes(message with { Components = [] }, DiscordJson.Default.MessageData),
            ])
        );

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "The receipt of a post could not be completed: in {Community}, channel {Channel}, made by {Delivery}; {Became}. What is there will not be corrected: see what the store says, remove the message, and share it again."
        )]
        public static partial void NotNoted(ILogger logger, string community, Snowflake channel, string delivery, string became);
    }
}
