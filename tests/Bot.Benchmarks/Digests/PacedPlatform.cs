using System.Collections.Concurrent;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;

namespace Bot.Benchmarks.Digests;

/// <summary>Takes so many posts in a second; who comes too early waits, as with the platforms' clients. Of what was posted only the names are kept.</summary>
internal sealed class PacedPlatform(int perSecond, TimeProvider time) : IPlatform
{
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<(CommunityId Community, DeliveryId Delivery)> posts = [];
    private DateTimeOffset free;
    private int pictured;

    public string Name => "discord";

    /// <summary>In the order in which they arrived.</summary>
    public IReadOnlyCollection<(CommunityId Community, DeliveryId Delivery)> Posts => posts;

    public int Pictured => pictured;

    public async Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = time.GetUtcNow();
            var mine = free > now ? free : now;
            (free, wait) = (mine + TimeSpan.FromSeconds(1.0 / perSecond), mine - now);
        }

        await Task.Delay(wait, time, cancellation);
        posts.Enqueue((post.Community, post.Delivery));
        Interlocked.Add(ref pictured, post.Picture is null ? 0 : 1);
        return new Sent.Arrived(new PostId($"{posts.Count}"));
    }

    public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
        Task.FromResult<Edited>(new Edited.Done());

    public Task<Edited> Remove(PostPlace at, CancellationToken cancellation) => Task.FromResult<Edited>(new Edited.Done());

    public Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation) =>
        Task.FromResult<Sent>(new Sent.Arrived(new PostId("told")));
}
