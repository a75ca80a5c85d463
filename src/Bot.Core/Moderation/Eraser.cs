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

        var states = Events.SelectMany(e => EventParts.StatesOf(e.Event)).Where(fact => fact.Id == id).ToList();
        return states.Count == 0 ? ChangePlan.No(ChangeWords.NothingToErase(id)) : Erase(id, states);
    }

    private ChangePlan Erase(FactId id, List<Fact> states)
    {
        var needed = new Needed(story, Events.SelectMany(e => EventParts.StatesOf(e.Event)).Where(fact => fact.Id != id));
        var casts = Events.Where(e => EventParts.CastOf(e.Event) is { } cast && needed.IsTouched(cast, states)).ToList();
        var blanks = Events
            .Where(e => EventParts.FactOf(e.Event) == id || EventParts.StatesOf(e.Event).Any(fact => fact.Id == id))
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
