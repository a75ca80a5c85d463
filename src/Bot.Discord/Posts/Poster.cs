using System.Text.Json;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Discord.Api;
using Bot.Discord.Wire;

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
internal sealed class Poster(IReceipts receipts, PostMessage write, ISeal seal, TimeProvider time)
{
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

    /// <summary>What happened has happened: noting it is not called off.</summary>
    private async Task<Sent> Noted(Post post, Sent sent)
    {
        switch (sent)
        {
            case Sent.Arrived arrived:
                await receipts.Posted(post.Community, post.Delivery, arrived.Post, CancellationToken.None);
                break;
            case Sent.Refused:
                await receipts.Refused(post.Community, post.Delivery, CancellationToken.None);
                break;
        }

        return sent;
    }

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
}
