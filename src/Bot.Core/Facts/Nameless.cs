namespace Bot.Core.Facts;

/// <summary>
/// Stands in for whom and what facts name that nobody has any more: the base erased the fact that brought them, and a community still says it in its own way.
/// </summary>
internal static class Nameless
{
    /// <param name="named">Whom and what the facts bring along themselves.</param>
    /// <param name="below">All else that is known.</param>
    public static Cast Of(IReadOnlyCollection<Fact> facts, Cast named, FactBook below) =>
        new(
            [
                .. facts
                    .SelectMany(fact => fact.NamedEntities)
                    .Except(named.Entities.Select(entity => entity.Id))
                    .Where(id => !below.Knows(id))
                    .Select(id => new Entity
                    {
                        Id = id,
                        Kind = EntityKind.Person,
                        Name = "somebody whose name was erased",
                    }),
            ],
            [
                .. facts
                    .SelectMany(fact => fact.NamedSources)
                    .Except(named.Sources.Select(source => source.Id))
                    .Where(id => !below.Knows(id))
                    .Select(id => new Source
                    {
                        Id = id,
                        Title = "A page whose name was erased",
                        Short = "a page whose name was erased",
                        Origin = id.Value,
                    }),
            ],
            [
                .. facts
                    .SelectMany(fact => fact.RestsOn.Select(evidence => evidence.Seed))
                    .Except(named.Seeds.Select(seed => seed.Id))
                    .Where(id => !below.Knows(id))
                    .Select(id => new Seed
                    {
                        Id = id,
                        Form = SeedForm.Document,
                        Title = "A page whose name was erased",
                        Text = "",
                        Passages = [],
                    }),
            ]
        );
}
