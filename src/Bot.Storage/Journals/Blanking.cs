using System.Globalization;
using Bot.Core.Journal;
using Bot.Storage.Databases;
using Bot.Storage.Erasures;

namespace Bot.Storage.Journals;

/// <summary>The only way in which a written row is changed: its content is emptied.</summary>
internal static class Blanking
{
    /// <summary>Positions of one statement: a database takes only so many parameters.</summary>
    private const int Chunk = 500;

    /// <summary>Empties payload and reason of the positions to blank, as far as they are the community's.</summary>
    /// <returns>How many there are, those that were blanked before among them.</returns>
    public static async Task<int> Blank(Transaction writing, Append append, DateTimeOffset at, CancellationToken cancellation)
    {
        var found = 0;
        foreach (var positions in append.Blanks.Distinct().Chunk(Chunk))
        {
            var names = positions.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"p{i}")).ToList();
            await using var command = writing.Command(
                $"""
                UPDATE journal SET payload = '', reason = '""'
                WHERE community = @community AND position IN ({string.Join(", ", names.Select(name => $"@{name}"))})
                """
            );
            command.Give("community", append.Community.Value);
            for (var i = 0; i < positions.Length; i++)
            {
                command.Give(names[i], positions[i]);
            }

            found += await command.ExecuteNonQueryAsync(cancellation);
            foreach (var position in positions)
            {
                var id = position.ToString(CultureInfo.InvariantCulture);
                await Erasure.Note(writing, new Erasure(at, append.Community, Erased.Position, id), cancellation);
            }
        }

        return found;
    }
}
