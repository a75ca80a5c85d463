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

    /// <summary>Writes what follows from an event, in the transaction that also moves its position, and nowhere else. It appends nothing.</summary>
    Task Apply(Envelope envelope, Transaction writing, CancellationToken cancellation);
}
