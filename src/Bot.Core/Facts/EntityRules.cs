using System.Text;

namespace Bot.Core.Facts;

/// <summary>Reads the entities of a draft. A name or alias stands on one entity only, or a question that uses it could not be understood.</summary>
internal sealed class EntityRules(DraftIds ids, Findings findings, FactBook? below = null)
{
    private readonly Dictionary<string, (EntityDraft Owner, Text Name)> names = new(StringComparer.Ordinal);

    public IReadOnlyList<Entity> Read(IReadOnlyList<EntityDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            NamesMustBeItsOwn(draft);
            NamesMustBeNobodysBelow(draft);
        }

        var entities = drafts.Select(Read).ToList();
        BelongingMustEnd(drafts, entities);
        return entities;
    }

    /// <summary>The id of the entity that has this name; null when none has.</summary>
    public string? Called(string name) => names.TryGetValue(Key(name), out var found) ? found.Owner.Id?.Value.Trim() : null;

    /// <summary>Further names of those who are there already. One that somebody has anyway is passed over.</summary>
    public IReadOnlyList<AddedName> Read(IReadOnlyList<NameDraft> drafts) => [.. drafts.Select(Read).OfType<AddedName>()];

    private AddedName? Read(NameDraft draft)
    {
        var item = new Item(draft.At, "this name");
        var name = findings.Required(item, "name", draft.Name, "write it as it stands in a sentence");
        var entity = findings.Required(item, "entity", draft.Entity, "write the id of whose it is") is null
            ? null
            : ids.Entities.Find("entity", draft.Entity);
        var fact = findings.Required(item, "fact", draft.Fact, "write the id of the fact that brings it along") is null
            ? null
            : ids.Facts.Find("fact", draft.Fact);
        if (name is null || entity is null || fact is null)
        {
            return null;
        }

        var owner = names.TryGetValue(Key(name), out var there) ? there.Owner.Id?.Value.Trim() : OwnerBelow(Key(name), but: null)?.Id.Value;
        if (owner is not null && owner != entity)
        {
            findings.Add(draft.Name!.At, Stands(name, owner));
        }

        return owner is null ? new AddedName(new FactId(fact), new EntityId(entity), name) : null;
    }

    private Entity Read(EntityDraft draft)
    {
        var item = Item.Of("entity", draft.Id, draft.At);
        var of = draft.Of is null ? null : ids.Entities.Find("of", draft.Of);
        return new Entity
        {
            Id = new EntityId(draft.Id?.Value.Trim() ?? ""),
            Kind = findings.RequiredWord<EntityKind>(item, "kind", draft.Kind) ?? default,
            Name = findings.Required(item, "name", draft.Name, "write it as it stands in a sentence") ?? "",
            Role = findings.Optional("role", draft.Role),
            Aliases = findings.Many("aliases", draft.Aliases),
            Of = of is null ? null : new EntityId(of),
        };
    }

    private void NamesMustBeItsOwn(EntityDraft draft)
    {
        foreach (var name in draft.Aliases.Prepend(draft.Name).OfType<Text>().Where(name => !name.Refused))
        {
            var key = Key(name.Value);
            if (key.Length > 0 && !names.TryAdd(key, (draft, name)) && names[key] is var (owner, first) && !ReferenceEquals(owner, draft))
            {
                findings.Add(
                    name.At,
                    $"The name {Findings.Show(name.Value)} already stands on {Item.Of("entity", owner.Id, owner.At).Name} ({first.At}): it can mean one entity only, so take it off one of them."
                );
            }
        }
    }

    private void NamesMustBeNobodysBelow(EntityDraft draft)
    {
        if (below is null)
        {
            return;
        }

        foreach (var name in draft.Aliases.Prepend(draft.Name).OfType<Text>().Where(name => !name.Refused))
        {
            if (OwnerBelow(Key(name.Value), draft.Id?.Value.Trim()) is { } owner)
            {
                findings.Add(name.At, Stands(name.Value, owner.Id.Value));
            }
        }
    }

    private Entity? OwnerBelow(string key, string? but) =>
        below?.Entities.FirstOrDefault(entity =>
            entity.Id.Value != but && entity.Aliases.Prepend(entity.Name).Any(known => Key(known) == key)
        );

    private static string Stands(string name, string owner) =>
        $"The name {Findings.Show(name)} already stands on the entity '{owner}': it can mean one entity only, so use that one or another name.";

    /// <summary>What names are compared by.</summary>
    internal static string Key(string name) => name.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private void BelongingMustEnd(IReadOnlyList<EntityDraft> drafts, IReadOnlyList<Entity> entities)
    {
        var owners = entities
            .Concat(below?.Entities ?? [])
            .DistinctBy(entity => entity.Id)
            .ToDictionary(entity => entity.Id.Value, entity => entity.Of?.Value, StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft is { Of: not null, Id: not null }))
        {
            var own = draft.Id!.Value.Trim();
            var passed = new HashSet<string>(StringComparer.Ordinal);
            for (string? at = own; at is not null && passed.Add(at); at = owners.GetValueOrDefault(at))
            {
                if (owners.GetValueOrDefault(at) == own)
                {
                    findings.Add(draft.Of!.At, $"The entity '{own}' belongs, in the end, to itself: change `of`.");
                }
            }
        }
    }
}
