using System.Diagnostics;
using Bot.Core.Delivery;

namespace Bot.Core.Moderation.Cards;

/// <summary>
/// Does one step about one card. What is begun is written down before the platform is asked, so that whoever comes after a death at any point knows what may have happened; and
/// whoever was slower finds another version there, and leaves it.
/// </summary>
public sealed class CardSender(ICards cards, TimeProvider time)
{
    /// <returns>Whether the channel may take another one: false where it refused this.</returns>
    internal async Task<bool> Do(IPlatform platform, CardStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case CardStep.Forget forget:
                await cards.Forget(forget.Card, cancellation);
                break;
            case CardStep.Post post when await cards.Save(post.Card, cancellation) is { } taken:
                return await Became(taken, await platform.Post(Outgoing(taken, post.Face), cancellation), post.Shown);
            case CardStep.Seek seek when await Take(seek.Card, cancellation) is { } taken:
                await Seek(platform, taken, seek.Face, cancellation);
                break;
            case CardStep.Edit edit when await Take(edit.Card, cancellation) is { } taken:
                await Edit(platform, taken, edit.Face, edit.Shown, cancellation);
                break;
            default:
                // Somebody else does it.
                break;
        }

        return true;
    }

    private ValueTask<Card?> Take(Card card, CancellationToken cancellation) =>
        cards.Save(card with { NotBefore = time.GetUtcNow() + CardRules.Lease }, cancellation);

    private async Task<bool> Became(Card card, Sent sent, string? shown)
    {
        await Keep(
            sent switch
            {
                Sent.Arrived arrived => Well(card with { State = CardState.Posted, Post = arrived.Post, Shown = shown }),
                Sent.Refused refused => Later(card with { State = CardState.Refused }, refused.Why.Sentence),
                Sent.Unknown unknown => Later(card, unknown.Sentence),
                _ => throw new UnreachableException(),
            }
        );
        return sent is not Sent.Refused;
    }

    private async Task Seek(IPlatform platform, Card card, Face face, CancellationToken cancellation)
    {
        var post = Outgoing(card, face);
        if (time.GetUtcNow() + CardRules.Patience < card.Begun + platform.KnownAgain)
        {
            await Again(platform, card, post, cancellation);
            return;
        }

        switch (await platform.Find(post, card.Begun, cancellation))
        {
            case Sought.There there:
                await Became(card, new Sent.Arrived(there.Post), shown: null);
                break;
            case Sought.NotThere when face.IsOver || card.IsReminder:
                // A reminder that is still due is begun anew, so that the next one is a day after it.
                await cards.Forget(card, cancellation);
                break;
            case Sought.NotThere:
                await Again(platform, card, post, cancellation);
                break;
            default:
                await Keep(
                    card.Tries < CardRules.MostLooks
                        ? Later(card, card.Why ?? CardWords.NobodyKnows)
                        : card with
                        {
                            State = CardState.Lost,
                            Why = CardWords.NobodyKnows,
                        }
                );
                break;
        }
    }

    /// <summary>What is there by then may be of the first time, and show what was so then; and that it was refused now does not tell what became of it before.</summary>
    private async Task Again(IPlatform platform, Card card, OutgoingPost post, CancellationToken cancellation)
    {
        var sent = await platform.Post(post, cancellation);
        await Became(card, sent is Sent.Refused refused ? new Sent.Unknown(refused.Why.Sentence) : sent, shown: null);
    }

    private async Task Edit(IPlatform platform, Card card, Face face, string shown, CancellationToken cancellation)
    {
        var edited = await platform.Edit(new PostPlace(card.Community, card.Place, card.Post!.Value), face.Reply, [], cancellation);
        await Keep(
            edited switch
            {
                Edited.Done => Well(card with { State = face.IsOver ? CardState.Over : CardState.Posted, Shown = shown }),

                // Somebody took it away: what it was about still waits, and is listed.
                Edited.Refused { Why: WhyNot.Gone } => card with { State = CardState.Lost, Why = null },
                Edited.Refused { Why: var why } => Later(card, why.Sentence),
                Edited.Unknown unknown => Later(card, unknown.Sentence),
                _ => throw new UnreachableException(),
            }
        );
    }

    private Card Well(Card card) => card with { Tries = 0, Why = null, NotBefore = time.GetUtcNow() };

    private Card Later(Card card, string why) =>
        card with
        {
            Tries = card.Tries + 1,
            Why = why,
            NotBefore = time.GetUtcNow() + CardRules.Pause(card.Tries + 1),
        };

    /// <summary>What happened has happened: keeping it is not called off. Where that fails, it is found out when the time for it is over.</summary>
    private async Task Keep(Card card) => await cards.Save(card, CancellationToken.None);

    private static OutgoingPost Outgoing(Card card, Face face) =>
        new()
        {
            Community = card.Community,
            Delivery = card.Delivery,
            Place = card.Place,
            Story = null,
            Reply = face.Reply,
            Marker = card.IsReminder ? CardFaces.WhatWaits : $"item:{card.Item}",
            Patience = CardRules.Patience,
        };
}
