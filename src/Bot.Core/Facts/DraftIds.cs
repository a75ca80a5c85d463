namespace Bot.Core.Facts;

/// <summary>The ids of one sort of thing in a draft. A thing with other mistakes is still known by its id.</summary>
/// <param name="whole">False when a part of the draft could not be read: an id that is not here may stand there and is not reported.</param>
/// <param name="below">What the draft lies over knows; null where it stands alone.</param>
/// <param name="mayReplace">A thing of the draft may take the place of the one of that id beneath.</param>
internal sealed class IdTable(string sort, bool whole, Findings findings, KnownIds? below = null, bool mayReplace = false)
{
    private readonly Dictionary<string, (string Current, Place At)> ids = new(StringComparer.Ordinal);

    /// <summary>Those of the draft itself.</summary>
    public IEnumerable<string> Own => ids.Keys;

    /// <summary>Those of the draft and of what it lies over.</summary>
    public IEnumerable<string> All => below is null ? ids.Keys : ids.Keys.Concat(below.All());

    public bool Whole => whole;

    public bool Knows(string id) => Current(id) is not null;

    /// <summary>The present id of a thing, whose former id this may be; null when it is unknown.</summary>
    public string? Current(string id) => ids.TryGetValue(id, out var entry) ? entry.Current : below?.Current(id);

    public Place? PlaceOf(string id) => ids.TryGetValue(id, out var entry) ? entry.At : null;

    /// <summary>Enters an id, after saying if it is missing, ill-formed or taken.</summary>
    public string? Add(Item owner, Text? id)
    {
        var value = findings.Required(owner, "id", id, "give it one of lower-case letters, digits and hyphens");
        return value is null ? null : Enter("id", value, id!.At, value);
    }

    public string? AddFormer(Text id, string? current)
    {
        var value = findings.Optional("formerly", id);
        return value is null ? null : Enter("former id", value, id.At, current ?? value);
    }

    /// <summary>The thing that a reference means, by its present id; null after saying that there is none.</summary>
    public string? Find(string key, Text? text)
    {
        if (findings.Optional(key, text) is not { } id)
        {
            return null;
        }

        if (Knows(id) || !whole)
        {
            return Current(id);
        }

        var near = NearMiss.Of(id, All);
        var question = near is null ? "" : $" Did you mean '{near}'?";
        findings.Add(text!.At, $"`{key}` names the {sort} {Findings.Show(id)}, which is not in this story.{question}");
        return near is null ? null : Current(near);
    }

    public IReadOnlyList<string> FindAll(string key, IReadOnlyList<Text> texts)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (!text.Refused && text.Value.Trim() is { Length: > 0 } value && !seen.Add(value))
            {
                findings.Add(text.At, $"`{key}` names {Findings.Show(value)} twice: once is enough.");
            }
            else if (Find(key, text) is { } id)
            {
                found.Add(id);
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private string? Enter(string key, string value, Place at, string current)
    {
        if (below is not null && !IdRules.IsCommunityId(value) && !(mayReplace && below.Current(value) is not null))
        {
            findings.Add(
                at,
                $"The {key} {Findings.Show(value)} of a {sort} must begin with ~ and hold only lower-case letters, digits and hyphens after it: other ids are the base's."
            );
        }
        else if (below is null && !IdRules.IsId(value))
        {
            findings.Add(
                at,
                $"The {key} {Findings.Show(value)} of a {sort} may hold only lower-case letters, digits and hyphens, and begins with a letter or digit."
            );
        }
        else if (ids.TryGetValue(value, out var taken))
        {
            findings.Add(at, $"The {key} '{value}' is already that of another {sort} at {taken.At}: an id stands for one thing only.");
            return value;
        }

        ids[value] = (current, at);
        return value;
    }
}

/// <summary>The ids of one sort that a draft finds beneath it.</summary>
/// <param name="All">Every one, for a hint at what was meant.</param>
/// <param name="Current">The present id that an id, or a former one, stands for; null when it stands for nothing.</param>
internal sealed record KnownIds(Func<IEnumerable<string>> All, Func<string, string?> Current);

/// <summary>Everything a story's parts call each other by.</summary>
internal sealed class DraftIds
{
    private DraftIds(StoryDraft draft, Findings findings, FactBook? below, FactId? also)
    {
        Seeds = new IdTable("seed", !draft.Unread.HasFlag(DraftParts.Seeds), findings, below?.KnownSeeds);
        Sources = new IdTable("source", !draft.Unread.HasFlag(DraftParts.Sources), findings, below?.KnownSources);
        Entities = new IdTable("entity", !draft.Unread.HasFlag(DraftParts.Entities), findings, below?.KnownEntities);
        Facts = new IdTable("fact", !draft.Unread.HasFlag(DraftParts.Facts), findings, Known(below, also), mayReplace: true);
    }

