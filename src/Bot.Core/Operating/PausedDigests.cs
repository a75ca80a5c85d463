using Bot.Core.Digests;

namespace Bot.Core.Operating;

/// <summary>Digests that were paused since nothing could be posted; those that a moderator paused are meant to be.</summary>
public sealed class PausedDigests(IDigests digests) : ILookout
{
    public string Kind => "digests";

    public async ValueTask<IReadOnlyList<Concern>?> Look(CancellationToken cancellation) =>
        [
            .. (await digests.All(cancellation))
                .Where(schedule => schedule.Paused is { Cause: PauseCause.Failing })
                .Select(schedule =>
                    Concern.Of(
                        Kind,
                        $"{schedule.Community} {schedule.Id}",
                        $"The digests of {schedule.Community} in channel {schedule.Place} are paused. {schedule.Paused!.Reason}"
                    )
                ),
        ];
}
