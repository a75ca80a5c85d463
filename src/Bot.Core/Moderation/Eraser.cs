using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Finds all that the journal holds of a fact, so that it can be emptied. What other facts need of it is written again without it.</summary>
internal sealed class Eraser(StorySnapshot story, Backlog queue, CommunityId community)
{
    private bool IsBase => community == CommunityId.Base;
    private IReadOnlyList<Envelope> Events => IsBase ? story.History : story.Own;

    public ChangePlan Plan(FactId id)
    {
        var names = FactNames.Of(id, story.History);
        if (IsBase && names.Any(name => story.Book.Find(name) is not null))
        {
            return ChangePlan.No(ChangeWords.EraseInFilesFirst(id));
        }

        var about = Events.Where(IsAbout).ToList();
        if (about.Count == 0 && Events.Any(e => e.Event is StoryEvent.FactErased erased && erased.Fact == id))
        {
            return ChangePlan.No(ChangeWords.WasErased(id));
        }

        // What waited may be about a fact of which there is nothing else.
        about = [.. about, .. queue.Events.Where(IsAbout)];
        return about.Count > 0 ? Erase(id, names, about) : ChangePlan.No(ChangeWords.NothingToErase(id));

        bool IsAbout(Envelope envelope) => EventParts.IdsOf(envelope.Event).Any(names.Contains);
    }

    private ChangePlan.Append Erase(FactId id, IReadOnlySet<FactId> names, IReadOnlyList<Envelope> about)
    {
        var all = Events.SelectMany(e => EventParts.StatesOf(e.Event)).ToLookup(fact => names.Contains(fact.Id));
        var (states, needed) = (all[true].ToList(), new Needed(story, all[false]));

        // All from the first touched one on, so that their order stays: a later one may name the same otherwise.
        var casts = Events
            .Where(e => EventParts.CastOf(e.Event) is not null)
            .SkipWhile(e => !needed.IsTouched(EventParts.CastOf(e.Event)!, states))
            .ToList();
        var again = casts.Select(e => needed.Without(EventParts.CastOf(e.Event)!, states)).ToList();
        var blanks = about.Concat(casts).Select(e => e.Position).Order().ToList();
        var former = names.Where(name => name != id).Order().Select(name => new StoryEvent.FactErased(name, []));
        return new ChangePlan.Append(
            [
                .. Again(again).Append(new StoryEvent.FactErased(id, blanks)).Select(happened => (Stream(id), happened)),
                .. former.Select(happened => (Stream(happened.Fact), (StoryEvent)happened)),
            ],
            blanks
        );
    }

    private StreamId Stream(FactId fact) => IsBase ? StreamId.Editions(story.Story.Slug) : StreamId.Fact(community, story.Story.Slug, fact);

    private IEnumerable<StoryEvent> Again(IReadOnlyList<Cast> casts) =>
        IsBase
            ? casts.Select(cast => new StoryEvent.CastChanged(story.Edition, cast))
            : casts
                .Where(cast => cast is not { Entities: [], Sources: [], Seeds: [] })
                .Select(cast => new StoryEvent.CastAdded(Below, cast));

    private Edition Below => (story.Below ?? story).Edition;
}
