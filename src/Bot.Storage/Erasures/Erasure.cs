using System.Globalization;
using Bot.Core.Communities;
using Bot.Storage.Communities;
using Bot.Storage.Databases;

namespace Bot.Storage.Erasures;

/// <summary>What was erased: ids only, never what stood there. A backup from before is brought up to it when it is restored.</summary>
/// <param name="Id">The position, or the person's key; empty for a community.</param>
internal sealed record Erasure(DateTimeOffset At, CommunityId Of, Erased What, string Id)
{
    public static async Task<IReadOnlyList<Erasure>> All(Transaction reading, CancellationToken cancellation) =>
        await reading.Read(
            "SELECT at, of_community, what, id FROM erasure ORDER BY at",
            row => new Erasure(row.Moment(0), new CommunityId(row.GetString(1)), Enum.Parse<Erased>(row.GetString(2)), row.GetString(3)),
            cancellation
        );

    public static Task Note(Transaction writing, Erasure erasure, CancellationToken cancellation) =>
        writing.Run(
            "INSERT INTO erasure (at, of_community, what, id) VALUES (@at, @of, @what, @id)",
            cancellation,
            ("at", Statements.Stamp(erasure.At)),
            ("of", erasure.Of.Value),
            ("what", erasure.What.ToString()),
            ("id", erasure.Id)
        );

    /// <summary>Erases it once more, in a store that was not told of it, and notes it there.</summary>
    public async Task Repeat(Database database, Transaction writing, CancellationToken cancellation)
    {
        switch (What)
        {
            case Erased.Position:
                await writing.Run(
                    """UPDATE journal SET payload = '', reason = '""' WHERE community = @of AND position = @position""",
                    cancellation,
                    ("of", Of.Value),
                    ("position", long.Parse(Id, CultureInfo.InvariantCulture))
                );
                break;
            case Erased.Person:
                await writing.Run("DELETE FROM person WHERE community = @of AND key = @id", cancellation, ("of", Of.Value), ("id", Id));
                break;
            case Erased.Community:
                await SqlCommunities.DeleteRows(database, writing, Of, cancellation);
                break;
        }

        await Note(writing, this, cancellation);
    }
}

internal enum Erased
{
    Position,
    Person,
    Community,
}
