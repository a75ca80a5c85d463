using Bot.Core.Communities;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Testing.Digests;

namespace Bot.Core.Tests.Digests;

public sealed class InMemoryDigestTests : DigestContract
{
    private readonly InMemoryDigests digests = new();
    private readonly InMemoryCommunities communities;

    public InMemoryDigestTests()
    {
        var time = TimeProvider.System;
        communities = new InMemoryCommunities(
            time,
            new InMemoryJournal(time),
            new InMemoryPeople(_ => { }),
            new InMemorySignInLinks(_ => { }, time),
            new InMemoryReceipts(),
            new InMemoryInstallations(time),
            digests,
            new InMemoryWatches(),
            new InMemoryCards()
        );
    }

    protected override ValueTask<KeptDigests> Open() => ValueTask.FromResult(new KeptDigests(digests, digests, communities));
}
