using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Whom and what the other facts of a story still name, when one is erased.</summary>
internal sealed class Needed
{
    private readonly HashSet<EntityId> entities;
    private readonly HashSet<SourceId> sources;
    private readonly HashSet<SeedId> seeds;
    private readonly HashSet<(SeedId, string)> sentences;

    /// <param name="others">Every state of every other fact.</param>
    public Needed(StorySnapshot story, IEnumerable<Fact> others)
    {
        var facts = others.ToList();
        entities = [.. facts.SelectMany(fact => fact.NamedEntities)];
        sources = [.. facts.SelectMany(fact => fact.NamedSources)];
        sentences = [.. facts.SelectMany(fact => fact.RestsOn).Select(evidence => (evidence.Seed, evidence.Sentence))];
        seeds = [.. sentences.Select(sentence => sentence.Item1)];

        // What stands in the files is everybody's.
        var files = story.Below ?? story;
        entities.UnionWith(files.Book.Entities.Select(entity => entity.Id));
        sources.UnionWith(files.Book.Sources.Select(source => source.Id));
        seeds.UnionWith(files.Book.Seeds.Select(seed => seed.Id));
    }

    /// <summary>Whether a cast holds anything that goes with the fact: a name that only it used, or the text it rests on.</summary>
    public bool IsTouched(Cast cast, IReadOnlyList<Fact> states) =>
        !string.Equals(cast.Content, Without(cast, states).Content, StringComparison.Ordinal)
        || cast.Seeds.Any(seed => Sentences(seed, states).Any());

    public Cast Without(Cast cast, IReadOnlyList<Fact> states)
    {
        var gone = states.SelectMany(fact => fact.NamedEntities).Where(id => !entities.Contains(id)).ToHashSet();
        var goneSources = states.SelectMany(fact => fact.NamedSources).Where(id => !sources.Contains(id)).ToHashSet();
        var goneSeeds = states
            .SelectMany(fact => fact.RestsOn)
            .Select(evidence => evidence.Seed)
            .Where(id => !seeds.Contains(id))
            .ToHashSet();
        return new Cast(
            [
                .. cast
                    .Entities.Where(entity => !gone.Contains(entity.Id))
                    .Select(entity => entity.Of is { } whole && gone.Contains(whole) ? entity with { Of = null } : entity),
            ],
            [
                .. cast
                    .Sources.Where(source => !goneSources.Contains(source.Id))
                    .Select(source => source.Seed is { } seed && goneSeeds.Contains(seed) ? source with { Seed = null } : source)
                    .Select(source =>
                        source.CitedBy is { } citing && goneSources.Contains(citing) ? source with { CitedBy = null } : source
                    ),
            ],
            [.. cast.Seeds.Where(seed => !goneSeeds.Contains(seed.Id)).Select(seed => Emptied(seed, Sentences(seed, states)))]
        );
    }

    /// <summary>The sentences of a seed that only the fact rested on. The seeds of a base are in its files, not here.</summary>
    private IEnumerable<string> Sentences(Seed seed, IEnumerable<Fact> states) =>
        seed.Text.Length == 0
            ? []
            : states
                .SelectMany(fact => fact.RestsOn)
                .Where(evidence => evidence.Seed == seed.Id && !sentences.Contains((seed.Id, evidence.Sentence)))
                .Select(evidence => evidence.Sentence)
                .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Spaces stand where a sentence stood, so that every other stays where it is. It is sought: the document may have been brought along again since, and
    /// hold it elsewhere. What other facts rest on stays, also where it is a part of the same sentence.
    /// </summary>
    private Seed Emptied(Seed seed, IEnumerable<string> gone)
    {
        var text = seed.Text.ToCharArray();
        foreach (var (start, end) in gone.SelectMany(sentence => Places(seed.Text, sentence)))
        {
            var within = seed.Passages.FirstOrDefault(passage => passage.Start <= start && start < passage.End);
            text.AsSpan((within?.Start ?? start)..Math.Max(end, within?.End ?? 0)).Fill(' ');
        }

        foreach (var (start, end) in sentences.Where(kept => kept.Item1 == seed.Id).SelectMany(kept => Places(seed.Text, kept.Item2)))
        {
            seed.Text.AsSpan(start..end).CopyTo(text.AsSpan(start));
        }

        string Left(Passage passage) => new string(text, passage.Start, passage.End - passage.Start).Trim();
        var introducing = seed.Passages.DistinctBy(passage => passage.Text).ToDictionary(passage => passage.Text, Left);
        string? LeadIn(string? was) => was is not null && introducing.GetValueOrDefault(was) is { Length: > 0 } left ? left : null;
        return seed with
        {
            Text = new string(text),
            Passages = [.. seed.Passages.Select(passage => passage with { Text = Left(passage), LeadIn = LeadIn(passage.LeadIn) })],
        };
    }

    private static IEnumerable<(int Start, int End)> Places(string text, string sentence)
    {
        for (var at = 0; (at = text.IndexOf(sentence, at, StringComparison.Ordinal)) >= 0; at++)
        {
            yield return (at, at + sentence.Length);
        }
    }
}
