using Bot.Core.Corrections;

namespace Bot.Core.Operating;

/// <summary>Channels in which a post shows something else than it should, and correcting it was given up.</summary>
public sealed class LeftCorrections(ICorrections corrections) : ILookout
{
    public string Kind => "corrections";

    public async ValueTask<IReadOnlyList<Concern>?> Look(CancellationToken cancellation) =>
        [
            .. (await corrections.Left(cancellation))
                .GroupBy(post => (post.Receipt.Community, post.Receipt.Place))
                .Select(place =>
                    Concern.Of(
                        Kind,
                        $"{place.Key.Community} {place.Key.Place}",
                        $"A post of {place.Key.Community} in channel {place.Key.Place} was not corrected. {place.Last().Why} The posts page under /moderate lists them."
                    )
                ),
        ];
}
