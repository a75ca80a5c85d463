using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Knowledge.Stories;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Exports;

/// <summary>One change of an import.</summary>
/// <param name="Reason">What is given as its reason; null: that of the import.</param>
public sealed record ImportStep(Change Change, string? Reason = null);

/// <summary>The changes that bring a community from what it has to what an export holds. What it has beyond that stays.</summary>
public static class ImportPlan
{
    /// <summary>The steps, to be made in this order; none when it has everything already.</summary>
    /// <param name="has">The community's own; null when it has no story of that name yet.</param>
    /// <param name="book">The base under both; null for a story that the community starts itself.</param>
    public static IReadOnlyList<ImportStep> From(CommunityExport? has, CommunityExport wanted, FactBook? book)
    {
        var there = (has?.Facts ?? []).ToDictionary(fact => fact.Id);
        var news = wanted.Facts.Where(fact => !there.ContainsKey(fact.Id) && book?.Find(fact.Id) is null).ToList();
        var restated = wanted
            .Facts.Except(news)
            .Where(fact => !Same(fact, there.GetValueOrDefault(fact.Id) ?? book!.Find(fact.Id)!))
            .ToList();

        // Whom and what the facts name comes with the first of them.
        var cast = has?.Cast.Content == wanted.Cast.Content ? new Cast([], [], []) : wanted.Cast;
        List<ImportStep> steps =
            has is null && wanted.Under is ExportedStory.Own own ? [new(new Change.StartStory(own.Title, own.TimeZone))] : [];
        steps.AddRange(news.Count > 0 ? [new ImportStep(new Change.Add(Draft(cast, news) with { Names = Names(wanted, news) }))] : []);
        steps.AddRange(
            restated.Select(
                (fact, i) => new ImportStep(new Change.Restate(fact.Id, Draft(news.Count + i == 0 ? cast : new Cast([], [], []), [fact])))
            )
        );
        steps.AddRange(wanted.Withdrawn.Except(has?.Withdrawn ?? []).Select(fact => new ImportStep(new Change.Withdraw(fact))));
        steps.AddRange(
            wanted
                .Held.Where(held => has is null || has.Held.All(one => one.Fact != held.Fact))
                .Select(held => new ImportStep(new Change.Hold(held.Fact), held.Reason))
        );
        steps.AddRange(wanted.Closed is { } day && has?.Closed != day ? [new ImportStep(new Change.CloseStory(day))] : []);
        return steps;
    }

    /// <summary>A further name comes with the fact that brought it.</summary>
    private static IReadOnlyList<NameDraft> Names(CommunityExport wanted, IReadOnlyCollection<Fact> news) =>
        [
            .. wanted
                .Names.Where(added => news.Any(fact => fact.Id == added.Fact))
                .Select(added => new NameDraft(default)
                {
                    Entity = new Text(added.Entity.Value, default),
                    Name = new Text(added.Name, default),
                    Fact = new Text(added.Fact.Value, default),
                }),
        ];

    private static bool Same(Fact one, Fact other) => FactContent.Differences(one, other).Count == 0;

    /// <summary>As somebody would write it: what was valid once is seen again with what it lies over now.</summary>
    private static StoryDraft Draft(Cast cast, IEnumerable<Fact> facts)
    {
        var writer = new StoryWriter();
        var reading = new Reading([]);
        return new StoryDraft
        {
            At = default,
            Seeds = [.. cast.Seeds.Select(seed => Shapes.Seed.Read(writer.FrontMatter(seed), reading) with { Body = seed.Text })],
            Sources = [.. cast.Sources.Select(source => Shapes.Source.Read(writer.Source(source), reading))],
            Entities = [.. cast.Entities.Select(entity => Shapes.Entity.Read(writer.Entity(entity), reading))],
            Facts = [.. facts.Select(fact => Shapes.Fact.Read(writer.Fact(fact), reading))],
        };
    }
}
