namespace Bot.Core.Facts;

/// <summary>Applies the rules of every part of a draft, so that all problems are told at once.</summary>
internal sealed class FactBookBuilder(StoryDraft draft, IReadOnlySet<string> abbreviations)
{
    private readonly Findings findings = new(draft.Problems);

    public BuildResult Build()
    {
        var ids = DraftIds.Of(draft, findings);
        var story = new StoryRules(draft, ids, findings).Read();
        var seedRules = new SeedRules(findings, abbreviations);
        var seeds = seedRules.Read(draft.Seeds);
        var sourceRules = new SourceRules(ids, findings);
        var sources = sourceRules.Read(draft.Sources);
        var entityRules = new EntityRules(ids, findings);
        var entities = entityRules.Read(draft.Entities);
        var editionDate = story.EditionNotes.FirstOrDefault(note => note.Edition == story.Edition)?.Date;
        var evidenceRules = new EvidenceRules(ids, findings, seedRules);
        var facts = new FactRules(ids, findings, evidenceRules, sourceRules, entityRules, Otherwise(sourceRules, seeds), editionDate).Read(
            draft.Facts
        );

        // What the rules could not read they left blank, after a finding: a book is made only when there is none.
        return findings.None
            ? new BuildResult.Built(new FactBook(story, seeds, sources, entities, facts))
            : new BuildResult.Refused(findings.ByPlace);
    }

    /// <summary>The same rules for what is laid over a book.</summary>
    /// <param name="also">A fact that may be said again though it is not given now.</param>
    public AmendResult Amend(FactBook below, DateOnly today, FactId? also)
    {
        var ids = DraftIds.Of(draft, findings, below, also);
        var seedRules = new SeedRules(findings, abbreviations, below);
        var seeds = seedRules.Read(draft.Seeds);
        var sourceRules = new SourceRules(ids, findings, below);
        var sources = sourceRules.Read(draft.Sources);
        var entityRules = new EntityRules(ids, findings, below);
        var entities = entityRules.Read(draft.Entities);
        var names = entityRules.Read(draft.Names);
        var facts = new FactRules(
            ids,
            findings,
            new EvidenceRules(ids, findings, seedRules),
            sourceRules,
            entityRules,
            Otherwise(sourceRules, seeds.Concat(below.Seeds), below.CheckedByDefault),
            today,
            below
        ).Read(draft.Facts);
        return findings.None
            ? new AmendResult.Built(new Amendment(new Cast(entities, sources, seeds), facts, names))
            : new AmendResult.Refused(findings.ByPlace);
    }

    private static Func<IReadOnlyList<Fact>, CheckedByDefault> Otherwise(
        SourceRules sources,
        IEnumerable<Seed> seeds,
        CheckedByDefault? below = null
    )
    {
        var retrieved = seeds.ToLookup(seed => seed.Id, seed => seed.Retrieved);
        return facts => new CheckedByDefault(id => sources.Find(id.Value), id => retrieved[id].FirstOrDefault(), facts, below);
    }
}
