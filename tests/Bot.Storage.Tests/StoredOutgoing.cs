using Bot.Testing.Delivery;

namespace Bot.Storage.Tests;

/// <summary>What the contract of delivery looks at, of a store.</summary>
internal static class StoredOutgoing
{
    public static Outgoing Of(Store store) =>
        new(store.Receipts, store.SealKey, store.Communities, store.Journal, store.Corrections, store.Watches, store.Cards, store.Concerns);
}
