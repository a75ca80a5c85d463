using System.Text;
using Bot.Core.Conversation;
using Bot.Core.Facts;

namespace Bot.Core.Delivery;

/// <summary>Told of a post whose receipt could not be completed, so that what it shows will not be corrected.</summary>
public delegate void LostReceipt(OutgoingPost post, Sent sent);

/// <summary>Says things in channels. A receipt is there before the post is, so that nothing is posted twice and nothing is lost sight of.</summary>
public sealed class Poster(IReceipts receipts, ISeal seal, TimeProvider time, LostReceipt lost)
{
    /// <summary>How long the store is left alone before it is asked again.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    public async Task<Posted> Send(IPlatform platform, OutgoingPost post, CancellationToken cancellation)
    {
        if (post.IsPrivate || post.Story is not { } story)
        {
            return new Posted.Now(await platform.Post(post, cancellation));
        }

        return await receipts.Begin(Receipt(post, story), post.Spaced, cancellation) switch
        {
            Begun.Again => new Posted.Again(),
            Begun.TooSoon soon => new Posted.TooSoon(soon.Earlier),
            _ => new Posted.Now(await Noted(post, await platform.Post(post, cancellation))),
        };
    }

    /// <summary>
    /// As <see cref="Send"/>, for what nobody else sends at the same time: where it was broken off it is brought to its end. The platform passes it over, or is asked whether it
    /// is there.
    /// </summary>
    /// <returns><see cref="Posted.Again"/> only where nobody can tell whether it is there.</returns>
    public async Task<Posted> SendOnce(IPlatform platform, OutgoingPost post, CancellationToken cancellation)
    {
        var sent = await Send(platform, post, cancellation);
        if (sent is not Posted.Again || await receipts.Find(post.Community, post.Delivery, cancellation) is not { } receipt)
        {
            return sent;
        }

        if (receipt.Post is { } id)
        {
            return new Posted.Now(new Sent.Arrived(id));
        }

        if (receipt.At > time.GetUtcNow() - platform.PassesOver)
        {
            return new Posted.Now(await Repeated(post, await platform.Post(post, cancellation)));
        }

        return await platform.Find(post, receipt.At, cancellation) switch
        {
            Sought.There there => new Posted.Now(await Noted(post, new Sent.Arrived(there.Post))),
            Sought.NotThere => new Posted.Now(await Repeated(post, await platform.Post(post, cancellation))),
            _ => sent,
        };
    }

    /// <summary>Sends again what was begun, and may be there. Only within <see cref="IPlatform.KnownAgain"/> of that: then it is there once.</summary>
    public async Task<Sent> Again(IPlatform platform, OutgoingPost post, CancellationToken cancellation) =>
        await Repeated(post, await platform.Post(post, cancellation));

    /// <summary>Takes a post away, and notes that it is gone.</summary>
    public async Task<Edited> Remove(IPlatform platform, PostPlace at, CancellationToken cancellation)
    {
        var removed = await platform.Remove(at, cancellation);
        if (removed is Edited.Done)
        {
            await receipts.Removed(at.Community, at.Place, at.Post, CancellationToken.None);
        }

        return removed;
    }

    /// <summary>What happened has happened: noting it is not called off, nor given up at the first fault of the store.</summary>
    private async Task<Sent> Noted(OutgoingPost post, Sent sent)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Note(post, sent);
                return sent;
            }
            catch (Exception) when (tries < Pauses.Length)
            {
                await Task.Delay(Pauses[tries], time, CancellationToken.None);
            }
            catch (Exception)
            {
                lost(post, sent);
                throw;
            }
        }
    }

    /// <summary>That it was refused now does not tell what became of it before.</summary>
    private async Task<Sent> Repeated(OutgoingPost post, Sent sent) =>
        sent is Sent.Refused refused ? new Sent.Unknown(refused.Why.Sentence) : await Noted(post, sent);

    private ValueTask Note(OutgoingPost post, Sent sent) =>
        sent switch
        {
            Sent.Arrived arrived => receipts.Posted(post.Community, post.Delivery, arrived.Post, CancellationToken.None),
            Sent.Refused => receipts.Refused(post.Community, post.Delivery, CancellationToken.None),
            _ => ValueTask.CompletedTask,
        };

    private Receipt Receipt(OutgoingPost post, StorySlug story) =>
        new()
        {
            Community = post.Community,
            Delivery = post.Delivery,
            Place = post.Place,
            Story = story,
            Facts = ShownFact.Of(post.Reply),
            Content = Hash(post.Reply),
            At = time.GetUtcNow(),
            Asker = post.Asker,
            Digest = post.Digest,
        };

    /// <summary>Under the key, so that nobody who reads the store can try what it may have said.</summary>
    private string Hash(Reply reply) => Convert.ToHexStringLower(seal.Mark(Encoding.UTF8.GetBytes($"post\n{PlainText.Of(reply)}")));
}

/// <summary>What became of a post that is to be said once. Closed.</summary>
public abstract record Posted
{
    private Posted() { }

    /// <summary>It was sent now.</summary>
    public sealed record Now(Sent Sent) : Posted;

    /// <summary>The same delivery came before; nothing was done now.</summary>
    public sealed record Again : Posted;

    /// <summary>The same facts were shown in the same place a short while ago; nothing was done now.</summary>
    public sealed record TooSoon(Receipt Earlier) : Posted;
}
