using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Testing.Delivery;

namespace Bot.Core.Tests.Delivery;

public sealed class InMemoryDeliveryTests : DeliveryContract
{
    private readonly InMemoryReceipts receipts = new();
    private InMemorySealKey? key;

    protected override ValueTask<Outgoing> Open()
    {
        var time = TimeProvider.System;
        var communities = new InMemoryCommunities(
            time,
            new InMemoryJournal(time),
            new InMemoryPeople(Dice),
            new InMemorySignInLinks(Dice, time),
            receipts,
            new InMemoryInstallations(time)
        );
        return ValueTask.FromResult(new Outgoing(receipts, key ??= new InMemorySealKey(Dice), communities));
    }
}
