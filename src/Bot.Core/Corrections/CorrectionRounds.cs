using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Corrections;

/// <summary>
/// Goes through the posts that are to be corrected, round by round. No channel holds up another: each gives a few posts to a round, one after the other, and channels go side
/// by side. How fast a platform may be asked its client knows.
/// </summary>
/// <param name="note">Told of what nobody expected; the post is looked at again in the next round.</param>
public sealed class CorrectionRounds(
    ICorrections corrections,
    Corrector corrector,
    IEnumerable<IPlatform> platforms,
    StoryKeeper keeper,
    TimeProvider time,
    CorrectionRules rules,
    Action<Exception> note
)
{
    /// <summary>So many posts are looked at in a round.</summary>
    private const int Round = 500;

    /// <summary>So many of them in one channel.</summary>
    private const int OfOnePlace = 5;

    /// <summary>So many channels at once.</summary>
    private const int AtOnce = 8;

    /// <returns>Whether there may be more to do at once.</returns>
    public async Task<bool> Go(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var open = await corrections.Open(now, now - rules.FirstLook, Round, cancellation);
        if (open.Count == 0)
        {
            return false;
        }

        await keeper.Follow(cancellation);
        var more = 0;
        await Parallel.ForEachAsync(
            open.GroupBy(post => (post.Receipt.Community, post.Receipt.Place)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (place, stop) =>
            {
                if (await Correct(place, stop) == OfOnePlace)
                {
                    Interlocked.Exchange(ref more, 1);
                }
            }
        );
        return more > 0;
    }

    /// <returns>With how many posts something was done.</returns>
    private async Task<int> Correct(IEnumerable<TrackedPost> place, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var post in place)
        {
            if (done == OfOnePlace || platforms.FirstOrDefault(platform => platform.Serves(post.Receipt.Community)) is not { } platform)
            {
                break;
            }

            try
            {
                done += await corrector.Correct(platform, post, cancellation) ? 1 : 0;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                note(fault);
            }
        }

        return done;
    }
}
