using Bot.Core.Delivery;

namespace Bot.Core.Moderation.Cards;

/// <summary>Something that is to be done about one card. Closed.</summary>
internal abstract record CardStep(Card Card)
{
    /// <summary>It is to be posted.</summary>
    /// <param name="Card">As it is written down before.</param>
    /// <param name="Shown">See <see cref="CardFaces.Mark"/>.</param>
    public sealed record Post(Card Card, Face Face, string Shown) : CardStep(Card);

    /// <summary>It is there, and should show something else.</summary>
    /// <inheritdoc cref="Post"/>
    public sealed record Edit(Card Card, Face Face, string Shown) : CardStep(Card);

    /// <summary>It was to be posted, and nobody noted what became of it.</summary>
    public sealed record Seek(Card Card, Face Face) : CardStep(Card);

    public sealed record Forget(Card Card) : CardStep(Card);
}

/// <summary>What is to be done about the cards of one community at one moment. Nothing here does anything.</summary>
internal sealed class CardPlan(CardFaces faces, PlaceId? channel, IReadOnlyList<Card> known, DateTimeOffset now)
{
    /// <summary>Worked out one by one, as far as somebody goes on.</summary>
    public IEnumerable<CardStep> Steps() =>
        known
            .Select(card => card.IsReminder ? OfReminder(card) : Of(card))
            .OfType<CardStep>()
            .Concat(channel is { } place && !IsShut(place) ? Posts(place) : []);

    private CardStep? Of(Card card)
    {
        if (card.UpTo > faces.UpTo)
        {
            // Whoever did something about it has read more.
            return null;
        }

        var (face, isFree) = (faces.Of(card), card.NotBefore <= now);
        return card.State switch
        {
            CardState.Sending => isFree ? new CardStep.Seek(card, face) : null,
            CardState.Refused => face.IsOver || channel is null ? new CardStep.Forget(card) : null,
            CardState.Lost => face.IsOver && (card.Why is null || card.Begun < now - Card.KeptWhenUnsure)
                ? new CardStep.Forget(card)
                : null,
            CardState.Over when face.IsOver => card.Begun < now - Card.KeptWhenOver ? new CardStep.Forget(card) : null,
            _ => isFree && faces.Mark(face.Reply) is var shown && shown != card.Shown
                ? new CardStep.Edit(card with { UpTo = faces.UpTo }, face, shown)
                : null,
        };
    }

    private CardStep? OfReminder(Card card) =>
        card.State == CardState.Sending && card.NotBefore <= now
            ? faces.Reminder(known) is { IsOver: false } face
                ? new CardStep.Seek(card, face)
                : new CardStep.Forget(card)
            : null;

    /// <summary>One that is refused there keeps all others waiting: what helps for one helps for all.</summary>
    private bool IsShut(PlaceId place) => known.Any(card => card.State == CardState.Refused && card.Place == place && card.NotBefore > now);

    private IEnumerable<CardStep> Posts(PlaceId place)
    {
        foreach (var waiting in faces.Waiting)
        {
            var before = known.FirstOrDefault(card => card.Story == faces.Story && card.Item == waiting.Item);
            if (MayBegin(before, place) && !faces.IsBeingWritten(waiting.Item, now))
            {
                var card = Begun(before, waiting.Item, place);
                yield return Post(card, faces.Of(card));
            }
        }

        if (faces.Oldest(known) <= now - CardRules.Remind && !known.Any(IsLately))
        {
            var before = known.FirstOrDefault(card => card.Story == faces.Story && card.IsReminder);
            yield return Post(Begun(before, Card.Reminder, place), faces.Reminder(known));
        }
    }

    private CardStep.Post Post(Card card, Face face) => new(card, face, faces.Mark(face.Reply));

    /// <summary>What has a card has it where it is. Only one that nobody can find there gets another one in another channel.</summary>
    private static bool MayBegin(Card? before, PlaceId place) =>
        before is null or { State: CardState.Refused } || (before.State == CardState.Lost && before.Place != place);

    private bool IsLately(Card card) => card is { IsReminder: true, State: not CardState.Refused } && card.Begun > now - CardRules.Remind;

    private Card Begun(Card? before, Journal.ItemId item, PlaceId place) =>
        new()
        {
            Community = faces.Community,
            Story = faces.Story,
            Item = item,
            Place = place,
            Begun = now,
            State = CardState.Sending,
            UpTo = faces.UpTo,
            Tries = before?.Place == place && before.State == CardState.Refused ? before.Tries : 0,
            NotBefore = now + CardRules.Lease,
            Why = before?.Place == place ? before.Why : null,
            Version = before?.Version ?? 0,
        };
}
