using Bot.Core.Communities;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What can happen to a story, or to the journal itself. Closed.</summary>
public abstract partial record StoryEvent
{
    private StoryEvent() { }

    /// <summary>The story was loaded for the first time. Its facts follow, an event each, so that one can be erased and the others stay.</summary>
    public sealed record Baselined(Edition Edition, Cast Cast) : StoryEvent;

    /// <summary>A fact of the first load: no change, but where the story begins.</summary>
    public sealed record FactBaselined(Edition Edition, Fact Fact) : StoryEvent;

    /// <summary>A new edition of the base names other people, sources or documents, or names them in another way.</summary>
    public sealed record CastChanged(Edition Edition, Cast Cast) : StoryEvent;

    /// <summary>A community names people, sources or documents of its own. One of an id it used takes the place of the one before.</summary>
    public sealed record CastAdded(Edition Edition, Cast Cast) : StoryEvent;

    /// <summary>A community calls somebody by another name besides, since it added a fact. It holds while the fact is there, and nobody else has that name.</summary>
    public sealed record NameAdded(FactId Fact, EntityId Entity, string Name) : StoryEvent;

    /// <summary>A new edition of the base adds a fact, or a community does.</summary>
    public sealed record FactAdded(Edition Edition, Fact Fact) : StoryEvent;

    /// <summary>A new edition of the base says a fact in another way, or ends it, or a community does. The edition is the one it was made against.</summary>
    public sealed record FactChanged(Edition Edition, Fact Before, Fact After) : StoryEvent;

    /// <summary>A new edition of the base no longer has a fact, or a community no longer gives it.</summary>
    public sealed record FactRemoved(Edition Edition, Fact Fact) : StoryEvent;

    /// <summary>A community takes a fact out of all answers while it is checked.</summary>
    public sealed record FactHeld(FactId Fact) : StoryEvent;

    /// <summary>The fact that was held is given again.</summary>
    public sealed record FactReleased(FactId Fact) : StoryEvent;

    /// <summary>The base moved under what a community made of a fact, and the community keeps its own.</summary>
    /// <param name="Base">The base's state that was looked at; null when the base no longer has the fact.</param>
    public sealed record FactKept(Edition Edition, FactId Fact, Fact? Base) : StoryEvent;

    /// <summary>A community gives up what it made of a fact of the base, and follows the base again.</summary>
    public sealed record FactReturned(FactId Fact) : StoryEvent;

    /// <summary>A fact was erased: it is in no answer of any day, and the content of its events is gone. The id is not used again.</summary>
    public sealed record FactErased(FactId Fact, IReadOnlyList<long> Positions) : StoryEvent;

    /// <summary>An event whose content was erased. That there was one, when and by whom, is all that is left.</summary>
    public sealed record Blanked : StoryEvent;

    /// <summary>A community starts a story of its own.</summary>
    public sealed record StoryStarted(Story Story) : StoryEvent;

    /// <summary>A community expects nothing more of a story; null: it does again.</summary>
    public sealed record StoryClosed(DateOnly? On) : StoryEvent;

    /// <summary>A community is set up in another way.</summary>
    public sealed record SettingsChanged(CommunitySettings Settings) : StoryEvent;

    /// <summary>All events of a community were deleted: whoever has read them forgets it. It stands among the base's, since the community has none any more.</summary>
    public sealed record CommunityDeleted(CommunityId Community) : StoryEvent;

    /// <summary>The store was put back to a backup: what was read before may be in the journal no more.</summary>
    public sealed record StoreRestored : StoryEvent;
}

/// <summary>A numbered state of a story's base. A development run that sees an edited file makes local editions in between.</summary>
public readonly record struct Edition(int Number, int Local = 0)
{
    public override string ToString() => Local == 0 ? $"{Number}" : $"{Number}, local edit {Local}";
}
