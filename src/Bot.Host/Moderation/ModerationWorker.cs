using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Rounds;

namespace Bot.Host.Moderation;

/// <summary>Lets acts take effect that are due, and tells reporters what became of what they reported. After a restore neither is done until somebody says so.</summary>
internal sealed partial class ModerationWorker(
    DueActs due,
    ReporterNotices notices,
    StoryKeeper keeper,
    FrozenSince frozen,
    TimeProvider time,
    NoteFault note,
    ILogger<ModerationWorker> logger
) : RoundWorker(keeper, frozen, time, note, "what falls due in moderation")
{
    protected override async Task Round(CancellationToken cancellation)
    {
        await due.Go(cancellation);
        await notices.Go(cancellation);
    }

    protected override void SayThatItWaits(DateTimeOffset restored) => Log.Waits(logger, restored.UtcDateTime);

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "What moderators proposed does not take effect by itself, and no reporter is told, since the store was restored at {Restored:u}: `resume` lets it go on."
        )]
        public static partial void Waits(ILogger logger, DateTime restored);
    }
}
