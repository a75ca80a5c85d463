using Bot.Core.Facts;

namespace Bot.Core.Questions.Ranking;

/// <summary>The texts by which facts and gaps are found.</summary>
internal sealed class FactViews(StoryIndex index)
{
    private readonly TermIndexBuilder texts = new(index.Terms, index.Names, index.Concepts);
    private readonly List<View> views = [];

    public (TermIndex Texts, IReadOnlyList<View> Views) Build()
    {
        for (var i = 0; i < index.Revisions.Count; i++)
        {
            var fact = index.Revisions[i].Fact;
            AddStatement(fact);
            End(ViewOf.Statement, i);
            foreach (var asked in fact.Asked)
            {
                texts.Add(asked);
                End(ViewOf.Asked, i);
            }
        }

        for (var i = 0; i < index.Book.Story.Absent.Count; i++)
        {
            foreach (var asked in index.Book.Story.Absent[i].Asked)
            {
                texts.Add(asked);
                End(ViewOf.Gap, i);
            }
        }

        return (texts.Build(), views);
    }

    private void AddStatement(Fact fact)
    {
        texts.Add(fact.Says);
        if (fact.Quote is { } quote && !fact.Says.Contains(quote, StringComparison.Ordinal))
        {
            texts.Add(quote);
        }

        foreach (var text in new[] { fact.Action, fact.Object, fact.Where })
        {
            if (text is not null && !fact.Says.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                texts.Add(text);
            }
        }

        foreach (var entity in People(fact))
        {
            texts.AddMarker(index.MarkerOf(entity));
            if (index.Book[entity].Role is { } role)
            {
                texts.Add(role);
            }
        }
    }

    /// <summary>Everyone the fact concerns, and what its speakers and actors belong to.</summary>
    private HashSet<EntityId> People(Fact fact)
    {
        var people = new HashSet<EntityId>(fact.Actors);
        if (fact.Speaker is Speaker.People speakers)
        {
            people.UnionWith(speakers.Ids);
        }

        people.UnionWith(people.Select(id => index.Book[id].Of).OfType<EntityId>().ToList());
        people.UnionWith(fact.About);
        return people;
    }

    private void End(ViewOf of, int target)
    {
        texts.EndText();
        views.Add(new View(of, target));
    }
}

/// <summary>The passages of all seeds as texts, each list item with its lead-in.</summary>
internal static class PassageTexts
{
    public static (TermIndex Texts, IReadOnlyList<Passage> Passages) Build(StoryIndex index)
    {
        var texts = new TermIndexBuilder(index.Terms, index.Names, index.Concepts);
        var passages = index.Book.Seeds.SelectMany(seed => seed.Passages).ToList();
        foreach (var passage in passages)
        {
            texts.Add(passage.Text);
            if (passage.LeadIn is { } leadIn)
            {
                texts.Add(leadIn);
            }

            texts.EndText();
        }

        return (texts.Build(), passages);
    }
}
