using Bot.Core.Communities;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Testing.Communities;

namespace Bot.Core.Tests.Communities;

public sealed class InMemoryCommunityTests : CommunityContract
{
    protected override ValueTask<Kept> Open()
    {
        var (journal, people, links) = (new InMemoryJournal(Time), new InMemoryPeople(Dice), new InMemorySignInLinks(Dice, Time));
        var installations = new InMemoryInstallations(Time);
        return ValueTask.FromResult(
            new Kept(
                journal,
                people,
                new InMemoryCommunities(
                    Time,
                    journal,
                    people,
                    links,
                    new InMemoryReceipts(),
                    installations,
                    new InMemoryDigests(),
                    new InMemoryWatches(),
                    new InMemoryCards()
                ),
                links,
                installations
            )
        );
    }
}
