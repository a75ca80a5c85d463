using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Core.Operating;

namespace Bot.Testing.Delivery;

/// <summary>What a store keeps of what was posted, opened empty; opened again it is the same store.</summary>
public sealed record Outgoing(
    IReceipts Receipts,
    ISealKey SealKey,
    ICommunities Communities,
    IJournal Journal,
    ICorrections Corrections,
    IWatches Watches,
    ICards Cards,
    IConcerns Concerns
);

/// <summary>The rules written on the ports of delivery, as tests: a part for each port. A store proves itself by inheriting them.</summary>
public abstract partial class DeliveryContract
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly CommunityId Guild = new("discord:1");
    private static readonly CommunityId Team = new("slack:T1");

    private readonly Lock dice = new();
    private readonly Random seeded = new(23);
    private int appended;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The same store each time, that makes its key by <see cref="Dice"/>.</summary>
    protected abstract ValueTask<Outgoing> Open();

    /// <summary>The randomness of what is under test: another each time, and the same in each run.</summary>
    protected void Dice(Span<byte> bytes)
    {
        lock (dice)
        {
            seeded.NextBytes(bytes);
        }
    }

    /// <summary>A receipt of a made-up post.</summary>
    /// <param name="minutes">After <see cref="Start"/>.</param>
    private static Receipt Made(
        string delivery,
        double minutes = 0,
        CommunityId? community = null,
        string place = "c1",
        string facts = "a b"
    ) =>
        new()
        {
            Community = community ?? Guild,
            Delivery = new DeliveryId(delivery),
            Place = new PlaceId(place),
            Story = new StorySlug("bridge"),
            Facts = [.. facts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((id, i) => new ShownFact(new FactId(id), i + 1))],
            Content = $"hash of {delivery}",
            At = Start.AddMinutes(minutes),
            Digest = new DigestSpan(DigestKind.Changes, new DateTime(2026, 6, 1, 9, 0, 0, DateTimeKind.Unspecified), After: 3, UpTo: 7),
        };
}
