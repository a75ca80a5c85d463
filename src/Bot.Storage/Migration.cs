using System.Data.Common;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;

namespace Bot.Storage;

/// <summary>
/// Brings a store to the form this program knows, by numbered scripts that are each run once (<see href="https://dbup.readthedocs.io"/>). Programs that
/// start at once take turns, and what has something in it is copied before it is changed.
/// </summary>
/// <param name="scripts">In order; a script that was released never changes.</param>
internal abstract class Migration(IReadOnlyList<SqlScript> scripts)
{
    /// <summary>How the name of a copy begins.</summary>
    protected const string BeforeMigration = "before-";

    /// <summary>Finds the table of scripts that were run, if there is one.</summary>
    protected abstract string FindTable { get; }

    /// <exception cref="StoreRefusedException">The store was written by a newer program, or a script failed.</exception>
    public async Task Bring(CancellationToken cancellation)
    {
        await using var store = await Open(cancellation);
        if ((await Missing(store, cancellation)).Count == 0)
        {
            return;
        }

        await using var turn = await TakeTurn(cancellation);
        var missing = await Missing(store, cancellation);
        if (missing.Count == 0)
        {
            return;
        }

        if (missing.Count < scripts.Count)
        {
            await Copy(store, $"{BeforeMigration}{Path.GetFileNameWithoutExtension(missing[0])}", cancellation);
        }

        Run();
    }

    /// <summary>The scripts embedded for one database.</summary>
    protected static IReadOnlyList<SqlScript> Embedded(string database)
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith($"{database}/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => SqlScript.FromStream(name, assembly.GetManifestResourceStream(name)!)),
        ];
    }

    protected abstract Task<DbConnection> Open(CancellationToken cancellation);

    /// <summary>Waits until nobody else changes the store's form; disposing ends the turn.</summary>
    protected abstract Task<IAsyncDisposable> TakeTurn(CancellationToken cancellation);

    /// <summary>
    /// Copies all there is beside the store, under a name. What lies there already is from a try that came to nothing, since the store is still in the form that is
    /// copied: it is replaced.
    /// </summary>
    protected abstract Task Copy(DbConnection store, string name, CancellationToken cancellation);

    protected abstract UpgradeEngineBuilder Upgrade();

    protected static async Task Execute(DbConnection store, string sql, CancellationToken cancellation)
    {
        await using var command = store.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The scripts that the store still needs; all of them where there is nothing yet.</summary>
    private async Task<IReadOnlyList<string>> Missing(DbConnection store, CancellationToken cancellation)
    {
        var (names, applied) = (scripts.Select(script => script.Name), await Applied(store, cancellation));
        if (applied.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new StoreRefusedException(
                $"The store '{store.DataSource}' was brought to '{newer}' by a newer Dateline, which this one does not know. Start the newer one, or restore a copy from before."
            );
        }

        return [.. names.Except(applied, StringComparer.Ordinal)];
    }

    private void Run()
    {
        var done = Upgrade().WithScripts(scripts).WithTransactionPerScript().LogTo(new NoOpUpgradeLog()).Build().PerformUpgrade();
        if (!done.Successful)
        {
            throw new StoreRefusedException(
                $"The store could not be brought to '{done.ErrorScript?.Name}': {done.Error.Message} It is as it was before; a copy lies beside it.",
                done.Error
            );
        }
    }

    private async Task<IReadOnlyList<string>> Applied(DbConnection store, CancellationToken cancellation)
    {
        await using var find = store.CreateCommand();
        find.CommandText = FindTable;
        if (await find.ExecuteScalarAsync(cancellation) is null or DBNull)
        {
            return [];
        }

        await using var command = store.CreateCommand();
        command.CommandText = "SELECT scriptname FROM schemaversions";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
