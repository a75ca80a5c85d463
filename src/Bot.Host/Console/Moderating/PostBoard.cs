using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Host.Console.Moderating;

/// <summary>What was posted for everybody to see, and how far its corrections are.</summary>
internal sealed class PostBoard(ICorrections corrections, CorrectionRules rules, Shelf shelf, IEnumerable<IPlatform> platforms)
{
    /// <summary>Those of a community that somebody can still see, the newest first.</summary>
    public async Task<IReadOnlyList<PostRow>> All(CommunityId community, CancellationToken cancellation)
    {
        var state = shelf.Now;
        var platform = platforms.FirstOrDefault(platform => platform.Serves(community));
        return
        [
            .. (await corrections.All(community, cancellation))
                .Where(post => post.Receipt.State != PostState.Removed)
                .Reverse()
                .Select(post => new PostRow(
                    post,
                    shelf.Story(state, community, post.Receipt.Story.Value),
                    post.DueAt(rules),
                    Address(post.Receipt, platform)
                )),
        ];
    }

    public async Task<IReadOnlyList<PostRow>> Of(FactId fact, CommunityId community, CancellationToken cancellation) =>
        [.. (await All(community, cancellation)).Where(row => row.Post.Shows(fact))];

    /// <returns>How many posts are meant.</returns>
    public ValueTask<int> Instruct(CommunityId community, FactId fact, Instruction wanted, CancellationToken cancellation) =>
        corrections.Instruct(community, fact, wanted, cancellation);

    private static Uri? Address(Receipt receipt, IPlatform? platform) =>
        receipt.Post is { } post ? platform?.Address(new PostPlace(receipt.Community, receipt.Place, post)) : null;
}

/// <summary>One post.</summary>
/// <param name="Story">Its story as it stands now; null where that is not there any more.</param>
/// <param name="Due">When what is pending is dealt with; null for nothing.</param>
/// <param name="Address">Where it is to be seen; null where that is not known.</param>
internal sealed record PostRow(TrackedPost Post, StorySnapshot? Story, DateTimeOffset? Due, Uri? Address)
{
    /// <summary>Something else is to be seen than should be, now or by what is known of it.</summary>
    public bool IsOpen => Post.Pending is not null || Post.WasLeft || Post.Noting.Count > 0;

    /// <summary>The facts in which its readers have something else than there is.</summary>
    public IEnumerable<FactId> Differing => Story is null ? [] : Post.Differing(Story);
}
