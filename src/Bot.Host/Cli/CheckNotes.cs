using Bot.Core.Conversation;
using Bot.Core.Facts;

namespace Bot.Host.Cli;

/// <summary>What <c>check</c> says of a story that is no mistake and may have been forgotten.</summary>
internal static class CheckNotes
{
    /// <summary>So many are named, and of the rest how many there are.</summary>
    private const int Named = 5;

    /// <summary>A sentence is known again by so many of its first characters.</summary>
    private const int Beginning = 60;

    public static IEnumerable<string> Of(FactBook book)
    {
        if (book.Facts.Count == 0)
        {
            yield break;
        }

        var rested = book
            .Facts.SelectMany(fact => fact.RestsOn)
            .Select(evidence => (evidence.Passage.Seed, evidence.Passage.Number))
            .ToHashSet();
        foreach (var seed in book.Seeds.Where(seed => seed.Form is SeedForm.Document))
        {
            // What leads in to a list says nothing by itself.
            var bare = seed.Passages.Where(passage => !passage.Text.EndsWith(':') && !rested.Contains((seed.Id, passage.Number))).ToList();
            if (bare.Count > 0)
            {
                yield return $"  No fact rests on {Some(bare, passage => $"'{Cutting.Shorten(passage.Text, Beginning)}'")} of {seed.Id}.";
            }
        }

        var unasked = book.Facts.Where(fact => fact.Asked.Count == 0 && fact.Ended is null).ToList();
        if (unasked.Count > 0)
        {
            yield return $"  Found by their own words alone, since they have no way of asking: {Some(unasked, fact => fact.Id.Value)}.";
        }

        var concerned = book.Facts.SelectMany(fact => fact.NamedEntities).ToHashSet();
        var idle = book
            .Entities.Where(entity => !concerned.Contains(entity.Id) && book.Entities.All(other => other.Of != entity.Id))
            .ToList();
        if (idle.Count > 0)
        {
            yield return $"  No fact concerns {Some(idle, entity => entity.Id.Value)}: name them under `about` where one does.";
        }

        foreach (var note in OfAsked(book).Concat(OfSuperseded(book)).Concat(OfPublished(book)))
        {
            yield return note;
        }
    }

    /// <summary>A way of asking is to lead to one fact or to one gap, or to facts that are told in one answer.</summary>
    private static IEnumerable<string> OfAsked(FactBook book)
    {
        var twice = book
            .Facts.Where(fact => fact.Ended is null)
            .SelectMany(fact => fact.Asked.Select(asked => (asked, Id: fact.Id.Value, Fact: (Fact?)fact)))
            .Concat(book.Story.Absent.SelectMany(gap => gap.Asked.Select(asked => (asked, gap.Id, Fact: (Fact?)null))))
            .GroupBy(way => way.asked.Trim().TrimEnd('?'), way => (way.Id, way.Fact), StringComparer.OrdinalIgnoreCase)
            .Select(group => (Way: group.Key, Of: group.Distinct().ToList()))
            .Where(way => way.Of.Count > 1 && !Companions.AreOne([.. way.Of.Select(of => of.Fact)]))
            .ToList();
        if (twice.Count > 0)
        {
            yield return $"  Asked of more than one: {Some(twice, way => $"'{way.Way}' ({string.Join(", ", way.Of.Select(of => of.Id))})")}. Keep each where it is answered best, or link facts that belong in one answer with `said-with`.";
        }
    }

    /// <summary>What the front matter says of the document's day is for people who read the file; the facts go by the source.</summary>
    private static IEnumerable<string> OfPublished(FactBook book)
    {
        var dated = book.Seeds.Where(seed => seed.Published is not null).Select(seed => seed.Id).ToHashSet();
        var undated = book.Sources.Where(source => source is { Published: null, Seed: { } seed } && dated.Contains(seed)).ToList();
        if (undated.Count > 0)
        {
            yield return $"  The `published` of a document does nothing by itself: write it in sources.yaml too, on {Some(undated, source => source.Id.Value)}.";
        }
    }

    private static IEnumerable<string> OfSuperseded(FactBook book)
    {
        var superseded = book.Facts.SelectMany(fact => fact.Linked(LinkKind.Supersedes)).ToHashSet();
        var inForce = book.Facts.Where(fact => fact.Ended is null && superseded.Contains(fact.Id)).ToList();
        if (inForce.Count > 0)
        {
            yield return $"  Superseded, and still in force: {Some(inForce, fact => fact.Id.Value)}. Give it `ended`, or take the link out.";
        }

        var alone = book.Facts.Where(fact => fact.Ended?.How is EndingKind.Superseded && !superseded.Contains(fact.Id)).ToList();
        if (alone.Count > 0)
        {
            yield return $"  Ended as superseded, and no fact says by what: {Some(alone, fact => fact.Id.Value)}. Link the later fact to it with `supersedes`.";
        }
    }

    private static string Some<T>(List<T> all, Func<T, string> name) =>
        string.Join(", ", all.Take(Named).Select(name)) + (all.Count > Named ? $" and {all.Count - Named} more" : "");
}
