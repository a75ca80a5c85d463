using Bot.Core.Communities;

namespace Bot.Core.Operating;

/// <summary>A store that was put back, and in which nothing that falls due goes on until somebody says so.</summary>
public sealed class RestoredStore(FrozenSince frozen) : ILookout
{
    public string Kind => "restored";

    public async ValueTask<IReadOnlyList<Concern>?> Look(CancellationToken cancellation) =>
        await frozen(cancellation) is { } since
            ?
            [
                Concern.Of(
                    Kind,
                    FormattableString.Invariant($"{since.ToUnixTimeSeconds()}"),
                    FormattableString.Invariant(
                        $"The store was restored at {since.UtcDateTime:u}, and digests and corrections wait since: `resume` lets them go on."
                    )
                ),
            ]
            : [];
}
