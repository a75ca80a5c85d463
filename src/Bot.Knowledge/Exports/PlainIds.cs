using Bot.Core.Facts;

namespace Bot.Knowledge.Exports;

/// <summary>
/// What a community's ids are called in the files of a story, which allow none that begins with <c>~</c>: the same without it, and with a number
/// behind where the story has that id already.
/// </summary>
internal sealed class PlainIds
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public PlainIds(CommunityExport export, FactBook book)
    {
        var taken = Ids(book.Facts, new Cast(book.Entities, book.Sources, book.Seeds)).ToHashSet(StringComparer.Ordinal);
        foreach (var id in Ids(export.Facts, export.Cast).Where(id => id.StartsWith('~')).Distinct(StringComparer.Ordinal))
        {
            var plain = id[1..];
            for (var number = 2; !taken.Add(plain); number++)
            {
                plain = $"{id[1..]}-{number}";
            }

            names.Add(id, plain);
        }
    }

    public IEnumerable<KeyValuePair<string, string>> All => names.OrderBy(name => name.Key, StringComparer.Ordinal);

    public string Of(string id) => names.GetValueOrDefault(id, id);

    private static IEnumerable<string> Ids(IEnumerable<Fact> facts, Cast cast) =>
        [
            .. facts.SelectMany(fact => fact.Formerly.Prepend(fact.Id)).Select(id => id.Value),
            .. cast.Entities.Select(entity => entity.Id.Value),
            .. cast.Sources.Select(source => source.Id.Value),
            .. cast.Seeds.Select(seed => seed.Id.Value),
        ];
}
