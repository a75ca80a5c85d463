using System.Data.Common;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;

namespace Bot.Storage;

/// <summary>Brings a store to the form this program knows, by numbered scripts that are each run once (<see href="https://dbup.readthedocs.io"/>).</summary>
/// <param name="scripts">In order; a script that was released never changes.</param>
internal sealed class Migration(IReadOnlyList<SqlScript> scripts)
{
    /// <summary>The scripts embedded for one database.</summary>
    public static Migration Of(string database)
    {
        var assembly = typeof(Migration).Assembly;
        return new([
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith($"{database}/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => SqlScript.FromStream(name, assembly.GetManifestResourceStream(name)!)),
        ]);
    }

    /// <summary>Whether all scripts are missing: there is nothing yet that could be lost.</summary>
    public bool IsNew(IReadOnlyList<string> missing) => missing.Count == scripts.Count;

    /// <summary>The scripts that a store still needs; all of them where there is no store yet.</summary>
    /// <exception cref="StoreRefusedException">The store was written by a newer program.</exception>
    public async Task<IReadOnlyList<string>> Missing(DbConnection store, string findTable, CancellationToken cancellation)
    {
        var applied = await Applied(store, findTable, cancellation);
        if (applied.Except(Names, StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new StoreRefusedException(
                $"The store '{store.DataSource}' was brought to '{newer}' by a newer Dateline, which this one does not know. Start the newer one, or restore a copy from before."
            );
        }

        return [.. Names.Except(applied, StringComparer.Ordinal)];
    }

    /// <exception cref="StoreRefusedException">A script failed; nothing of it is left.</exception>
    public void Run(UpgradeEngineBuilder store)
    {
        var done = store.WithScripts(scripts).WithTransactionPerScript().LogTo(new NoOpUpgradeLog()).Build().PerformUpgrade();
        if (!done.Successful)
        {
            throw new StoreRefusedException(
                $"The store could not be brought to '{done.ErrorScript?.Name}': {done.Error.Message} It is as it was before; a copy lies beside it.",
                done.Error
            );
        }
    }

    private IEnumerable<string> Names => scripts.Select(script => script.Name);

    private static async Task<IReadOnlyList<string>> Applied(DbConnection store, string findTable, CancellationToken cancellation)
    {
        await using var find = store.CreateCommand();
        find.CommandText = findTable;
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
