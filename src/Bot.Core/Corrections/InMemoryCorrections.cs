using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Corrections;

/// <summary>What became of posts, for as long as the process lives.</summary>
public sealed class InMemoryCorrections(IJournal journal, InMemoryReceipts receipts) : ICorrections
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Dictionary<(CommunityId Community, DeliveryId), PendingChange> changes = [];
    private readonly Dictionary<(CommunityId Community, DeliveryId), TrackedPost> known = [];
    private readonly Dictionary<(CommunityId, DeliveryId), DateTimeOffset> claims = [];
    private long read;

    public async ValueTask<IReadOnlyList<TrackedPost>> Open(
        DateTimeOffset now,
        DateTimeOffset madeBefore,
        int most,
        CancellationToken cancellation
    )
    {
        await TakeIn(cancellation);
        lock (gate)
        {
            return
            [
                .. All()
                    .Where(post =>
                        IsOpen(post, madeBefore) && !(post.NextTry > now) && !(claims.GetValueOrDefault(Key(post.Receipt)) > now)
                    )
                    .OrderBy(post => post.Pending?.Since ?? post.Receipt.At)
                    .ThenBy(post => post.Receipt.Delivery.Value, StringComparer.Ordinal)
                    .Take(most),
            ];
        }
    }

    public ValueTask<bool> Take(Claim claim, DateTimeOffset now, CancellationToken cancellation)
    {
        lock (gate)
        {
            var isFree = !(claims.GetValueOrDefault((claim.Community, claim.Delivery)) > now);
            if (isFree)
            {
                claims[(claim.Community, claim.Delivery)] = claim.Until;
            }

            return ValueTask.FromResult(isFree);
        }
    }

    public ValueTask Save(TrackedPost post, Claim claim, bool ends, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (claims.GetValueOrDefault((claim.Community, claim.Delivery)) == claim.Until)
            {
                known[Key(post.Receipt)] = post with { Pending = null };
                if (ends)
                {
                    claims.Remove((claim.Community, claim.Delivery));
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<int> Instruct(CommunityId community, FactId fact, Instruction wanted, CancellationToken cancellation)
    {
        await TakeIn(cancellation);
        lock (gate)
        {
            var meant = All().Where(post => post.Receipt.Community == community && post.IsMeantBy(fact, wanted)).ToList();
            foreach (var post in meant)
            {
                known[Key(post.Receipt)] = post with { Pending = null, Wanted = wanted, NextTry = null };
            }

            return meant.Count;
        }
    }

    public async ValueTask<IReadOnlyList<TrackedPost>> All(CommunityId community, CancellationToken cancellation)
    {
        await TakeIn(cancellation);
        lock (gate)
        {
            return [.. All().Where(post => post.Receipt.Community == community)];
        }
    }

    public ValueTask<IReadOnlyList<TrackedPost>> Left(CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TrackedPost>>([
                .. All()
                    .Where(post =>
                        post.Receipt.State != PostState.Removed
                        && post is { State: CorrectionState.CannotEdit or CorrectionState.NotNoted, NextTry: null }
                    ),
            ]);
        }
    }

    private bool IsOpen(TrackedPost post, DateTimeOffset madeBefore) =>
        post.Receipt.State != PostState.Removed
        && (
            post.Pending is not null
            || post.NextTry is not null
            || post.Noting.Count > 0
            || post.Wanted == Instruction.SendNow
            || (!known.ContainsKey(Key(post.Receipt)) && post.Receipt.At <= madeBefore)
        );

    /// <summary>Every post whose receipt is there.</summary>
    private IEnumerable<TrackedPost> All() => receipts.All().Select(Post);

    private TrackedPost Post(Receipt receipt)
    {
        var post = known.TryGetValue(Key(receipt), out var was) ? was with { Receipt = receipt } : TrackedPost.Of(receipt);
        return post with
        {
            Pending = changes.TryGetValue(Key(receipt), out var pending) && pending.Position > post.Settled ? pending : null,
        };
    }

    /// <summary>By whoever asks first; nobody derives from the same event twice.</summary>
    private async Task TakeIn(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            await foreach (var envelope in journal.Read(read, cancellation))
            {
                lock (gate)
                {
                    PendingChange.Touched(envelope.Event).ToList().ForEach(fact => Touch(envelope, fact));
                    if (envelope.Event is StoryEvent.CommunityDeleted deleted)
                    {
                        Drop(changes, deleted.Community);
                        Drop(known, deleted.Community);
                    }
                }

                read = envelope.Position;
            }
        }
        finally
        {
            reading.Release();
        }
    }

    private void Touch(Envelope envelope, FactId fact)
    {
        var ofAll = envelope.Community == CommunityId.Base;
        foreach (
            var post in All()
                .Where(post => post.Receipt.Story == envelope.Story && (ofAll || post.Receipt.Community == envelope.Community))
                .Where(post => post.Receipt.State != PostState.Removed && post.Shows(fact))
                .ToList()
        )
        {
            changes[Key(post.Receipt)] = PendingChange.After(post.Pending, envelope);
        }
    }

    private static void Drop<T>(Dictionary<(CommunityId Community, DeliveryId), T> kept, CommunityId community) =>
        kept.Keys.Where(key => key.Community == community).ToList().ForEach(key => kept.Remove(key));

    private static (CommunityId, DeliveryId) Key(Receipt receipt) => (receipt.Community, receipt.Delivery);
}
