namespace Bot.Core.Facts;

/// <summary>A further name of somebody, which a fact of a community brought along. It goes with the fact.</summary>
public sealed record AddedName(FactId Fact, EntityId Entity, string Name)
{
    /// <summary>Those that mean nobody else: a name that somebody has by now is theirs, and of two that are the same the first counts.</summary>
    /// <param name="known">Everybody, without these names.</param>
    internal static IReadOnlyList<AddedName> Free(IReadOnlyList<AddedName> names, IEnumerable<Entity> known)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var taken = known
            .SelectMany(entity => entity.Aliases.Prepend(entity.Name))
            .Select(EntityRules.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(added => taken.Add(EntityRules.Key(added.Name)))];
    }

    /// <summary>An entity with those of the names that are its.</summary>
    internal static Entity Given(Entity entity, IReadOnlyList<AddedName> names) =>
        names.Where(added => added.Entity == entity.Id).Select(added => added.Name).ToList() is { Count: > 0 } more
            ? entity with
            {
                Aliases = [.. entity.Aliases, .. more],
            }
            : entity;
}
