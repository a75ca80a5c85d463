using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Corrections.Watching;

/// <summary>Somebody wants to be told once when a fact of a private answer changes.</summary>
public sealed record Watch
{
    /// <summary>After so long it is forgotten unasked.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    /// <summary>So many one person has in a community.</summary>
    public const int MostOfOne = 20;

    public required CommunityId Community { get; init; }

    /// <summary>What asked for it.</summary>
    public required DeliveryId Delivery { get; init; }

    /// <summary>A key that names nobody once the person is forgotten.</summary>
    public required PersonKey Person { get; init; }
    public required StorySlug Story { get; init; }

    /// <summary>The facts, each in the state in which they have read it, by id.</summary>
    public required IReadOnlyList<ShownFact> Facts { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Who wants to be told of what. Each goes when it was told.</summary>
public interface IWatches
{
    /// <summary>The same delivery again does nothing.</summary>
    /// <returns>False where the person has <see cref="Watch.MostOfOne"/> already.</returns>
    ValueTask<bool> Add(Watch watch, CancellationToken cancellation);

    /// <summary>Whether a person waits for anything in a community.</summary>
    ValueTask<bool> Has(CommunityId community, PersonKey person, CancellationToken cancellation);

    /// <summary>All of all communities that nobody has taken, the oldest first.</summary>
    ValueTask<IReadOnlyList<Watch>> All(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Keeps one from all others for a while.</summary>
    /// <returns>False where somebody else has it, or it is gone.</returns>
    ValueTask<bool> Take(Watch watch, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    ValueTask Forget(Watch watch, CancellationToken cancellation);
}
