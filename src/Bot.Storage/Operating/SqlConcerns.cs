using Bot.Core.Operating;
using Bot.Storage.Databases;

namespace Bot.Storage.Operating;

internal sealed class SqlConcerns(Func<Task<Database>> opened) : IConcerns
{
    public async ValueTask<bool> Add(string key, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var added = await writing.Run(
            "INSERT INTO concern (name, told_at) VALUES (@name, @now) ON CONFLICT (name) DO NOTHING",
            cancellation,
            ("name", key),
            ("now", Statements.Stamp(now))
        );
        await writing.Commit(cancellation);
        return added > 0;
    }

    public async ValueTask<IReadOnlyList<string>> OfKind(string kind, CancellationToken cancellation) =>
        await (await opened()).Read(
            "SELECT name FROM concern WHERE name LIKE @kind ORDER BY name",
            row => row.GetString(0),
            cancellation,
            ("kind", $"{kind} %")
        );

    public async ValueTask Remove(string key, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        await writing.Run("DELETE FROM concern WHERE name = @name", cancellation, ("name", key));
        await writing.Commit(cancellation);
    }
}
