using Bot.Core.Journal;
using Bot.Storage.Databases;

namespace Bot.Storage.Subscribers;

/// <summary>Derives rows of its own from the journal. All that it writes it can write again from nothing.</summary>
internal interface ISubscriber
{
    /// <summary>Under which its position is kept; never changed once it was released.</summary>
    string Name { get; }

    /// <summary>Its tables, which nobody else writes. A column <c>community</c> makes a row go with its community.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>So many positions are applied at once, and not before all were given; null: what there is, as soon as it is there.</summary>
    int? Whole => null;

    /// <summary>Writes what follows from events, in the transaction that also moves its position, and nowhere else. It appends nothing.</summary>
    Task Apply(JournalPage page, Transaction writing, CancellationToken cancellation);
}

/// <summary>The events of a stretch of positions, in order; of those that were deleted there are none.</summary>
/// <param name="After">The position before the stretch.</param>
/// <param name="Through">The last position of the stretch.</param>
internal sealed record JournalPage(long After, long Through, IReadOnlyList<Envelope> Events);
