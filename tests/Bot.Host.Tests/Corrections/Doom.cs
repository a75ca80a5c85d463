using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Moderation.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Corrections;

/// <summary>
/// The service dies before or after one of the calls by which it corrects a post, those for its notes not counted, or keeps the cards of moderators. From then on nothing that it asks for is done.
/// </summary>
/// <param name="post">The message that is corrected; null: any.</param>
/// <param name="at">At which call, counted from 1.</param>
/// <param name="after">Whether the call itself is still done.</param>
internal sealed class Doom(string? post, int at, bool after)
{
    private int calls;

    private bool Counts(PostId edited) => post is null || edited.Value == post;

    /// <summary>At which call it died; null where it lived on.</summary>
    public string? DiedAt { get; private set; }

    public void Over(IServiceCollection services)
    {
        Put<ICorrections>(services, inner => new Corrections(inner, this));
        Put<IReceipts>(services, inner => new Receipts(inner, this));
        Put<ICards>(services, inner => new Cards(inner, this));
        Put<IPlatform>(services, inner => new Platform(inner, this));
    }

    private static void Put<T>(IServiceCollection services, Func<T, T> over)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        services.AddSingleton(provider => over((T)inner.ImplementationFactory!(provider)));
    }

    private async Task<T> Call<T>(string name, Func<Task<T>> call, bool counts = true)
    {
        var isLast = counts && Interlocked.Increment(ref calls) == at;
        if (DiedAt is not null || (isLast && !after))
        {
            DiedAt ??= name;
            throw new IOException("The service is dead.");
        }

        var done = await call();
        if (isLast)
        {
            DiedAt = name;
            throw new IOException("The service died.");
        }

        return done;
    }

    private async ValueTask Call(string name, Func<ValueTask> call, bool counts = true) =>
        await Call(
            name,
            async () =>
            {
                await call();
                return 0;
            },
            counts
        );

    private sealed class Corrections(ICorrections inner, Doom doom) : ICorrections
    {
        public ValueTask<IReadOnlyList<TrackedPost>> Open(
            DateTimeOffset now,
            DateTimeOffset madeBefore,
            int most,
            CancellationToken cancellation
        ) => inner.Open(now, madeBefore, most, cancellation);

        public async ValueTask<bool> Take(Claim claim, DateTimeOffset now, CancellationToken cancellation) =>
            await doom.Call("take", () => inner.Take(claim, now, cancellation).AsTask(), !NoteName.Is(claim.Delivery));

        public ValueTask Save(TrackedPost post, Claim claim, bool ends, CancellationToken cancellation) =>
            doom.Call(
                $"save {post.State} {post.Noting.Count}",
                () => inner.Save(post, claim, ends, cancellation),
                !NoteName.Is(claim.Delivery)
            );

        public ValueTask<int> Instruct(CommunityId community, FactId fact, Instruction wanted, CancellationToken cancellation) =>
            inner.Instruct(community, fact, wanted, cancellation);

        public ValueTask<IReadOnlyList<TrackedPost>> All(CommunityId community, CancellationToken cancellation) =>
            inner.All(community, cancellation);

        public ValueTask<IReadOnlyList<TrackedPost>> Left(CancellationToken cancellation) => inner.Left(cancellation);
    }

    private sealed class Receipts(IReceipts inner, Doom doom) : IReceipts
    {
        public async ValueTask<Begun> Begin(Receipt receipt, bool spaced, CancellationToken cancellation) =>
            await doom.Call("begin", () => inner.Begin(receipt, spaced, cancellation).AsTask());

        public ValueTask Posted(CommunityId community, DeliveryId delivery, PostId post, CancellationToken cancellation) =>
            doom.Call("posted", () => inner.Posted(community, delivery, post, cancellation));

        public ValueTask Refused(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
            inner.Refused(community, delivery, cancellation);

        public ValueTask Removed(CommunityId community, PlaceId place, PostId post, CancellationToken cancellation) =>
            inner.Removed(community, place, post, cancellation);

        public ValueTask<Receipt?> Find(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
            inner.Find(community, delivery, cancellation);

        public ValueTask<IReadOnlyList<Receipt>> All(CommunityId community, CancellationToken cancellation) =>
            inner.All(community, cancellation);

        public ValueTask<IReadOnlyList<Receipt>> Unknown(DateTimeOffset before, CancellationToken cancellation) =>
            inner.Unknown(before, cancellation);
    }

    private sealed class Cards(ICards inner, Doom doom) : ICards
    {
        public ValueTask<IReadOnlyList<Card>> All(CancellationToken cancellation) => inner.All(cancellation);

        public async ValueTask<Card?> Save(Card card, CancellationToken cancellation) =>
            await doom.Call($"keep {card.State}", () => inner.Save(card, cancellation).AsTask());

        public ValueTask Forget(Card card, CancellationToken cancellation) => inner.Forget(card, cancellation);
    }

    private sealed class Platform(IPlatform inner, Doom doom) : IPlatform
    {
        public string Name => inner.Name;

        public TimeSpan PassesOver => inner.PassesOver;

        public TimeSpan KnownAgain => inner.KnownAgain;

        public Task<Sought> Find(OutgoingPost post, DateTimeOffset since, CancellationToken cancellation) =>
            inner.Find(post, since, cancellation);

        public Task<Sent> Post(OutgoingPost post, CancellationToken cancellation) =>
            doom.Call("post", () => inner.Post(post, cancellation));

        public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
            doom.Call("edit", () => inner.Edit(at, reply, buttons, cancellation), doom.Counts(at.Post));

        public Task<Edited> Remove(PostPlace at, CancellationToken cancellation) => inner.Remove(at, cancellation);

        public Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation) =>
            inner.Tell(community, user, delivery, reply, cancellation);
    }
}
