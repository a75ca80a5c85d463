namespace Bot.Storage.Databases;

/// <summary>What a database says of its tables.</summary>
internal static class Catalogue
{
    /// <param name="columns">Those of one table side by side, in its order.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(IEnumerable<(string Table, string Column)> columns) =>
        columns
            .GroupBy(column => column.Table, column => column.Column, StringComparer.Ordinal)
            .ToDictionary(table => table.Key, IReadOnlyList<string> (table) => [.. table], StringComparer.Ordinal);
}