    public IdTable Seeds { get; }
    public IdTable Sources { get; }
    public IdTable Entities { get; }
    public IdTable Facts { get; }

    /// <param name="below">The book that the draft lies over; null where it stands alone.</param>
    /// <param name="also">A fact that it may say again though the book does not give it.</param>
    public static DraftIds Of(StoryDraft draft, Findings findings, FactBook? below = null, FactId? also = null)
    {
        var ids = new DraftIds(draft, findings, below, also);
        foreach (var seed in draft.Seeds)
        {
            ids.Seeds.Add(Item.Of("seed", seed.Id, seed.At), seed.Id);
        }

        foreach (var source in draft.Sources)
        {
            ids.Sources.Add(Item.Of("source", source.Id, source.At), source.Id);
        }

        foreach (var entity in draft.Entities)
        {
            var id = ids.Entities.Add(Item.Of("entity", entity.Id, entity.At), entity.Id);
            if (id is not null && ids.Sources.Knows(id))
            {
                var where = ids.Sources.PlaceOf(id) is { } other ? $" ({other})" : "";
                findings.Add(
                    entity.Id!.At,
                    $"The id '{id}' is that of an entity and of a source{where}: a speaker could be either, so rename one."
                );
            }
        }

        foreach (var fact in draft.Facts)
        {
            ids.Facts.Add(Item.Of("fact", fact.Id, fact.At), fact.Id);
        }

        // Former ids come after all present ones, so that a clash is told where the former id stands.
        foreach (var fact in draft.Facts)
        {
            foreach (var former in fact.Formerly)
            {
                ids.Facts.AddFormer(former, fact.Id is { Refused: false } id ? id.Value.Trim() : null);
            }
        }

        IdRules.HandlesMustNotMeet(ids.Facts, below, findings);
        return ids;
    }

    private static KnownIds? Known(FactBook? below, FactId? also) =>
        below is null || also is not { } held
            ? below?.KnownFacts
            : below.KnownFacts with
            {
                Current = id => below.KnownFacts.Current(id) ?? (id == held.Value ? id : null),
            };
}

internal static class IdRules
{
    /// <summary>True for lower-case letters, digits and hyphens that begin with a letter or a digit.</summary>
    public static bool IsId(string value) =>
        value.Length is > 0 and <= 80 && value[0] != '-' && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>True for an id that a community gives: <c>~</c>, then as above.</summary>
    public static bool IsCommunityId(string value) => value is ['~', .. var rest] && IsId(rest);

    /// <summary>Buttons name facts by handle, those of former ids too, so two that meet would press the wrong fact.</summary>
    public static void HandlesMustNotMeet(IdTable facts, FactBook? below, Findings findings)
    {
        foreach (var pair in facts.Own.GroupBy(id => new FactId(id).Handle).Where(group => group.Count() > 1))
        {
            var met = pair.OrderBy(id => facts.PlaceOf(id)!.Value.Line).ToList();
            findings.Add(
                facts.PlaceOf(met[1])!.Value,
                $"The ids '{met[0]}' and '{met[1]}' have the same handle ({pair.Key}), by which buttons know facts: choose another id for one of them."
            );
        }

        foreach (var id in facts.Own)
        {
            if (below?.WithHandle(new FactId(id).Handle) is { } met && met.Value != id)
            {
                findings.Add(
                    facts.PlaceOf(id)!.Value,
                    $"The id '{id}' has the handle of '{met}', by which buttons know facts: choose another id for it."
                );
            }
        }
    }
}
