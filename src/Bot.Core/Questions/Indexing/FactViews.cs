using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Indexing;

/// <summary>The texts by which facts and gaps are found.</summary>
/// <param name="below">An index whose facts and gaps have their texts already: the others' are laid over them.</param>
internal sealed class FactViews(StoryIndex index, StoryIndex? below)
{
    /// <summary>What it says and what it rests on, at the least.</summary>
    private const int ViewsOfAFact = 2;

    private readonly TermIndexBuilder texts = new(index.Terms, index.Names, index.Concepts, ViewsOfAFact * Own(index, below));
    private readonly ViewTable views = new(ViewsOfAFact * Own(index, below));

    /// <summary>The text that is this sentence.</summary>
    private readonly Dictionary<Passage, int> evidence = new(ReferenceEqualityComparer.Instance);

    /// <summary>The ways of asking, by the hash of their words.</summary>
    private readonly List<(ulong Words, int Text)> asked = [];

    /// <summary>Everyone the present fact concerns.</summary>
    private readonly HashSet<EntityId> people = [];
    private readonly Dictionary<string, int> concepts = new[]
    {
        "suspend",
        "continue",
        "limit",
        "respond",
        "decline",
        "praise",
        "criticise",
        "reject",
        "figure",
    }.ToDictionary(name => name, name => index.Terms.Marker("#" + name), StringComparer.Ordinal);

    public (TermIndex Texts, ViewTable Views, SameWords SameWords) Build()
    {
        for (var i = 0; below is null && i < index.Book.Story.Absent.Count; i++)
        {
            foreach (var phrase in index.Book.Story.Absent[i].Asked)
            {
                AddAsked(phrase, ViewOf.Gap, i);
            }
        }

        for (var i = below?.Revisions.Count ?? 0; i < index.Revisions.Count; i++)
        {
            Add(index.Revisions[i].Fact, i);
        }

        views.Trim();
        return (texts.Build(below?.Facts), views, new SameWords(asked, below?.SameWords));
    }

    private static int Own(StoryIndex index, StoryIndex? below) => index.Revisions.Count - (below?.Revisions.Count ?? 0);

    private void Add(Fact fact, int revision)
    {
        GatherPeople(fact);
        AddStatement(fact);
        End(ViewOf.Statement, revision);
        if (AddRoles())
        {
            End(ViewOf.Role, revision);
        }

        foreach (var evidence in fact.RestsOn)
        {
            AddEvidence(Whole(evidence.Passage), revision);
        }

        foreach (var phrase in fact.Asked)
        {
            AddAsked(phrase, ViewOf.Asked, revision);
        }

        foreach (var sentence in Scopes.NotGiven(fact.Scope))
        {
            texts.Add(sentence);
            End(ViewOf.Lacking, revision);
        }
    }

    /// <summary>The sentence with the words around it, as the document has it now; where it no longer stands there, as the fact has it.</summary>
    private Passage Whole(Passage kept) =>
        index.NumberOf(kept) is { } number
        && index.PassageList[number] is var passage
        && passage.Text.Contains(kept.Text, StringComparison.Ordinal)
            ? passage
            : kept;

    /// <summary>Facts and their revisions often rest on the same sentence, which is then one text.</summary>
    private void AddEvidence(Passage passage, int revision)
    {
        if (evidence.TryGetValue(passage, out var text))
        {
            views.Share(text, revision);
        }
        else
        {
            evidence[passage] = texts.Count;
            texts.Add(passage.Text);
            End(ViewOf.Evidence, revision);
        }
    }

    /// <summary>A way of asking is read as a question is, so that what both ask for can be compared.</summary>
    private void AddAsked(string phrase, ViewOf of, int target)
    {
        texts.Add(phrase);
        var words = ReadWords.Split(phrase).Select(word => index.Terms.Add(word.Normal)).ToArray();
        texts.EndText();
        asked.Add((index.HashOf(words), (below?.Facts.Count ?? 0) + views.Count));
        views.AddAsked(of, target, WaysOfAsking.SlotOf(WaysOfAsking.In(words, index).Names), new FewWords(words.Where(index.Terms.IsStop)));
    }

    private void AddStatement(Fact fact)
    {
        texts.Add(fact.Says);
        if (fact.Quote is { } quote && !fact.Says.Contains(quote, StringComparison.Ordinal))
        {
            texts.Add(quote);
        }

        AddPart(fact.Action, fact);
        AddPart(fact.Object, fact);
        AddPart(fact.Where, fact);

        foreach (var concept in MeantBy(fact))
        {
            texts.AddMarker(concepts[concept]);
        }

        foreach (var entity in people)
        {
            texts.AddMarker(index.MarkerOf(entity));
        }
    }

    private void AddPart(string? part, Fact fact)
    {
        if (part is not null && !fact.Says.Contains(part, StringComparison.OrdinalIgnoreCase))
        {
            texts.Add(part);
        }
    }

    /// <summary>Who they are, of everyone a fact concerns: their roles, and the names that tell of them, such as "the watchdog".</summary>
    /// <returns>Whether anything is known of anybody.</returns>
    private bool AddRoles()
    {
        var any = false;
        foreach (var id in people)
        {
            var entity = index.Book[id];
            foreach (var alias in entity.Aliases)
            {
                any |= AddDescription(IsDescription(alias) ? alias : null);
            }

            any |= AddDescription(entity.Role);
        }

        return any;
    }

    private bool AddDescription(string? description)
    {
        if (description is not null)
        {
            texts.Add(description);
        }

        return description is not null;
    }

    private static bool IsDescription(string alias) => alias.StartsWith("the ", StringComparison.Ordinal);

    /// <summary>What a fact's kind and stance say without a word of it: an exemption goes on, a non-answer declines.</summary>
    private static string[] MeantBy(Fact fact) =>
        (fact.Kind, fact.Stance) switch
        {
            (FactKind.Suspension, _) => ["suspend"],
            (FactKind.Exemption, _) => ["continue"],
            (FactKind.Limit, _) => ["limit"],
            (FactKind.NonAnswer, _) => ["respond", "decline"],
            (FactKind.Figure, _) => ["figure"],
            (FactKind.Response, Stance.Declined) => ["respond", "reject"],
            (FactKind.Response, Stance.Welcomed) => ["respond", "praise"],
            (FactKind.Response, Stance.Criticised) => ["respond", "criticise"],
            (FactKind.Response, _) => ["respond"],
            _ => [],
        };

    /// <summary>Everyone the fact concerns, and what its speakers and actors belong to.</summary>
    private void GatherPeople(Fact fact)
    {
        people.Clear();
        foreach (var actor in fact.Actors)
        {
            AddPerson(actor);
        }

        if (fact.Speaker is Speaker.People speakers)
        {
            foreach (var speaker in speakers.Ids)
            {
                AddPerson(speaker);
            }
        }

        people.UnionWith(fact.About);
    }

    private void AddPerson(EntityId id)
    {
        people.Add(id);
        if (index.Book[id].Of is { } whole)
        {
            people.Add(whole);
        }
    }

    private void End(ViewOf of, int target)
    {
        texts.EndText();
        views.Add(of, target);
    }
}
