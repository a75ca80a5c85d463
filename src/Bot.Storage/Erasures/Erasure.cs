using Bot.Core.Communities;
using Bot.Storage.Databases;

namespace Bot.Storage.Erasures;

/// <summary>What was erased: ids only, never what stood there. A backup from before is brought up to it when it is restored.</summary>
/// <param name="Id">The position, or the person's key; empty for a community.</param>
internal sealed record Erasure(DateTimeOffset At, CommunityId Of, Erased What, string Id)
{
    public static Task Note(Transaction writing, Erasure erasure, CancellationToken cancellation) =>
        writing.Run(
            "INSERT INTO erasure (at, of_community, what, id) VALUES (@at, @of, @what, @id)",
            cancellation,
            ("at", Statements.Stamp(erasure.At)),
            ("of", erasure.Of.Value),
            ("what", erasure.What.ToString()),
            ("id", erasure.Id)
        );
}

internal enum Erased
{
    Position,
    Person,
    Community,
}
