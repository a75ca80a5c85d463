using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;

namespace Bot.Core.Communities;

/// <summary>The communities for as long as the process lives, over the other things that are kept in memory.</summary>
public sealed class InMemoryCommunities(
    TimeProvider time,
    InMemoryJournal journal,
    InMemoryPeople people,
    InMemorySignInLinks links,
    InMemoryReceipts receipts,
    InMemoryInstallations installations,
    InMemoryDigests digests,
    InMemoryWatches watches,
    InMemoryCards cards
) : ICommunities
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, KnownCommunity> known = new(StringComparer.Ordinal);

    public ValueTask Seen(CommunityId community, CancellationToken cancellation) =>
        Change(community, now => (Find(community) ?? new KnownCommunity(community, now, null)) with { Left = null });

    public ValueTask Left(CommunityId community, CancellationToken cancellation) =>
        Change(
            community,
            now =>
            {
                var before = Find(community) ?? new KnownCommunity(community, now, null);
                return before with { Left = before.Left ?? now };
            }
        );

    public ValueTask<IReadOnlyList<KnownCommunity>> All(CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<KnownCommunity>>([.. known.Values]);
        }
    }

    public async ValueTask<bool> Delete(CommunityId community, DateTimeOffset leftBy, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(community, CommunityId.Base);
        lock (gate)
        {
            if (Find(community) is not { Left: { } left } || left > leftBy)
            {
                return false;
            }

            known.Remove(community.Value);
        }

        await journal.Delete(community, cancellation);
        people.Drop(person => person.Community == community);
        links.Drop(community);
        receipts.Drop(community);
        digests.Drop(community);
        watches.Drop(community);
        cards.Drop(community);
        installations.Drop(community);
        return true;
    }

    private KnownCommunity? Find(CommunityId community) => known.GetValueOrDefault(community.Value);

    private ValueTask Change(CommunityId community, Func<DateTimeOffset, KnownCommunity> next)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(community, CommunityId.Base);
        lock (gate)
        {
            known[community.Value] = next(time.GetUtcNow());
        }

        return ValueTask.CompletedTask;
    }
}
