using Bot.Storage.Databases;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Tests.Subscribers;

/// <summary>Writes down every event that it is given. It would keep one that it is given twice, and fails now and then, before or after it wrote.</summary>
/// <param name="failing">One time of so many it fails; 0: never.</param>
internal sealed class Copying(string name, int failing, int seed) : ISubscriber
{
    private readonly Random chance = new(seed);

    public string Name => name;

    public IReadOnlyList<string> Tables => [Table];

    public string Table => $"copied_{name}";

    /// <summary>Not unique by position, so that twice would be seen.</summary>
    public async Task Make(Database database, CancellationToken cancellation)
    {
        await using var writing = await database.OpenToWrite(cancellation);
        await writing.Run($"CREATE TABLE {Table} (position BIGINT NOT NULL, community TEXT NOT NULL)", cancellation);
        await writing.Commit(cancellation);
    }

    public async Task Apply(JournalPage page, Transaction writing, CancellationToken cancellation)
    {
        foreach (var envelope in page.Events)
        {
            FailAtTimes();
            await writing.Run(
                $"INSERT INTO {Table} (position, community) VALUES (@position, @community)",
                cancellation,
                ("position", envelope.Position),
                ("community", envelope.Community.Value)
            );
            FailAtTimes();
        }
    }

    private void FailAtTimes()
    {
        if (failing > 0 && chance.Next(failing) == 0)
        {
            throw new FailedOnPurposeException();
        }
    }
}

internal sealed class FailedOnPurposeException : Exception;
