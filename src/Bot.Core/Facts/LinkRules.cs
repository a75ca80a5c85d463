namespace Bot.Core.Facts;

/// <summary>A fact's links as far as they could be read, for the rules that look at two facts at once.</summary>
internal sealed record LinkedFact(Item Item, string? Id, FactKind? Kind, IReadOnlyList<Link> Links, bool NamesAnOther)
{
    public IReadOnlyList<string> Others { get; } =
    [.. Links.Where(link => link.Kind == LinkKind.PairsWith).Select(link => link.To.Value).Distinct()];
}

/// <summary>Reads links, and sees that no account ever stands without the other side's.</summary>
internal sealed class LinkRules(DraftIds ids, Findings findings, FactBook? below = null)
{
    public LinkedFact Read(FactDraft draft, FactKind? kind)
    {
        var item = Item.Of("fact", draft.Id, draft.At);
        var own = draft.Id is { Refused: false } id ? ids.Facts.Current(id.Value.Trim()) : null;
        var links = new List<Link>();
        var namesAnOther = false;
        foreach (var link in draft.Links)
        {
            var sort = findings.Word<LinkKind>("links", link.Kind);
            namesAnOther |= sort is LinkKind.PairsWith;
            var others = link.To.Where(to => !IsItself(own, to, item)).ToList();
            var found = ids.Facts.FindAll(link.Kind.Value.Trim(), others);
            if (sort is { } known)
            {
                links.AddRange(found.Select(to => new Link(known, new FactId(to))));
            }
        }

        return new LinkedFact(item, own, kind, links, namesAnOther);
    }

    /// <summary>An account names exactly one other side, which is an account and names it back; nothing else has another side.</summary>
    public void AccountsMustStandInPairs(IReadOnlyList<LinkedFact> facts)
    {
        var byId = facts
            .Where(fact => fact.Id is not null)
            .DistinctBy(fact => fact.Id)
            .ToDictionary(fact => fact.Id!, StringComparer.Ordinal);
        foreach (var fact in facts.Where(fact => fact.Kind is not null))
        {
            if (fact.Kind is not FactKind.Account)
            {
                NothingElsePairs(fact);
            }
            else if (!fact.NamesAnOther)
            {
                findings.Add(
                    fact.Item.At,
                    $"{fact.Item.Start} is an account without its other side: name that account under `links` with `pairs-with`.{NamedBy(fact, facts)}"
                );
            }
            else if (fact.Others.Count > 1)
            {
                findings.Add(
                    fact.Item.At,
                    $"{fact.Item.Start} has more than one other side ({string.Join(", ", fact.Others)}): an account pairs with one account. Make the third a figure or a claim, with `said-with` to one of the two: it is shown beside them."
                );
            }
            else if (fact.Others.Count == 1 && (byId.GetValueOrDefault(fact.Others[0]) ?? Below(fact.Others[0])) is { } other)
            {
                TheOtherNamesItBack(fact, other);
            }
        }
    }

    private LinkedFact? Below(string id) =>
        below?.Find(new FactId(id)) is { } fact
            ? new LinkedFact(new Item(default, $"the fact '{id}'"), id, fact.Kind, fact.Links, fact.Linked(LinkKind.PairsWith).Any())
            : null;

    private bool IsItself(string? own, Text to, Item item)
    {
        if (own is null || to.Refused || ids.Facts.Current(to.Value.Trim()) != own)
        {
            return false;
        }

        findings.Add(to.At, $"{item.Start} is linked to itself: link it to another fact, or take the link out.");
        return true;
    }

    private void NothingElsePairs(LinkedFact fact)
    {
        if (fact.NamesAnOther)
        {
            findings.Add(
                fact.Item.At,
                $"{fact.Item.Start} has `pairs-with` and is of kind {Vocabulary.Word(fact.Kind!.Value)}: only accounts stand in pairs, so make it an account{(fact.Kind is FactKind.Figure ? " (it may keep its `figure`)" : "")} or take the link out."
            );
        }
    }

    private void TheOtherNamesItBack(LinkedFact fact, LinkedFact other)
    {
        // Where the other side has a mistake of its own that explains the gap, that one is told instead.
        if (other.Kind is null || (other.Kind is FactKind.Account ? !other.NamesAnOther || other.Others.Count != 1 : other.NamesAnOther))
        {
            return;
        }

        if (other.Kind is not FactKind.Account)
        {
            findings.Add(
                fact.Item.At,
                $"{fact.Item.Start} pairs with '{other.Id}', which is of kind {Vocabulary.Word(other.Kind.Value)}: the other side must be an account."
            );
        }
        else if (other.Others[0] != fact.Id)
        {
            findings.Add(
                fact.Item.At,
                $"{fact.Item.Start} pairs with '{other.Id}', which pairs with '{other.Others[0]}': two accounts must name each other."
            );
        }
    }

    private static string NamedBy(LinkedFact fact, IReadOnlyList<LinkedFact> facts) =>
        facts.FirstOrDefault(other => other.Kind is FactKind.Account && fact.Id is not null && other.Others.Contains(fact.Id)) is { } other
            ? $" '{other.Id}' names this one."
            : "";
}
