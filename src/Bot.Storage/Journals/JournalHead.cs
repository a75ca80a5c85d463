using System.Data.Common;
using System.Globalization;
using Bot.Core.Journal;
using Bot.Storage.Databases;
using Bot.Storage.Events;

namespace Bot.Storage.Journals;

/// <summary>What an append must know of the journal, read with the head locked.</summary>
/// <param name="Position">The last position given.</param>
/// <param name="Last">The position of the community's last event; 0 where it has none.</param>
/// <param name="Chain">The community's last chain hash.</param>
/// <param name="Versions">The versions of the streams that are appended to.</param>
/// <param name="Done">What became of the same command before; null when it is new.</param>
internal sealed record JournalHead(
    long Position,
    long Last,
    string Chain,
    IReadOnlyDictionary<StreamId, long> Versions,
    AppendResult.AlreadyDone? Done
)
{
    /// <summary>The last position given.</summary>
    public static async Task<long> LastPosition(Transaction reading, CancellationToken cancellation) =>
        (await reading.Read("SELECT position FROM journal_head", row => row.GetInt64(0), cancellation)).Single();

    /// <summary>When the last event was; null where there are none.</summary>
    public static async Task<DateTimeOffset?> LastEventAt(Transaction reading, CancellationToken cancellation)
    {
        var last = await reading.Read(
            "SELECT at FROM journal ORDER BY position DESC LIMIT 1",
            row => (DateTimeOffset?)row.Moment(0),
            cancellation
        );
        return last.SingleOrDefault();
    }

    /// <summary>Keeps all appends away until the commit.</summary>
    public static async Task Lock(Transaction writing, string lockRow, CancellationToken cancellation)
    {
        await using var command = writing.Command($"SELECT position FROM journal_head{lockRow}");
        await command.ExecuteScalarAsync(cancellation);
    }

    public static async Task<JournalHead> Read(Transaction writing, Append append, string lockRow, CancellationToken cancellation)
    {
        var streams = append.Events.Select(proposed => proposed.Stream.Value).Distinct().ToList();
        await using var command = writing.Command(
            $"""
            SELECT position FROM journal_head{lockRow};
            SELECT min(position), max(position) FROM journal WHERE community = @community AND command = @command;
            SELECT position, chain_hash FROM journal WHERE community = @community ORDER BY position DESC LIMIT 1;
            {string.Join('\n', streams.Select((_, i) => $"SELECT coalesce(max(version), 0) FROM journal WHERE stream = @s{i};"))}
            """
        );
        command.Give("community", append.Community.Value);
        command.Give("command", append.Command.Value);
        for (var i = 0; i < streams.Count; i++)
        {
            command.Give(string.Create(CultureInfo.InvariantCulture, $"s{i}"), streams[i]);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var position = reader.GetInt64(0);
        await Next(reader, cancellation);
        var done = reader.IsDBNull(0) ? null : new AppendResult.AlreadyDone(reader.GetInt64(0), reader.GetInt64(1));
        var (last, chain) = await Next(reader, cancellation) ? (reader.GetInt64(0), reader.GetString(1)) : (0, HashChain.Start);
        var versions = new Dictionary<StreamId, long>();
        foreach (var stream in streams)
        {
            await Next(reader, cancellation);
            versions[new StreamId(stream)] = reader.GetInt64(0);
        }

        return new JournalHead(position, last, chain, versions, done);
    }

    /// <summary>The rows that an append adds after this head, with positions, versions and hashes.</summary>
    public IReadOnlyList<JournalRow> Seal(Append append, DateTimeOffset at)
    {
        var (position, chain) = (Position, Chain);
        var rows = new List<JournalRow>(append.Events.Count);
        foreach (var proposed in append.Events)
        {
            var stored = EventCodec.Encode(proposed.Event);
            var content = HashChain.Content(stored.Content);
            chain = HashChain.Next(chain, content);
            rows.Add(
                new JournalRow
                {
                    Position = ++position,
                    Community = append.Community.Value,
                    Story = append.Story.Value,
                    Stream = proposed.Stream.Value,
                    Version = proposed.ExpectedVersion + 1,
                    Command = append.Command.Value,
                    At = at,
                    By = append.By.Value,
                    Reason = append.Reason,
                    Event = stored,
                    ContentHash = content,
                    ChainHash = chain,
                }
            );
        }

        return rows;
    }

    private static async Task<bool> Next(DbDataReader reader, CancellationToken cancellation) =>
        await reader.NextResultAsync(cancellation) && await reader.ReadAsync(cancellation);
}
