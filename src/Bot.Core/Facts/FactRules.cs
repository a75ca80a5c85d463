namespace Bot.Core.Facts;

/// <summary>Reads the facts of a draft: what each must have, and what its parts must keep.</summary>
/// <param name="editionDate">The day of the current edition, the default of `known`; null when the edition has a mistake.</param>
internal sealed class FactRules(
    DraftIds ids,
    Findings findings,
    EvidenceRules evidence,
    SourceRules sources,
    EntityRules entities,
    Func<IReadOnlyList<Fact>, CheckedByDefault> checkedByDefault,
    DateOnly? editionDate,
    FactBook? below = null
)
{
    private readonly LinkRules linkRules = new(ids, findings, below);

    public IReadOnlyList<Fact> Read(IReadOnlyList<FactDraft> drafts)
    {
        var linked = drafts
            .Select(draft => linkRules.Read(draft, findings.RequiredWord<FactKind>(Named(draft), "kind", draft.Kind)))
            .ToList();
        linkRules.AccountsMustStandInPairs(linked);
        var facts = drafts.Zip(linked, Read).ToList();
        var otherwise = checkedByDefault(facts);
        return [.. facts.Zip(drafts, (fact, draft) => draft.Checked is null ? fact with { Checked = otherwise.Of(fact) } : fact)];
    }

    private static Item Named(FactDraft draft) => Item.Of("fact", draft.Id, draft.At);

    private Fact Read(FactDraft draft, LinkedFact linked)
    {
        var item = Named(draft);
        var status = findings.RequiredWord<FactStatus>(item, "status", draft.Status);
        var on = findings.Span("on", draft.On);
        var saidOn = findings.Date("said-on", draft.SaidOn);
        var cited = Sources(draft, item, status);
        var fact = Required(
            linked,
            Speaker(draft, item),
            status ?? default,
            findings.Day("known", draft.Known) ?? editionDate ?? default,
            findings.Required(item, "says", draft.Says, "write the statement as one plain sentence") ?? "",
            cited,
            evidence.RestsOn(draft, item)
        );
        return fact with
        {
            Formerly = [.. draft.Formerly.Select(former => new FactId(former.Value.Trim()))],
            KnownIsStated = draft.Known is not null,
            Actors = Entities("actor", draft.Actor),
            Action = findings.Optional("action", draft.Action),
            Object = findings.Optional("object", draft.Object),
            On = on,
            OnBasis = Basis("on", draft.On, draft.OnBasis),
            SaidOn = saidOn,
            SaidOnBasis = Basis("said-on", draft.SaidOn, draft.SaidOnBasis),
            Holds = findings.Word<Holding>("holds", draft.Holds) ?? Holding.Event,
            Where = findings.Optional("where", draft.Where),
            Scope = findings.Optional("scope", draft.Scope),
            Figure = Figure(draft, item, linked.Kind),
            Quote = evidence.Quote(draft),
            Stance = findings.Word<Stance>("stance", draft.Stance),
            Asked = Asked(draft.Asked),
            About = Entities("about", draft.About),
            Links = linked.Links,
            Disputed = Disputed(draft.Disputed),
            Ended = Ended(draft.Ended),
            Checked = findings.Day("checked", draft.Checked),
        };
    }

    /// <summary>The ways people ask. A bare name among them is most likely what a comma cut off: "will he, the striker, appeal".</summary>
    private IReadOnlyList<string> Asked(IReadOnlyList<Text> texts)
    {
        foreach (var text in texts.Where(text => below is null && !text.Refused && IsBareName(text.Value.Trim())))
        {
            findings.Add(
                text.At,
                $"`asked` holds {Findings.Show(text.Value)}, which is no more than a name: write a whole way of asking, in quotes if it holds a comma."
            );
        }

        return findings.Many("asked", texts);
    }

    private bool IsBareName(string phrase)
    {
        var name = phrase.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? phrase[4..] : phrase;
        return !name.Contains(' ', StringComparison.Ordinal) && (entities.Called(name) ?? entities.Called(phrase)) is not null;
    }

    private static Fact Required(
        LinkedFact linked,
        Speaker speaker,
        FactStatus status,
        DateOnly known,
        string says,
        IReadOnlyList<SourceId> sources,
        IReadOnlyList<Evidence> restsOn
    )
    {
        var id = new FactId(linked.Id ?? "");
        return linked.Kind switch
        {
            FactKind.Account => new Account
            {
                Id = id,
                Other = new FactId(linked.Others.Count > 0 ? linked.Others[0] : ""),
                Speaker = speaker,
                Status = status,
                Known = known,
                Says = says,
                Sources = sources,
                RestsOn = restsOn,
            },
            FactKind.NonAnswer => new NonAnswer
            {
                Id = id,
                Speaker = speaker,
                Status = status,
                Known = known,
                Says = says,
                Sources = sources,
                RestsOn = restsOn,
            },
            var kind => new Assertion(kind ?? default)
            {
                Id = id,
                Speaker = speaker,
                Status = status,
                Known = known,
                Says = says,
                Sources = sources,
                RestsOn = restsOn,
            },
        };
    }

    /// <summary>Entities who speak as one; or a single source, in its own words.</summary>
    private Speaker Speaker(FactDraft draft, Item item)
    {
        if (draft.Speaker.Count == 0)
        {
            findings.Add(item.At, $"{item.Start} has no `speaker`: name the entity who says it, or the source if these are its own words.");
        }

        if (draft.Speaker is [{ Refused: false } only] && only.Value.Trim() is { Length: > 0 } word && !ids.Entities.Knows(word))
        {
            if (ids.Sources.Knows(word))
            {
                return new Speaker.Carrier(new SourceId(word));
            }

            if (ids.Entities.Whole && ids.Sources.Whole)
            {
                var question = (entities.Called(word) ?? sources.Called(word)) is { } called
                    ? $" Did you mean '{called}'?"
                    : NearMiss.Question(word, ids.Entities.All.Concat(ids.Sources.All));
                findings.Add(
                    only.At,
                    $"`speaker` is {Findings.Show(word)}, which is neither an entity nor a source of this story.{question}"
                );
            }

            return new Speaker.People([]);
        }

        return new Speaker.People(Entities("speaker", draft.Speaker));
    }

    private IReadOnlyList<SourceId> Sources(FactDraft draft, Item item, FactStatus? status)
    {
        if (draft.Sources.Count == 0)
        {
            findings.Add(item.At, $"{item.Start} has no `sources`: list at least one source that carries it.");
            return [];
        }

        var cited = ids.Sources.FindAll("sources", draft.Sources);
        if (status is FactStatus.Confirmed && cited.Count == draft.Sources.Count && !sources.AreEnoughToConfirm(cited))
        {
            findings.Add(
                draft.Status!.At,
                $"{item.Start} is `confirmed` by one origin only: cite sources of two origins or a document of record, or give it another status."
            );
        }

        return [.. cited.Select(id => new SourceId(id))];
    }

    private DateBasis Basis(string dateKey, Text? date, Text? basis)
    {
        if (basis is not null && date is null)
        {
            findings.Add(
                basis.At,
                $"`{dateKey}-basis` says how `{dateKey}` is known, and there is no `{dateKey}`: write the date, or take the basis out."
            );
        }

        return findings.Word<DateBasis>($"{dateKey}-basis", basis) ?? DateBasis.Stated;
    }

    private Figure? Figure(FactDraft draft, Item item, FactKind? kind)
    {
        if (draft.Figure is not { } figure)
        {
            if (kind is FactKind.Figure)
            {
                findings.Add(item.At, $"{item.Start} is of kind figure and has no `figure`: write it as {{value: 3, unit: years}}.");
            }

            return null;
        }

        var owner = new Item(figure.At, "`figure`");
        return new Figure(
            findings.Required(owner, "value", figure.Value, "write the number, or the word that stands for it") ?? "",
            findings.Required(owner, "unit", figure.Unit, "say what is counted") ?? "",
            findings.Optional("qualifier", figure.Qualifier)
        );
    }

    private string? Disputed(DisputeDraft? dispute) =>
        dispute is null
            ? null
            : findings.Required(new Item(dispute.At, "`disputed`"), "reason", dispute.Reason, "say who contests it, and how");

    private Ending? Ended(EndingDraft? ending)
    {
        if (ending is null)
        {
            return null;
        }

        var item = new Item(ending.At, "`ended`");
        var how = findings.RequiredWord<EndingKind>(item, "how", ending.How);
        if (ending.On is null)
        {
            findings.Add(item.At, $"{item.Start} has no `on`: write the day, as 2025-09-25.");
        }

        var on = findings.Day("on", ending.On);
        var reason = findings.Required(item, "reason", ending.Reason, "say in one sentence why it no longer stands");
        return new Ending(how ?? default, on ?? default, reason ?? "");
    }

    private IReadOnlyList<EntityId> Entities(string key, IReadOnlyList<Text> texts) =>
        [.. ids.Entities.FindAll(key, texts).Select(id => new EntityId(id))];
}
