using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Finds all that the journal holds of a fact, so that it can be emptied. What other facts need of it is written again without it.</summary>
internal sealed class Eraser(StorySnapshot story, CommunityId community)
{
    private bool IsBase => community == CommunityId.Base;
    private IReadOnlyList<Envelope> Events => IsBase ? story.History : story.Own;

    public ChangePlan Plan(FactId id)
    {
        if (story.Erased.Contains(id) || Events.Any(e => e.Event is StoryEvent.FactErased erased && erased.Fact == id))
        {
            return ChangePlan.No(ChangeWords.WasErased(id));
        }

        if (IsBase && story.Book.Find(id) is not null)
        {
            return ChangePlan.No(ChangeWords.EraseInFilesFirst(id));
        }

        var names = Names(id);
        var states = Events.SelectMany(e => EventParts.StatesOf(e.Event)).Where(fact => names.Contains(fact.Id)).ToList();
        return states.Count == 0 ? ChangePlan.No(ChangeWords.NothingToErase(id)) : Erase(id, names, states);
    }

    /// <summary>What the fact was called before it was renamed, and after.</summary>
    private HashSet<FactId> Names(FactId id)
    {
        var names = new HashSet<FactId> { id };
        var renamed = Events.SelectMany(e => EventParts.StatesOf(e.Event)).Where(fact => fact.Formerly.Count > 0).ToList();
        for (var known = 0; known < names.Count; )
        {
            known = names.Count;
            foreach (var fact in renamed.Where(fact => fact.Formerly.Prepend(fact.Id).Any(names.Contains)))
            {
                names.UnionWith(fact.Formerly.Prepend(fact.Id));
            }
        }

        return names;
    }

    private ChangePlan Erase(FactId id, HashSet<FactId> names, List<Fact> states)
    {
        var needed = new Needed(story, Events.SelectMany(e => EventParts.StatesOf(e.Event)).Where(fact => !names.Contains(fact.Id)));
        var casts = Events.Where(e => EventParts.CastOf(e.Event) is { } cast && needed.IsTouched(cast, states)).ToList();
        var blanks = Events
            .Where(e =>
                (EventParts.FactOf(e.Event) is { } about && names.Contains(about))
                || EventParts.StatesOf(e.Event).Any(fact => names.Contains(fact.Id))
            )
            .Concat(casts)
            .Select(e => e.Position)
            .Order()
            .ToList();
        var stream = IsBase ? StreamId.Editions(story.Story.Slug) : StreamId.Fact(community, story.Story.Slug, id);
        var again = casts.Select(e => needed.Without(EventParts.CastOf(e.Event)!, states)).ToList();
        return new ChangePlan.Append(
            [.. Again(again).Select(happened => (stream, happened)), (stream, new StoryEvent.FactErased(id, blanks))],
            blanks
        );
    }

    private IEnumerable<StoryEvent> Again(IReadOnlyList<Cast> casts) =>
        IsBase
            ? casts.Select(cast => new StoryEvent.CastChanged(story.Edition, cast))
            : casts
                .Where(cast => cast is not { Entities: [], Sources: [], Seeds: [] })
                .Select(cast => new StoryEvent.CastAdded(Below, cast));

    private Edition Below => (story.Below ?? story).Edition;
}
