using Bot.Core.Conversation;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Quartz;

namespace Bot.Host.Digests;

/// <summary>
/// The one job of the scheduler: each minute it has a look what is due. It knows no schedule and no time zone, and it is not told which minute it is for, so that one that comes
/// late, or not at all, loses nothing.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DigestTick(DigestRound round, StoryKeeper keeper, NoteFault note) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // The first look is at the start: who is often started again would never come to a second.
            await keeper.Loaded.WaitAsync(cancellationToken);
            await round.Turn(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            note(fault, "looking for digests that are due");
        }
        catch (OperationCanceledException)
        {
            // Stopping is no fault.
        }
    }
}
