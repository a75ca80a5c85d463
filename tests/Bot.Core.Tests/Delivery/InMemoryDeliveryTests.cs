using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Core.Operating;
using Bot.Testing.Delivery;

namespace Bot.Core.Tests.Delivery;

public sealed class InMemoryDeliveryTests : DeliveryContract
{
    private readonly InMemoryReceipts receipts = new();
    private readonly InMemoryJournal journal = new(TimeProvider.System);
    private readonly InMemoryCorrections corrections;
    private readonly InMemoryWatches watches = new();
    private readonly InMemoryCards cards = new();
    private readonly InMemoryConcerns concerns = new();
    private InMemorySealKey? key;

    public InMemoryDeliveryTests() => corrections = new InMemoryCorrections(journal, receipts);

    protected override ValueTask<Outgoing> Open()
    {
        var time = TimeProvider.System;
        var communities = new InMemoryCommunities(
            time,
            journal,
            new InMemoryPeople(Dice),
            new InMemorySignInLinks(Dice, time),
            receipts,
            new InMemoryInstallations(time),
            new InMemoryDigests(),
            watches,
            cards
        );
        return ValueTask.FromResult(
            new Outgoing(receipts, key ??= new InMemorySealKey(Dice), communities, journal, corrections, watches, cards, concerns)
        );
    }
}
