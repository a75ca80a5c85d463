using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Corrections;
using Bot.Core.Corrections.Watching;
using Bot.Core.Journal;
using Bot.Host.Rounds;

namespace Bot.Host.Corrections;

/// <summary>Corrects what was posted, as soon as it is due, and tells those who wanted to be told. After a restore nothing is corrected until somebody says so.</summary>
internal sealed partial class CorrectionWorker(
    CorrectionRounds rounds,
    WatchRounds watches,
    StoryKeeper keeper,
    FrozenSince frozen,
    TimeProvider time,
    NoteFault note,
    ILogger<CorrectionWorker> logger
) : RoundWorker(keeper, frozen, time, note, "correcting what was posted")
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private DateTimeOffset nextLook;

    protected override async Task Round(CancellationToken cancellation)
    {
        while (await rounds.Go(cancellation)) { }

        await LookAtWatches(cancellation);
    }

    protected override void SayThatItWaits(DateTimeOffset restored) => Log.Waits(logger, restored.UtcDateTime);

    /// <summary>Nobody waits for it by the second.</summary>
    private async Task LookAtWatches(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        if (now >= nextLook)
        {
            nextLook = now + BetweenLooks;
            await watches.Go(cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "What was posted is not corrected, since the store was restored at {Restored:u}: `resume` lets it go on."
        )]
        public static partial void Waits(ILogger logger, DateTime restored);
    }
}
