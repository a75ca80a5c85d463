using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Host.Console.Moderating;

/// <summary>The posts that a change touches.</summary>
internal static class PostsOf
{
    /// <summary>Those that show a fact, but for those that somebody had taken away.</summary>
    public static async Task<IReadOnlyList<TrackedPost>> Fact(
        FactId fact,
        CommunityId community,
        ICorrections corrections,
        CancellationToken cancellation
    ) => [.. (await corrections.All(community, cancellation)).Where(post => post.Receipt.State != PostState.Removed && post.Shows(fact))];
}
