using System.Diagnostics;
using Bot.Core.Delivery;

namespace Bot.Core.Moderation.Cards;

/// <summary>
/// Does one step about one card. What is begun is written down before the platform is asked, so that whoever comes after a death at any point knows what may have happened; and
/// whoever was slower finds another version there, and leaves it.
/// </summary>
public sealed class CardSender(ICards cards, TimeProvider time)
{
    /// <returns>Whether the next step of the same community may be done.</returns>
    internal async Task<bool> Do(IPlatform platform, CardStep step, Func<Face, string> mark, CancellationToken cancellation)
    {
        switch (step)
        {
            case CardStep.Forget forget:
                await cards.Forget(forget.Card, cancellation);
                return true;
            case CardStep.Post post when await cards.Save(post.Card, cancellation) is { } taken:
                return await Sent(taken, await platform.Post(Outgoing(taken, post.Face), cancellation), mark(post.Face));
            case CardStep.Seek seek when await Take(seek.Card, cancellation) is { } taken:
                return await Seek(platform, taken, seek.Face, cancellation);
            case CardStep.Edit edit when await Take(edit.Card, cancellation) is { } taken:
                return await Edit(platform, taken, edit.Face, mark(edit.Face), cancellation);
            default:
                // Somebody else does it.
                return true;
        }
    }

    private ValueTask<Card?> Take(Card card, CancellationToken cancellation) =>
        cards.Save(card with { NotBefore = time.GetUtcNow() + CardRules.Lease }, cancellation);

    private async Task<bool> Seek(IPlatform platform, Card card, Face face, CancellationToken cancellation)
    {
        var post = Outgoing(card, face);
        if (time.GetUtcNow() + CardRules.Patience < card.Begun + platform.KnownAgain)
        {
            return await Again(platform, card, post, cancellation);
        }

        switch (await platform.Find(post, card.Begun, cancellation))
        {
            case Sought.There there:
                return await Sent(card, new Sent.Arrived(there.Post), shown: null);
            case Sought.NotThere when face.IsOver:
                await cards.Forget(card, cancellation);
                return true;
            case Sought.NotThere:
                return await Again(platform, card, post, cancellation);
            case Sought.NobodyKnows when card.Tries < CardRules.MostLooks:
                return await Later(card, card.Why ?? CardWords.NobodyKnows);
            default:
                return await Keep(card with { State = CardState.Lost, Why = CardWords.NobodyKnows });
        }
    }

    /// <summary>What is there by then may be of the first time, and show what was so then; and that it was refused now does not tell what became of it before.</summary>
    private async Task<bool> Again(IPlatform platform, Card card, OutgoingPost post, CancellationToken cancellation) =>
        await platform.Post(post, cancellation) is var sent && sent is Sent.Refused refused
            ? await Later(card, refused.Why.Sentence)
            : await Sent(card, sent, shown: null);

    private Task<bool> Sent(Card card, Sent sent, string? shown) =>
        sent switch
        {
            Sent.Arrived arrived => Keep(
                card with
                {
                    State = CardState.Posted,
                    Post = arrived.Post,
                    Shown = shown,
                    Tries = 0,
                    Why = null,
                    NotBefore = time.GetUtcNow(),
                }
            ),
            Sent.Refused refused => Later(card with { State = CardState.Refused }, refused.Why.Sentence),
            Sent.Unknown unknown => Later(card, unknown.Sentence),
            _ => throw new UnreachableException(),
        };

    private async Task<bool> Edit(IPlatform platform, Card card, Face face, string shown, CancellationToken cancellation) =>
        await platform.Edit(new PostPlace(card.Community, card.Place, card.Post!.Value), face.Reply, [], cancellation) switch
        {
            Edited.Done => await Keep(
                card with
                {
                    State = face.IsOver ? CardState.Over : CardState.Posted,
                    Shown = shown,
                    Tries = 0,
                    Why = null,
                    NotBefore = time.GetUtcNow(),
                }
            ),

            // Somebody took it away: what it was about still waits, and is listed.
            Edited.Refused { Why: WhyNot.Gone } => await Keep(card with { State = CardState.Lost, Why = null }),
            Edited.Refused { Why: var why } => await Later(card, why.Sentence),
            Edited.Unknown unknown => await Later(card, unknown.Sentence),
            _ => throw new UnreachableException(),
        };

    private async Task<bool> Later(Card card, string why)
    {
        await Keep(
            card with
            {
                Tries = card.Tries + 1,
                Why = why,
                NotBefore = time.GetUtcNow() + CardRules.Pause(card.Tries + 1),
            }
        );
        return false;
    }

    /// <summary>What happened has happened: keeping it is not called off. Where that fails, it is found out when the time for it is over.</summary>
    private async Task<bool> Keep(Card card)
    {
        await cards.Save(card, CancellationToken.None);
        return true;
    }

    private static OutgoingPost Outgoing(Card card, Face face) =>
        new()
        {
            Community = card.Community,
            Delivery = card.Delivery,
            Place = card.Place,
            Story = null,
            Reply = face.Reply,
            Patience = CardRules.Patience,
        };
}
