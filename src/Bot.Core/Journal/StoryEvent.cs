using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What can happen to a story. Closed.</summary>
public abstract record StoryEvent
{
    private StoryEvent() { }

    /// <summary>The story was loaded for the first time. Its facts follow, an event each, so that one can be erased and the others stay.</summary>
    public sealed record Baselined(Edition Edition, Cast Cast) : StoryEvent;

    /// <summary>A fact of the first load: no change, but where the story begins.</summary>
    public sealed record FactBaselined(Edition Edition, Fact Fact) : StoryEvent;

    /// <summary>A new edition of the base names other people, sources or documents, or names them in another way.</summary>
    public sealed record CastChanged(Edition Edition, Cast Cast) : StoryEvent;

    /// <summary>A new edition of the base adds a fact.</summary>
    public sealed record FactAdded(Edition Edition, Fact Fact) : StoryEvent;

    /// <summary>A new edition of the base says a fact in another way, or ends it.</summary>
    public sealed record FactChanged(Edition Edition, Fact Before, Fact After) : StoryEvent;

    /// <summary>A new edition of the base no longer has a fact.</summary>
    public sealed record FactRemoved(Edition Edition, Fact Fact) : StoryEvent;

    /// <summary>An event whose content was erased. That there was one, when and by whom, is all that is left.</summary>
    public sealed record Blanked : StoryEvent;
}

/// <summary>A numbered state of a story's base. A development run that sees an edited file makes local editions in between.</summary>
public readonly record struct Edition(int Number, int Local = 0)
{
    public override string ToString() => Local == 0 ? $"{Number}" : $"{Number}, local edit {Local}";
}
