namespace Bot.Core.Facts;

/// <summary>Reads the sources of a draft, and knows how many origins stand behind some of them.</summary>
internal sealed class SourceRules(DraftIds ids, Findings findings, FactBook? below = null)
{
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);

    public IReadOnlyList<Source> Read(IReadOnlyList<SourceDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            var source = Read(draft);
            sources.TryAdd(source.Id.Value, source);
        }

        foreach (var draft in drafts.Where(draft => draft.CitedBy is not null))
        {
            CitingMustEnd(draft);
        }

        return [.. sources.Values];
    }

    /// <summary>True for a document of record or two origins, and where a source has a mistake of its own, so that it cannot be told.</summary>
    public bool AreEnoughToConfirm(IReadOnlyList<string> cited)
    {
        var known = cited.Select(Find).OfType<Source>().ToList();
        return known.Count < cited.Count || known.Any(source => source.Origin.Length == 0) || Origins.AreEnoughToConfirm(known);
    }

    /// <summary>The id of the source that sentences name so; null when none is.</summary>
    public string? Called(string name) =>
        sources.Values.FirstOrDefault(source => string.Equals(source.Short, name, StringComparison.OrdinalIgnoreCase))?.Id.Value;

    /// <summary>Null for one that is not known.</summary>
    public Source? Find(string id) => sources.GetValueOrDefault(id) ?? below?.Sources.FirstOrDefault(source => source.Id.Value == id);

    private Source Read(SourceDraft draft)
    {
        var item = Item.Of("source", draft.Id, draft.At);
        var seed = draft.Seed is null ? null : ids.Seeds.Find("seed", draft.Seed);
        var citedBy = draft.CitedBy is null ? null : ids.Sources.Find("cited-by", draft.CitedBy);
        if (draft is { Seed: not null, CitedBy: not null })
        {
            findings.Add(
                draft.CitedBy.At,
                $"{item.Start} has both `seed` and `cited-by`: keep `seed` if we have read it, `cited-by` if we know it only through another."
            );
        }

        return new Source
        {
            Id = new SourceId(draft.Id?.Value.Trim() ?? ""),
            Title = findings.Required(item, "title", draft.Title, "say what the page is") ?? "",
            Short = findings.Required(item, "short", draft.Short, "say how a sentence names it, as in: a newspaper report") ?? "",
            Origin = findings.Required(item, "origin", draft.Origin, "name the one investigation or statement behind it") ?? "",
            Publisher = findings.Optional("publisher", draft.Publisher),
            Author = findings.Optional("author", draft.Author),
            Published = findings.Date("published", draft.Published),
            Url = findings.Address("url", draft.Url),
            Seed = seed is null ? null : new SeedId(seed),
            CitedBy = citedBy is null ? null : new SourceId(citedBy),
            Record = findings.YesOrNo("record", draft.Record),
        };
    }

    private void CitingMustEnd(SourceDraft draft)
    {
        var own = draft.Id?.Value.Trim();
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = own; at is not null && passed.Add(at); at = Find(at)?.CitedBy?.Value)
        {
            if (Find(at)?.CitedBy?.Value == own)
            {
                findings.Add(
                    draft.CitedBy!.At,
                    $"The source '{own}' is cited, in the end, only by itself: one of the circle needs a `seed`."
                );
            }
        }
    }
}
